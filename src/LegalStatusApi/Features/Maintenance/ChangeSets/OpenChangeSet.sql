-- Open a draft on the current revision, or on the one named.
insert into changeset (id, author, title, reason, base_revision)
select @Id, @Author, @Title, @Reason, max(number)
from revision
where @BaseRevision::bigint is null or number = @BaseRevision
having max(number) is not null
