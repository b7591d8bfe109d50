-- Which change sets are there, newest first: in one state, of one author, or all?
select jsonb_build_object('id', changeset.id, 'state', changeset.state, 'title', changeset.title, 'author', maintainer.name,
  'baseRevision', changeset.base_revision, 'version', changeset.version,
  'rows', (select count(*) from changeset_row where changeset_row.changeset = changeset.id)) as "Item"
from changeset
join maintainer on maintainer.id = changeset.author
where (@State::text is null or changeset.state = @State)
  and (@Author::text is null or maintainer.id = @Author or maintainer.name = @Author)
  and (@After::text is null
    or (changeset.created_at, changeset.id) < (select seen.created_at, seen.id from changeset as seen where seen.id = @After))
order by changeset.created_at desc, changeset.id desc
limit @Take::bigint
