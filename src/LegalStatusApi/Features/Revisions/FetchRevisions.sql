-- What was published, by whom and why, up to a revision, newest first?
select jsonb_build_object('number', number, 'recordedAt', recorded_at, 'author', author,
  'reviewed', reviewer is not null, 'reviewer', reviewer, 'reason', reason,
  'contentHash', encode(content_hash, 'hex'), 'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex')) as "Item"
from revision
where number <= @Revision
  and (@Before::bigint is null or number < @Before)
order by number desc
limit @Take
