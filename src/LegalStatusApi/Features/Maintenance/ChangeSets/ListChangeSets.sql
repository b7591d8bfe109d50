-- Which change sets are there, newest first, in one state or all?
select
  changeset.id as "Id", changeset.state::text as "State", changeset.title as "Title", maintainer.name as "Author",
  changeset.base_revision as "BaseRevision", changeset.version as "Version",
  (select count(*) from changeset_row where changeset_row.changeset = changeset.id) as "Rows"
from changeset
join maintainer on maintainer.id = changeset.author
where @State::text is null or changeset.state = @State
order by changeset.created_at desc, changeset.id
limit 200
