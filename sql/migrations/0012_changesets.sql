-- Proposals: change sets, what they hold, and what a publication says of each record that it changed.

create domain changeset_state as text constraint changeset_state_is_known check (value in
  ('draft', 'in_review', 'approved', 'published', 'rejected', 'withdrawn'));
create domain change_kind as text constraint change_kind_is_known check (value in
  ('added', 'law_changed', 'corrected', 'reverified', 'withdrawn'));

create table changeset (
  id text constraint changeset_pkey primary key constraint changeset_id_is_well_formed check (id ~ '^chs_[a-z2-7]{16}$'),
  author text not null constraint changeset_author_fkey references maintainer,
  title text not null constraint changeset_title_is_given check (title <> '' and length(title) <= 200),
  reason text not null constraint changeset_reason_is_given check (reason <> '' and length(reason) <= 2000),
  state changeset_state not null default 'draft',
  base_revision bigint not null constraint changeset_base_revision_fkey references revision,
  version int not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  submitted_at timestamptz,
  reviewer text constraint changeset_reviewer_fkey references maintainer
    constraint changeset_reviewer_is_another check (reviewer <> author),
  reviewed_at timestamptz,
  approved_hash bytea constraint changeset_approved_hash_is_sha256 check (length(approved_hash) = 32),
  rejection text,
  diff jsonb,
  revision bigint constraint changeset_revision_fkey references revision,
  constraint changeset_approval_names_the_diff check ((state = 'approved') <= (reviewer is not null and approved_hash is not null)),
  constraint changeset_rejection_is_reasoned check ((state = 'rejected') = (rejection is not null)),
  constraint changeset_published_has_a_revision check ((state = 'published') = (revision is not null))
);
create index changeset_open on changeset (state, created_at);
comment on column changeset.base_revision is 'The revision that its rows were made against.';
comment on column changeset.version is 'Counts every change of the set: what If-Match compares.';
comment on column changeset.diff is 'What it would change, as it was submitted, approved or published last.';
comment on column changeset.approved_hash is 'SHA-256 of the diff that the reviewer saw; another diff is not approved.';

create table changeset_row (
  changeset text not null constraint changeset_row_changeset_fkey references changeset,
  relation text not null,
  id text not null,
  content jsonb,
  put_by text not null constraint changeset_row_put_by_fkey references maintainer,
  put_at timestamptz not null default clock_timestamp(),
  constraint changeset_row_pkey primary key (changeset, relation, id)
);
comment on column changeset_row.content is 'The row as it is to be; null: it is to be closed.';

create table changeset_note (
  changeset text not null constraint changeset_note_changeset_fkey references changeset,
  record text not null,
  kind change_kind not null,
  reason text not null constraint changeset_note_reason_is_given check (reason <> ''),
  put_by text not null constraint changeset_note_put_by_fkey references maintainer,
  constraint changeset_note_pkey primary key (changeset, record)
);
comment on table changeset_note is 'Which of the four kinds a change of a record is: the law changed, we corrected, re-verified or withdrew it; and why.';

-- Nothing may be put into a set that is not a draft, whatever the program thinks.
create function refuse_editing_a_closed_set() returns trigger language plpgsql as $$
declare
  of_set text := coalesce(new.changeset, old.changeset);
begin
  if (select state from changeset where id = of_set) <> 'draft' then
    raise exception 'change set % is not a draft', of_set
      using errcode = '23514', constraint = 'changeset_is_a_draft';
  end if;
  return coalesce(new, old);
end $$;
create trigger changeset_is_a_draft before insert or update or delete on changeset_row
  for each row execute function refuse_editing_a_closed_set();
create trigger changeset_is_a_draft before insert or update or delete on changeset_note
  for each row execute function refuse_editing_a_closed_set();

-- What a revision says of each record that it changed; part of its hash.
alter table revision add column changes jsonb not null default '[]'
  constraint revision_changes_are_a_list check (jsonb_typeof(changes) = 'array');
comment on column revision.changes is 'Of each record it changed on purpose: record, kind, reason, and what it corrects.';

create table idempotency (
  key text not null constraint idempotency_key_fkey references api_key,
  name text not null constraint idempotency_name_is_printable check (name ~ '^[\x21-\x7e]{1,255}$'),
  request_hash bytea not null,
  status int not null,
  location text,
  tag text,
  body bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint idempotency_pkey primary key (key, name)
);
comment on table idempotency is 'Answers to writes by Idempotency-Key; not history, and deleted after a day.';

grant select, insert on changeset, changeset_row, changeset_note, idempotency to legal_status_writer;
grant update on changeset to legal_status_writer;
grant update (content, put_by, put_at), delete on changeset_row to legal_status_writer;
grant update (kind, reason, put_by), delete on changeset_note to legal_status_writer;
grant update, delete on idempotency to legal_status_writer;
grant select on maintainer to legal_status_reader;
