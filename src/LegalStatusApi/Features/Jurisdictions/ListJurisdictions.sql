-- Which places are covered at a revision, and of how many periods of law is there a record in each?
select jsonb_build_object('code', place.code, 'name', place.name, 'type', place.type,
  'aliases', nullif(to_jsonb(place.aliases), '[]'), 'records', coalesce(counted.records, 0)) as "Item"
from jurisdiction as place
left join (
  select jurisdiction, count(*) as records
  from classification
  where said_in(recorded_in, superseded_in, @Revision)
  group by jurisdiction
) as counted on counted.jurisdiction = place.code
where said_in(place.recorded_in, place.superseded_in, @Revision)
  and (@Type::text is null or place.type = @Type)
  and (@Parent::text is null or exists (
    select from jurisdiction_parent as link
    where link.jurisdiction = place.code and link.parent = @Parent and said_in(link.recorded_in, link.superseded_in, @Revision)))
  and (@HasRecords::boolean is null or (counted.records is not null) = @HasRecords)
  and (@After::text is null or place.code > @After)
order by place.code
limit @Take
