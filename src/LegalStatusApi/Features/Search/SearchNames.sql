-- Which names, aliases, codes and identifiers resemble what was asked, at a revision, and how much?
with asked as materialized (
  select plain_text(@Text) as plain
), found as materialized (
  -- Along the index: only these sources are compared text by text.
  select key, title, citation
  from source
  where said_in(recorded_in, superseded_in, @Revision) and (@Kind::text is null or @Kind = 'source')
    and (texts_of_source(key, title, citation) %>> (select plain from asked)
      or texts_of_source(key, title, citation) like (select plain from asked) || '%'
      or texts_of_source(key, title, citation) like '% ' || (select plain from asked) || '%')
), thing as materialized (
  select 'jurisdiction' as kind, code as leads, null as form, name from jurisdiction where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'substance', slug, null, name from substance where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'substance', substance, slug, name from form where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'source', key, null, title from found
), named as materialized (
  select kind, leads, form, name, case kind when 'jurisdiction' then 'code' else 'key' end as sort, null as register,
    coalesce(form, leads) as said
  from thing
  union all
  select kind, leads, form, name, case kind when 'source' then 'title' else 'name' end, null, name from thing
  union all
  select 'jurisdiction', code, null, name, 'alias', null, alias
  from jurisdiction, unnest(aliases) as alias where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'substance', slug, null, name, 'alias', null, alias
  from substance, unnest(synonyms || inn) as alias where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'substance', substance, slug, name, 'alias', null, alias
  from form, unnest(synonyms) as alias where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'substance', slug, null, name, 'identifier', register.key, number
  from substance, jsonb_each(identifiers) as register, jsonb_array_elements_text(register.value) as number
  where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'substance', substance, slug, name, 'identifier', register.key, number
  from form, jsonb_each(identifiers) as register, jsonb_array_elements_text(register.value) as number
  where said_in(recorded_in, superseded_in, @Revision)
  union all
  select 'source', key, null, title, 'citation', null, citation from found where citation is not null
), plainly as materialized (
  select named.*, case when sort in ('code', 'key') then lower(replace(said, '-', ' ')) else plain_text(said) end as plain
  from named
  where (@Kind::text is null or kind = @Kind) and said <> '[redacted]'
), likened as materialized (
  select plainly.*, similarity(plainly.plain, asked.plain) as whole,
    -- How much of what was asked stands in the text: a word of a long title.
    strict_word_similarity(asked.plain, plainly.plain) as within,
    -- A place or a substance may be a part of what was asked.
    case when kind <> 'source' then strict_word_similarity(plainly.plain, asked.plain) else 0 end as part
  from plainly, asked
)
select asked.plain as "Asked", kind as "Kind", leads as "Leads", form as "Form", name as "Name", sort as "Sort", register as "Register",
  said as "Said", likened.plain as "Plain", greatest(whole, within)::double precision as "Likeness",
  -- A title is mostly in the language of the text.
  case when kind = 'source' then (
    select version.language from source_version as version
    where version.source = likened.leads and said_in(version.recorded_in, version.superseded_in, @Revision)
    order by version.version desc
    limit 1
  ) end as "Language"
from asked
left join likened on likened.plain <> '' and length(asked.plain) >= 2
  and (whole >= 0.2 or within >= 0.4 or part >= 0.3 or starts_with(likened.plain, asked.plain))
order by likened.plain = asked.plain desc, starts_with(likened.plain, asked.plain) desc, part = 1 desc, greatest(whole, within, part) desc,
  length(likened.plain), kind, leads, form nulls first, sort, said
limit 400
