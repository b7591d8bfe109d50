-- Who may change the record, with which key, and what each of them did.

create domain maintenance_scope as text constraint maintenance_scope_is_known check (value in
  ('propose', 'review', 'publish', 'admin'));

create table maintainer (
  id text constraint maintainer_pkey primary key constraint maintainer_id_is_well_formed check (id ~ '^mnt_[a-z2-7]{16}$'),
  name text not null constraint maintainer_name_is_given check (name <> '' and length(name) <= 100)
    constraint maintainer_name_is_of_one unique,
  created_at timestamptz not null default clock_timestamp()
);
-- Ada and ada are one person, who must not be two pairs of eyes.
create unique index maintainer_name_is_of_one_in_any_case on maintainer (lower(name));
comment on column maintainer.name is 'As public pages show it: the name that the maintainer chose.';

create table api_key (
  id text constraint api_key_pkey primary key constraint api_key_id_is_well_formed check (id ~ '^[a-z2-7]{12}$'),
  maintainer text not null constraint api_key_maintainer_fkey references maintainer,
  hash bytea not null constraint api_key_hash_is_sha256 check (length(hash) = 32),
  scopes maintenance_scope[] not null constraint api_key_scopes_are_given check (cardinality(scopes) > 0),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null constraint api_key_expires_later check (expires_at > created_at),
  revoked_at timestamptz
);
create index api_key_maintainer on api_key (maintainer);
comment on table api_key is 'A random key of a maintainer. Only its SHA-256 is kept, so the key itself is shown once and never again.';

-- A key never changes but in one thing: it is revoked, once.
create function refuse_changing_a_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
     and to_jsonb(new) - 'revoked_at' = to_jsonb(old) - 'revoked_at' then
    return new;
  end if;
  raise exception '% of a key refused: a key can only be revoked', tg_op
    using errcode = '42501', constraint = 'api_key_is_only_revoked';
end $$;
create trigger api_key_is_only_revoked before update or delete on api_key
  for each row execute function refuse_changing_a_key();

create table key_use (
  number bigint generated always as identity constraint key_use_pkey primary key,
  key text not null constraint key_use_key_fkey references api_key,
  used_at timestamptz not null default clock_timestamp(),
  method text not null,
  route text not null
);
create index key_use_key on key_use (key, used_at desc);
comment on table key_use is 'Each use of a key: when, and on which route.';

create table audit (
  number bigint generated always as identity constraint audit_pkey primary key,
  at timestamptz not null default clock_timestamp(),
  maintainer text constraint audit_maintainer_fkey references maintainer,
  key text constraint audit_key_fkey references api_key,
  action text not null,
  subject text not null,
  before jsonb,
  after jsonb
);
create index audit_subject on audit (subject, number);
comment on table audit is 'Who did what, when, with which key. Without maintainer and key: done on the command line.';

do $$
declare
  kept text;
begin
  foreach kept in array array['key_use', 'audit'] loop
    execute format('create trigger history_is_append_only before update or delete on %I for each row execute function refuse_rewriting()', kept);
    execute format('create trigger history_is_not_truncated before truncate on %I for each statement execute function refuse_rewriting()', kept);
  end loop;
end $$;

grant select, insert on maintainer, api_key, key_use, audit to legal_status_writer;
grant update (revoked_at) on api_key to legal_status_writer;
