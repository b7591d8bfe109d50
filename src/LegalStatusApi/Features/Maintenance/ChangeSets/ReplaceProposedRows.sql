-- Make the set hold exactly these rows; who put in one that stays the same is remembered.
with wanted as (
  select relation, id, content
  from jsonb_to_recordset(@Rows::jsonb) as row (relation text, id text, content jsonb)
), gone as (
  delete from changeset_row
  where changeset = @Id and (relation, id) not in (select relation, id from wanted)
)
insert into changeset_row (changeset, relation, id, content, put_by)
select @Id, relation, id, content, @PutBy from wanted
on conflict (changeset, relation, id) do update
  set content = excluded.content, put_by = excluded.put_by, put_at = clock_timestamp()
  where changeset_row.content is distinct from excluded.content
