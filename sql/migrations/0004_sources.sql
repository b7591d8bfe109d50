-- On what authority: sources, their immutable versions, and who takes part in which treaty.

create table source (
  key slug not null,
  jurisdiction jurisdiction_code,
  type source_type not null,
  title text not null constraint source_title_is_given check (title <> ''),
  citation text
);
call record_by_revision('source');
alter table source add constraint source_has_one_version_at_a_time
  exclude using gist (key with =, recorded with &&) deferrable initially deferred;
create index source_key on source (key);
comment on table source is 'A law, order, judgment, page or article. What it says is in its versions.';
comment on column source.citation is 'Official citation: ELI, CELEX, CFR, SI, BGBl and the like.';

create table source_version (
  source slug not null,
  version int not null constraint source_version_is_positive check (version > 0),
  url text constraint source_version_url_is_web check (url ~ '^https?://[^[:space:][:cntrl:]]+$'),
  archive_url text constraint source_version_archive_url_is_web check (archive_url ~ '^https?://[^[:space:][:cntrl:]]+$'),
  language text constraint source_version_language_is_iso_639 check (language ~ '^[a-z]{2,3}(-[A-Za-z]+)?$'),
  publisher text,
  published day_window,
  retrieved_on calendar_day,
  sha256 text constraint source_version_sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  read boolean not null,
  -- A published version never changes, so its key has no revision in it: another reading is another version.
  constraint source_version_pkey primary key (source, version)
);
call record_by_revision('source_version');
comment on column source_version.read is 'Was the text itself seen?';

create table participation (
  id text not null,
  jurisdiction jurisdiction_code not null,
  treaty slug not null,
  party boolean not null,
  begins day_window,
  ends day_window,
  source slug not null,
  version int not null,
  pinpoint text,
  constraint participation_source_version_fkey foreign key (source, version) references source_version
    deferrable initially deferred,
  constraint participation_period_is_not_empty check (begins is null or ends is null or lower(begins) < upper(ends) - 1)
);
call record_by_revision('participation');
alter table participation add constraint participation_has_one_version_at_a_time
  exclude using gist (id with =, recorded with &&) deferrable initially deferred;
create index participation_jurisdiction on participation (jurisdiction);
comment on table participation is 'A place in a treaty, or known not to be (party = false).';
