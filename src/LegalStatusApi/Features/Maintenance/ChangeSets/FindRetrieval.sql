-- On which day was this source version retrieved, as the set has it, else as the record does? No row: there is no such version.
select content ->> 'retrievedOn' as "RetrievedOn"
from changeset_row
where changeset = @Id and relation = 'source_version' and id = @Source || '/' || @Version::int and content is not null
union all
select retrieved_on::text
from source_version
where source = @Source and version = @Version::int and upper_inf(recorded)
limit 1
