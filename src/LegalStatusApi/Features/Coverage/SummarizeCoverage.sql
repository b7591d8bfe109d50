-- Of how many places is something on record, how well checked, for each substance; and of each place, what was checked best?
with place as materialized (
  select code::text as code, name, type::text as type
  from jurisdiction
  where said_in(recorded_in, superseded_in, @Revision)
), known as materialized (
  select slug::text as slug, ordinal
  from substance
  where said_in(recorded_in, superseded_in, @Revision)
), record as materialized (
  select id, jurisdiction::text as jurisdiction, substance::text as substance, verification::text as verification, verified_on, review_due
  from classification
  where said_in(recorded_in, superseded_in, @Revision)
), best as materialized (
  select jurisdiction, substance, count(*) as records,
    (array['primary', 'secondary', 'treaty', 'unverified'])[
      min(array_position(array['primary', 'secondary', 'treaty', 'unverified'], verification))] as verification,
    max(verified_on) as verified_on
  from record
  group by jurisdiction, substance
), at_place as materialized (
  select jurisdiction, jsonb_object_agg(substance, verification) as verifications, sum(records) as records,
    jsonb_object_agg(substance, verified_on) filter (where verified_on is not null) as verified_on
  from best
  group by jurisdiction
), cited as materialized (
  select record.substance, count(*) as citations, count(*) filter (where version.read) as read
  from record
  join citation on citation.record = record.id and said_in(citation.recorded_in, citation.superseded_in, @Revision)
  join source_version as version on version.source = citation.source and version.version = citation.version
    and said_in(version.recorded_in, version.superseded_in, @Revision)
  group by record.substance
)
select jsonb_build_object(
  'substances', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'substance', known.slug,
      'places', (select count(*) from place),
      'placesWithRecords', (select count(*) from best where best.substance = known.slug),
      'records', (select count(*) from record where record.substance = known.slug),
      'recordsByVerification', (select coalesce(jsonb_object_agg(said.verification, said.number), '{}') from (
        select verification, count(*) as number from record where record.substance = known.slug group by verification) as said),
      'placesByVerification', (select coalesce(jsonb_object_agg(said.verification, said.number), '{}') from (
        select verification, count(*) as number from best where best.substance = known.slug group by verification) as said),
      'citations', coalesce((select citations from cited where cited.substance = known.slug), 0),
      'citationsRead', coalesce((select read from cited where cited.substance = known.slug), 0),
      'oldestVerifiedOn', (select min(verified_on) from record where record.substance = known.slug),
      'nextReviewDue', (select min(review_due) from record where record.substance = known.slug)) order by known.ordinal), '[]')
    from known),
  'places', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'code', place.code,
      'name', place.name,
      'type', place.type,
      'verifications', coalesce(at_place.verifications, '{}'),
      'verifiedOn', coalesce(at_place.verified_on, '{}'),
      'records', coalesce(at_place.records, 0)) order by place.code), '[]')
    from place
    left join at_place on at_place.jurisdiction = place.code)) as "Item"
