-- Which revision is a text written from, and what is its hash? The current one where none is named.
select number as "Revision", encode(hash, 'hex') as "Hash"
from revision
where @Revision::bigint is null or number = @Revision
order by number desc
limit 1
