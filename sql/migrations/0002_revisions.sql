-- The record clock: revisions, and the rules that keep what they recorded as it was.

create table revision (
  number bigint constraint revision_pkey primary key constraint revision_number_is_positive check (number > 0),
  recorded_at timestamptz not null,
  author text not null constraint revision_author_is_named check (author <> ''),
  reviewer text constraint revision_reviewer_is_another check (reviewer <> '' and reviewer <> author),
  reason text not null constraint revision_reason_is_given check (reason <> ''),
  salt bytea not null,
  content_hash bytea not null constraint revision_content_hash_is_sha256 check (length(content_hash) = 32),
  previous_hash bytea constraint revision_previous_hash_is_sha256 check (length(previous_hash) = 32),
  hash bytea not null constraint revision_hash_is_sha256 check (length(hash) = 32)
);
comment on table revision is 'One publication of reviewed changes. Its row is written last, in the transaction of its changes.';
comment on column revision.reviewer is 'Null: published without a review (the first import is).';
comment on column revision.content_hash is 'SHA-256 over the canonical JSON (RFC 8785) of the rows this revision added and closed.';
comment on column revision.previous_hash is 'The hash of the revision before; null for the first.';
comment on column revision.hash is 'SHA-256 over the canonical JSON of the revision itself, its content hash and its predecessor''s hash.';

-- A revision follows its predecessor without a gap, later in time, and names its hash.
create function refuse_a_torn_chain() returns trigger language plpgsql as $$
declare
  previous revision%rowtype;
begin
  select * into previous from revision order by number desc limit 1;
  if new.number <> coalesce(previous.number, 0) + 1
     or new.previous_hash is distinct from previous.hash
     or new.recorded_at <= previous.recorded_at then
    raise exception 'revision % does not follow revision %', new.number, coalesce(previous.number, 0)
      using errcode = '23514', constraint = 'revision_follows_its_predecessor';
  end if;
  return new;
end $$;
create trigger revision_follows_its_predecessor before insert on revision
  for each row execute function refuse_a_torn_chain();

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% of % refused: the record is append-only', tg_op, tg_table_name
    using errcode = '42501', constraint = 'history_is_append_only';
end $$;
create trigger history_is_append_only before update or delete on revision
  for each row execute function refuse_rewriting();
create trigger history_is_not_truncated before truncate on revision
  for each statement execute function refuse_rewriting();

create table revision_entry (
  revision bigint not null constraint revision_entry_revision_fkey references revision deferrable initially deferred,
  action text not null constraint revision_entry_action_is_known check (action in ('added', 'closed')),
  relation text not null,
  id text not null,
  hash bytea not null constraint revision_entry_hash_is_sha256 check (length(hash) = 32),
  constraint revision_entry_pkey primary key (revision, action, relation, id)
);
comment on table revision_entry is 'What a revision added and closed, so that a broken chain says which row was altered.';
comment on column revision_entry.hash is 'SHA-256 over the canonical JSON (RFC 8785) of the row, its free texts as salted digests.';

create function refuse_entries_of_a_published_revision() returns trigger language plpgsql as $$
begin
  if exists (select from revision where number >= new.revision) then
    raise exception 'revision % is already published', new.revision
      using errcode = '42501', constraint = 'published_revision_takes_no_rows';
  end if;
  return new;
end $$;
create trigger published_revision_takes_no_rows before insert on revision_entry
  for each row execute function refuse_entries_of_a_published_revision();
create trigger history_is_append_only before update or delete on revision_entry
  for each row execute function refuse_rewriting();
create trigger history_is_not_truncated before truncate on revision_entry
  for each statement execute function refuse_rewriting();

-- Of a recorded row only one thing may ever change: an open revision range is closed, once, by the revision in the making.
create function refuse_rewriting_but_closing() returns trigger language plpgsql as $$
declare
  -- Generated columns of NEW are null in a BEFORE trigger, so they are left out of the comparison.
  kept_out constant text[] := array['recorded', 'recorded_in', 'superseded_in', 'possible', 'certain'];
begin
  if upper_inf(old.recorded) and lower(new.recorded) = lower(old.recorded) and not upper_inf(new.recorded)
     and to_jsonb(new) - kept_out = to_jsonb(old) - kept_out
     and not exists (select from revision where number >= upper(new.recorded)) then
    return new;
  end if;
  raise exception 'UPDATE of % refused: a recorded row can only be closed, by a new revision', tg_table_name
    using errcode = '42501', constraint = 'history_is_append_only';
end $$;

-- A published revision takes no more rows.
create function refuse_a_published_revision() returns trigger language plpgsql as $$
begin
  if not upper_inf(new.recorded) or exists (select from revision where number >= lower(new.recorded)) then
    raise exception 'INSERT into % refused: revision % is already published', tg_table_name, lower(new.recorded)
      using errcode = '42501', constraint = 'published_revision_takes_no_rows';
  end if;
  return new;
end $$;

create function said_in(recorded_in bigint, superseded_in bigint, revision bigint) returns boolean
  language sql immutable parallel safe
  return recorded_in <= revision and (superseded_in is null or superseded_in > revision);
comment on function said_in is
  'Whether a row is said in a revision. Better than recorded @> revision where a B-tree leads to the row: that operator tempts the planner into a GiST index of an exclusion constraint, ten times slower.';

-- Gives a table its revision range and the rules above.
create procedure record_by_revision(recorded_table regclass) language plpgsql as $$
declare
  bare text := recorded_table::text;
begin
  execute format($sql$
    alter table %1$s
      add column salt bytea not null default new_salt(),
      add column recorded int8range not null
        constraint %2$s_recorded_is_a_range
        check (not isempty(recorded) and not lower_inf(recorded) and lower_inc(recorded)),
      add column recorded_in bigint generated always as (lower(recorded)) stored
        constraint %2$s_recorded_in_fkey references revision deferrable initially deferred,
      add column superseded_in bigint generated always as (upper(recorded)) stored
        constraint %2$s_superseded_in_fkey references revision deferrable initially deferred;
    create trigger history_is_append_only before update on %1$s
      for each row execute function refuse_rewriting_but_closing();
    create trigger history_is_not_deleted before delete on %1$s
      for each row execute function refuse_rewriting();
    create trigger history_is_not_truncated before truncate on %1$s
      for each statement execute function refuse_rewriting();
    create trigger published_revision_takes_no_rows before insert on %1$s
      for each row execute function refuse_a_published_revision();
    create index %2$s_recorded_in on %1$s (recorded_in);
    create index %2$s_superseded_in on %1$s (superseded_in) where superseded_in is not null;
    comment on column %1$s.recorded is 'Revisions that say so: from the first, up to but not including the one that closed it.';
    comment on column %1$s.salt is 'Salts the digests of this row''s free texts in the hash chain.';
  $sql$, recorded_table, bare);
end $$;
