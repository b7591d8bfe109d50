-- What does a revision say of this place: its names, the places above and below it, its treaties, and how much is on record?
select jsonb_build_object('code', place.code, 'name', place.name, 'type', place.type,
  'aliases', nullif(to_jsonb(place.aliases), '[]'),
  'parents', (
    select coalesce(jsonb_agg(jsonb_build_object('code', above.code, 'name', above.name, 'type', above.type, 'law', link.law,
      'from', partial_date(link.begins), 'to', partial_date(link.ends)) order by link.begins nulls first, above.code), '[]')
    from jurisdiction_parent as link
    join jurisdiction as above on above.code = link.parent and above.recorded @> @Revision::bigint
    where link.jurisdiction = place.code and link.recorded @> @Revision::bigint),
  'children', (
    select coalesce(jsonb_agg(jsonb_build_object('code', below.code, 'name', below.name, 'type', below.type, 'law', link.law,
      'from', partial_date(link.begins), 'to', partial_date(link.ends)) order by below.code, link.begins nulls first), '[]')
    from jurisdiction_parent as link
    join jurisdiction as below on below.code = link.jurisdiction and below.recorded @> @Revision::bigint
    where link.parent = place.code and link.recorded @> @Revision::bigint),
  'participations', (
    select coalesce(jsonb_agg(jsonb_build_object('treaty', part.treaty, 'title', treaty.title, 'party', part.party,
      'from', partial_date(part.begins), 'to', partial_date(part.ends), 'source', part.source, 'version', part.version,
      'pinpoint', part.pinpoint) order by part.treaty, part.begins nulls first), '[]')
    from participation as part
    join source as treaty on treaty.key = part.treaty and treaty.recorded @> @Revision::bigint
    where part.jurisdiction = place.code and part.recorded @> @Revision::bigint),
  'records', (
    select coalesce(jsonb_agg(jsonb_build_object('substance', substance.slug, 'classifications', (
        select count(*) from classification as record
        where record.jurisdiction = place.code and record.substance = substance.slug and record.recorded @> @Revision::bigint))
      order by substance.ordinal), '[]')
    from substance
    where substance.recorded @> @Revision::bigint),
  'revision', @Revision::bigint) as "Item"
from jurisdiction as place
where place.code = @Code and place.recorded @> @Revision::bigint
