-- Which keys of sources are most like this one?
select source.key
from source
where source.recorded @> @Revision::bigint and similarity(source.key, @Key) > 0.3
order by similarity(source.key, @Key) desc, source.key
limit 3
