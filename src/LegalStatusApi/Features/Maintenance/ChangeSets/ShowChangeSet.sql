-- What is this change set, and what does it hold?
select jsonb_build_object('id', changeset.id, 'state', changeset.state, 'title', changeset.title, 'reason', changeset.reason,
  'author', author.name, 'reviewer', reviewer.name, 'baseRevision', changeset.base_revision, 'version', changeset.version,
  'approvedHash', encode(changeset.approved_hash, 'hex'), 'rejection', changeset.rejection, 'revision', changeset.revision,
  'createdAt', changeset.created_at, 'submittedAt', changeset.submitted_at, 'reviewedAt', changeset.reviewed_at,
  'rows', coalesce((
    select jsonb_agg(jsonb_build_object('relation', relation, 'id', id, 'content', content) order by relation, id)
    from changeset_row where changeset_row.changeset = changeset.id), '[]'),
  'changes', coalesce((
    select jsonb_agg(jsonb_build_object('record', record, 'kind', kind, 'reason', changeset_note.reason) order by record)
    from changeset_note where changeset_note.changeset = changeset.id), '[]')) as "Item"
from changeset
join maintainer as author on author.id = changeset.author
left join maintainer as reviewer on reviewer.id = changeset.reviewer
where changeset.id = @Id
