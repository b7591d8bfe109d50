-- What does a revision say of this place: its names, the places above and below it, its treaties, and how much is on record?
select jsonb_build_object('code', place.code, 'name', place.name, 'type', place.type,
  'aliases', nullif(to_jsonb(place.aliases), '[]'),
  'parents', (
    select coalesce(jsonb_agg(jsonb_build_object('code', above.code, 'name', above.name, 'type', above.type, 'law', link.law,
      'from', partial_date(link.begins), 'to', partial_date(link.ends)) order by link.begins nulls first, above.code), '[]')
    from jurisdiction_parent as link
    join jurisdiction as above on above.code = link.parent and said_in(above.recorded_in, above.superseded_in, @Revision)
    where link.jurisdiction = place.code and said_in(link.recorded_in, link.superseded_in, @Revision)),
  'children', (
    select coalesce(jsonb_agg(jsonb_build_object('code', below.code, 'name', below.name, 'type', below.type, 'law', link.law,
      'from', partial_date(link.begins), 'to', partial_date(link.ends)) order by below.code, link.begins nulls first), '[]')
    from jurisdiction_parent as link
    join jurisdiction as below on below.code = link.jurisdiction and said_in(below.recorded_in, below.superseded_in, @Revision)
    where link.parent = place.code and said_in(link.recorded_in, link.superseded_in, @Revision)),
  'participations', (
    select coalesce(jsonb_agg(jsonb_build_object('treaty', part.treaty, 'title', treaty.title, 'party', part.party,
      'from', partial_date(part.begins), 'to', partial_date(part.ends), 'source', part.source, 'version', part.version,
      'pinpoint', part.pinpoint) order by part.treaty, part.begins nulls first), '[]')
    from participation as part
    join source as treaty on treaty.key = part.treaty and said_in(treaty.recorded_in, treaty.superseded_in, @Revision)
    where part.jurisdiction = place.code and said_in(part.recorded_in, part.superseded_in, @Revision)),
  'records', (
    select coalesce(jsonb_agg(jsonb_build_object('substance', substance.slug, 'classifications', (
        select count(*) from classification as record
        where record.jurisdiction = place.code and record.substance = substance.slug
          and said_in(record.recorded_in, record.superseded_in, @Revision)))
      order by substance.ordinal), '[]')
    from substance
    where said_in(substance.recorded_in, substance.superseded_in, @Revision)),
  'revision', @Revision::bigint) as "Item"
from jurisdiction as place
where place.code = @Code and said_in(place.recorded_in, place.superseded_in, @Revision)
