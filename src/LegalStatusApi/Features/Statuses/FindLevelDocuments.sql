-- What does one revision say of these levels, each a place and a substance, on a day (0001-01-02: on all days)?
-- One row for each level of which a document is on record (sql/migrations/0020_level_documents.sql), and for those right above them that
-- the caller neither asks for nor knows: not every code tells what lies above it. "offset 0" and the lateral join keep the plan to one
-- look-up along the primary key for each.
with revision_asked as (
  select number, recorded_at
  from revision
  where (@Revision::bigint is null or number = @Revision)
    and (@AsOf::timestamptz is null or recorded_at <= @AsOf)
  order by number desc
  limit 1
), asked as (
  select jurisdiction, substance, day
  from unnest(@Jurisdictions::text[], @Substances::text[], @Days::date[]) as asked (jurisdiction, substance, day)
), wanted as (
  select jurisdiction, substance, day from asked
  union
  select link.parent::text, asked.substance, '0001-01-02'
  from asked
  cross join revision_asked
  cross join lateral (
    select parent
    from jurisdiction_parent
    where jurisdiction = asked.jurisdiction and parent <> all(@Jurisdictions) and parent <> all(@Known::text[])
      and said_in(recorded_in, superseded_in, revision_asked.number)
    offset 0) as link
)
select wanted.jurisdiction, wanted.substance, wanted.day, revision_asked.number, revision_asked.recorded_at,
  said.first_day, said.last_day, said.document
from revision_asked
cross join wanted
cross join lateral (
  select level.first_day, level.last_day, level.document
  from level_document as level
  where level.jurisdiction = wanted.jurisdiction and level.substance = wanted.substance and level.first_day <= wanted.day
    and said_in(level.recorded_in, level.superseded_in, revision_asked.number)
  order by level.first_day desc
  limit 1
  offset 0) as said
