-- Which texts of the revisions up to this one were redacted, when, by whom and why? Newest first.
with gone as (
  select concat_ws(' ', text.value ->> 'redactedAt', relation, id, recorded_in, text.key) collate "C" as place,
    text.value - 'digest' || jsonb_build_object('relation', relation, 'id', id, 'recordedIn', recorded_in, 'field', text.key) as item
  from redacted_row, jsonb_each(redacted -> 'texts') as text
  where recorded_in <= @Revision
)
select jsonb_build_object('place', place, 'item', item) as "Item"
from gone
where @Before::text is null or place < @Before
order by place desc
limit @Take::bigint
