-- What took effect or ended in law, and which revisions say so: what the feeds of changes and the calendar are made of.

create view law_event as
  with said (classification, jurisdiction, substance, form, boundary, falls_on, status, recorded) as (
    select id, jurisdiction::text, substance::text, form::text, 'begins', begins::daterange, status::text, recorded
    from classification
    where begins is not null
    union all
    -- An end is told where nothing on record begins in its place; the revisions in which something does are left out.
    select ended.id, ended.jurisdiction::text, ended.substance::text, ended.form::text, 'ends', ended.ends::daterange, ended.status::text,
      alone.recorded
    from classification as ended
    cross join lateral (
      select coalesce(range_agg(next.recorded), '{}') as recorded
      from classification as next
      where next.jurisdiction = ended.jurisdiction and next.substance = ended.substance and next.form is not distinct from ended.form
        and next.id <> ended.id and lower(next.begins) < upper(ended.ends)
        and (next.ends is null or upper(next.ends) > upper(ended.ends))
    ) as followed
    cross join lateral unnest(int8multirange(ended.recorded) - followed.recorded) as alone (recorded)
    where ended.ends is not null
  )
  select classification, jurisdiction, substance, form, boundary, partial_date(falls_on) as falls_on, status,
    lower(falls_on) as earliest_on, upper(falls_on) - 1 as takes_effect_on, range_agg(recorded) as stated
  from said
  group by classification, jurisdiction, substance, form, boundary, falls_on, status;
comment on view law_event is 'A status that takes effect, or ends with nothing after it, on a day; stated: the revisions that say so.';
comment on column law_event.takes_effect_on is 'The last day that falls_on may mean: by then it has certainly happened.';

grant select on law_event to legal_status_reader, legal_status_writer;
