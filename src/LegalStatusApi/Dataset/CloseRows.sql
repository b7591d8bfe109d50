-- Close rows of the current revision: from the revision in the making on, they are said no more.
with gone as (
  select relation, id from unnest(@Relations::text[], @Ids::text[]) as row (relation, id)
), closed_jurisdiction as (
  update jurisdiction set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and code in (select id from gone where relation = 'jurisdiction')
), closed_jurisdiction_parent as (
  update jurisdiction_parent set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and id in (select id from gone where relation = 'jurisdiction_parent')
), closed_participation as (
  update participation set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and id in (select id from gone where relation = 'participation')
), closed_substance as (
  update substance set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and slug in (select id from gone where relation = 'substance')
), closed_form as (
  update form set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and substance || '/' || slug in (select id from gone where relation = 'form')
), closed_source as (
  update source set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and key in (select id from gone where relation = 'source')
), closed_source_version as (
  update source_version set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and source || '/' || version in (select id from gone where relation = 'source_version')
), closed_classification as (
  update classification set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and id in (select id from gone where relation = 'classification')
), closed_citation as (
  update citation set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and id in (select id from gone where relation = 'citation')
), closed_lead as (
  update lead set recorded = int8range(lower(recorded), @Revision)
  where upper_inf(recorded) and id in (select id from gone where relation = 'lead')
)
update pending_law set recorded = int8range(lower(recorded), @Revision)
where upper_inf(recorded) and id in (select id from gone where relation = 'pending_law')
