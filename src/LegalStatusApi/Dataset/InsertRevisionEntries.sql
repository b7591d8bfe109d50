-- Note what the revision in the making does to each row.
insert into revision_entry (revision, action, relation, id, hash)
select @Revision, entry.action, entry.relation, entry.id, entry.hash
from unnest(@Actions::text[], @Relations::text[], @Ids::text[], @Hashes::bytea[]) as entry (action, relation, id, hash)
