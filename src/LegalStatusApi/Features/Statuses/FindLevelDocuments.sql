-- What does one revision say of these levels, each a place and a substance, on a day (0001-01-01: on all days)?
-- One row for each level of which a document is on record (sql/migrations/0020_level_documents.sql). "offset 0" and the lateral join keep
-- the plan to one look-up along the primary key for each.
with revision_asked as (
  select number, recorded_at
  from revision
  where (@Revision::bigint is null or number = @Revision)
    and (@AsOf::timestamptz is null or recorded_at <= @AsOf)
  order by number desc
  limit 1
)
select asked.ordinal - 1 as asked, revision_asked.number, revision_asked.recorded_at, said.first_day, said.last_day, said.document
from revision_asked
cross join unnest(@Jurisdictions::text[], @Substances::text[], @Days::date[]) with ordinality as asked (jurisdiction, substance, day, ordinal)
cross join lateral (
  select level.first_day, level.last_day, level.document
  from level_document as level
  where level.jurisdiction = asked.jurisdiction and level.substance = asked.substance and level.first_day <= asked.day
    and said_in(level.recorded_in, level.superseded_in, revision_asked.number)
  order by level.first_day desc
  limit 1
  offset 0) as said
