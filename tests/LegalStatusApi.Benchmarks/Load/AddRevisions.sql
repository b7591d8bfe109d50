-- Revisions after the one that is there, up to @Number, that change nothing: nothing proves them, they are only read.
set session_replication_role = replica;
insert into revision (number, recorded_at, author, reason, salt, content_hash, previous_hash, hash)
  select number, latest.recorded_at + make_interval(secs => number), 'Bench', 'Nothing changed.', latest.salt, latest.content_hash, latest.hash,
    sha256(convert_to('revision ' || number, 'UTF8'))
  from (select recorded_at, salt, content_hash, hash from revision where number = 1) as latest, generate_series(2, @Number::int) as number;
set session_replication_role = origin;
