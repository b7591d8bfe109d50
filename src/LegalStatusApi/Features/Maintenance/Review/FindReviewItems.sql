-- What is to be looked at again on this day, by what a revision says: one row for each kind and subject, in that order.
-- A kept plan knows neither the revision nor the filters, and takes every part for a single row. So the parts that are dear to
-- compute are materialized, else a nested loop computes them once for each record; and what is missing is found by "except", which is
-- hashed whatever the planner expects.
with record as materialized (
  select classification.id, key, jurisdiction, substance, form, begins, verification, review_due, disputed, to_check,
    recorded_in, (revision.recorded_at at time zone 'UTC')::date as recorded_on
  from classification
  join revision on revision.number = recorded_in
  where said_in(recorded_in, superseded_in, @Revision)
), researched as (
  select place.code, min(record.recorded_on) as since
  from record
  join jurisdiction as place on place.code = record.jurisdiction and place.type = 'country'
    and said_in(place.recorded_in, place.superseded_in, @Revision)
  group by place.code
), missing as materialized (
  select researched.code, substance.slug
  from researched
  cross join substance
  where said_in(substance.recorded_in, substance.superseded_in, @Revision)
  except
  select jurisdiction, substance from record
  except
  select jurisdiction, substance from lead where said_in(recorded_in, superseded_in, @Revision)
), incorporating as materialized (
  select record.id, record.jurisdiction, record.substance, record.form, record.recorded_in, citation.source, citation.version,
    source.jurisdiction as place_of_source
  from citation
  join record on record.id = citation.record
  join source on source.key = citation.source and said_in(source.recorded_in, source.superseded_in, @Revision)
  where citation.role = 'incorporates' and said_in(citation.recorded_in, citation.superseded_in, @Revision)
), incorporated as materialized (
  select record.id, max(moved.moved_in) as moved_in
  from incorporating as record
  cross join lateral (
    select version.recorded_in as moved_in
    from source_version as version
    where version.source = record.source and version.version > record.version
      and version.recorded_in > record.recorded_in and said_in(version.recorded_in, version.superseded_in, @Revision)
    union all
    -- What the law of the other place says otherwise than when this record was written; a mere re-verification is no move.
    select greatest(other.recorded_in, case when other.superseded_in <= @Revision then other.superseded_in end)
    from classification as other
    where other.substance = record.substance and (other.form is null or other.form = record.form)
      and case
        -- Its own instrument takes the list over: then it is the list of the place above, whose law applies here.
        when record.place_of_source is null or record.place_of_source = record.jurisdiction then exists (
          select from jurisdiction_parent as above
          where above.jurisdiction = record.jurisdiction and above.parent = other.jurisdiction and above.law = 'applies'
            and said_in(above.recorded_in, above.superseded_in, @Revision))
        else other.jurisdiction = record.place_of_source
      end
      and said_in(other.recorded_in, other.superseded_in, record.recorded_in)
        <> said_in(other.recorded_in, other.superseded_in, @Revision)
      and not exists (
        select from classification as same
        where same.id = other.id and same.recorded_in <> other.recorded_in
          and (same.status, same.schedule, same.begins, same.ends) is not distinct from
              (other.status, other.schedule, other.begins, other.ends)
          and said_in(same.recorded_in, same.superseded_in, record.recorded_in)
            = said_in(other.recorded_in, other.superseded_in, @Revision)
          and said_in(same.recorded_in, same.superseded_in, @Revision)
            = said_in(other.recorded_in, other.superseded_in, record.recorded_in))
  ) as moved
  where moved.moved_in <= @Revision
  group by record.id
), item as (
  select 'stale' as kind, key as subject, jurisdiction, substance, form, id as record, key, null as report_kind,
    review_due::date as since, recorded_in as changed_in, to_check
  from record
  where review_due < @Today::date
  union all
  select 'unverified', key, jurisdiction, substance, form, id, key, null, recorded_on, recorded_in, to_check
  from record
  where verification in ('unverified', 'treaty')
  union all
  select 'disputed', key, jurisdiction, substance, form, id, key, null, recorded_on, recorded_in, to_check
  from record
  where disputed is not null
  union all
  select 'named_only', key, jurisdiction, substance, form, id, key, null, recorded_on, recorded_in, to_check
  from record
  where not exists (
    select from citation
    where citation.record = record.id and role <> 'named' and said_in(citation.recorded_in, citation.superseded_in, @Revision))
  union all
  select 'missing', code || '/' || slug, code, slug, null, null, null, null, since, null, null
  from missing
  join researched using (code)
  union all
  select 'lead', key, jurisdiction, substance, form, id, key, null, (recorded_at at time zone 'UTC')::date, recorded_in, to_check
  from lead
  join revision on revision.number = recorded_in
  where said_in(recorded_in, superseded_in, @Revision)
  union all
  select distinct 'dead_source', record.key || ' ' || citation.source || '/' || citation.version, jurisdiction, substance, form,
    record.id, record.key, null, found_on, record.recorded_in, null
  from dead_source
  join citation on citation.source = dead_source.source and citation.version = dead_source.version
    and said_in(citation.recorded_in, citation.superseded_in, @Revision)
  join record on record.id = citation.record
  union all
  select 'taking_effect_soon', key, jurisdiction, substance, form, id, key, null,
    greatest(recorded_on, lower(begins) - 90), recorded_in, null
  from record
  where lower(begins) > @Today::date and lower(begins) <= @Today::date + 90
  union all
  select 'taking_effect_soon', key || ' ' || id, jurisdiction, substance, form, id, key, null,
    greatest((recorded_at at time zone 'UTC')::date, lower(expected) - 90), recorded_in, null
  from pending_law
  join revision on revision.number = recorded_in
  where said_in(recorded_in, superseded_in, @Revision) and outcome is null and lower(expected) <= @Today::date + 90
  union all
  select 'incorporated_list_moved', key, jurisdiction, substance, form, record.id, key, null,
    (revision.recorded_at at time zone 'UTC')::date, greatest(record.recorded_in, moved_in), null
  from incorporated
  join record on record.id = incorporated.id
  join revision on revision.number = moved_in
  union all
  select 'report', id, jurisdiction, substance, form, null, null, kind, reported_on, null, null
  from report
), standing as (
  select item.*, maintainer.id as claimed_by, maintainer.name as claimed_by_name,
    settled.settled_on, settled.name as settled_by, settled.how,
    case
      when settled.settled_on is not null then 'settled'
      when maintainer.id is not null then 'claimed'
      else 'open'
    end as state
  from item
  -- A claim lapses: whoever takes something up and leaves it does not keep others from it.
  left join review_claim on review_claim.kind = item.kind and review_claim.subject = item.subject
    and review_claim.claimed_on > @Today::date - 30
  left join maintainer on maintainer.id = review_claim.maintainer
  left join lateral (
    select settlement.settled_on, settlement.how, settler.name
    from review_settlement as settlement
    join maintainer as settler on settler.id = settlement.maintainer
    where settlement.kind = item.kind and settlement.subject = item.subject
      and (item.kind = 'report' or settlement.settled_on > @Today::date - 180)
      and (item.changed_in is null or settlement.recorded_in >= item.changed_in)
    order by settlement.number desc
    limit 1
  ) as settled on true
  where (@Kind::text is null or item.kind = @Kind)
    and (@Jurisdiction::text is null or item.jurisdiction = @Jurisdiction)
    and (@Substance::text is null or item.substance = @Substance)
), part as (
  select standing.*
  from standing
  where state = any (@States::text[])
    and (@AfterKind::text is null or (kind, subject) > (@AfterKind, @AfterSubject::text))
  order by kind, subject
  limit @Take::bigint
)
select jsonb_build_object('kind', kind, 'subject', subject, 'jurisdiction', jurisdiction, 'substance', substance, 'form', form,
  'record', record, 'key', key, 'reportKind', report_kind, 'since', since, 'changedIn', changed_in, 'toCheck', to_check,
  'state', state, 'claimedBy', claimed_by, 'claimedByName', claimed_by_name,
  'settledOn', settled_on, 'settledBy', settled_by, 'how', how) as "Item"
from part
order by kind, subject
