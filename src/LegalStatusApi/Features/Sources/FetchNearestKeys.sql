-- Which keys of sources are most like this one?
select source.key
from source
where said_in(source.recorded_in, source.superseded_in, @Revision) and similarity(source.key, @Key) > 0.3
order by similarity(source.key, @Key) desc, source.key
limit 3
