-- What are these places called at a revision? Those that are not on record then are left out.
select jsonb_build_object('code', place.code, 'name', place.name)
from jurisdiction as place
where place.code = any(@Codes) and said_in(place.recorded_in, place.superseded_in, @Revision)
order by place.name, place.code
