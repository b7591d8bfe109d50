-- Which free texts does this row have, and what does one of them say, if it is not redacted?
select
  (select string_agg(name.key, ', ' order by name.key) from jsonb_each(texts) as name where name.value <> 'null') as "Names",
  nullif(texts -> @Field, 'null')::text as "Text",
  coalesce(redacted -> 'texts' ? @Field, false) as "IsRedacted"
from free_text
where relation = @Relation and id = @Id and recorded_in = @RecordedIn
