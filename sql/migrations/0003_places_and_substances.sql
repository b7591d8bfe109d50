-- Where and what: jurisdictions and their parents, substances and their forms.

create table jurisdiction (
  code jurisdiction_code not null,
  type jurisdiction_type not null,
  name text not null constraint jurisdiction_name_is_given check (name <> ''),
  aliases text[] not null default '{}'
);
call record_by_revision('jurisdiction');
alter table jurisdiction add constraint jurisdiction_has_one_version_at_a_time
  exclude using gist (code with =, recorded with &&) deferrable initially deferred;
create index jurisdiction_code on jurisdiction (code);
comment on table jurisdiction is 'A place that makes or receives law.';
comment on column jurisdiction.code is 'ISO 3166-1 alpha-2, ISO 3166-2, those with a slug (US-CO-denver), UN or EU.';

create table jurisdiction_parent (
  id text not null,
  jurisdiction jurisdiction_code not null,
  parent jurisdiction_code not null constraint jurisdiction_is_not_its_own_parent check (parent <> jurisdiction),
  law parent_law not null,
  begins day_window,
  ends day_window,
  constraint jurisdiction_parent_period_is_not_empty check (begins is null or ends is null or lower(begins) < upper(ends) - 1)
);
call record_by_revision('jurisdiction_parent');
alter table jurisdiction_parent add constraint jurisdiction_parent_has_one_version_at_a_time
  exclude using gist (id with =, recorded with &&) deferrable initially deferred;
create index jurisdiction_parent_jurisdiction on jurisdiction_parent (jurisdiction);
create index jurisdiction_parent_parent on jurisdiction_parent (parent);
comment on column jurisdiction_parent.law is 'applies: the parent''s law is law here. context: it is not.';

create table substance (
  slug slug not null,
  ordinal int not null,
  name text not null constraint substance_name_is_given check (name <> ''),
  inn text,
  synonyms text[] not null default '{}',
  identifiers jsonb not null default '{}' constraint substance_identifiers_are_an_object check (jsonb_typeof(identifiers) = 'object')
);
call record_by_revision('substance');
alter table substance add constraint substance_has_one_version_at_a_time
  exclude using gist (slug with =, recorded with &&) deferrable initially deferred;
comment on column substance.inn is 'International nonproprietary name (WHO).';
comment on column substance.identifiers is 'cas, unii, pubchemCid, inchiKey, atc, dea, un: what other registers call it.';

create table form (
  substance slug not null,
  slug slug not null,
  ordinal int not null,
  name text not null constraint form_name_is_given check (name <> ''),
  synonyms text[] not null default '{}',
  falls_back boolean not null,
  identifiers jsonb not null default '{}' constraint form_identifiers_are_an_object check (jsonb_typeof(identifiers) = 'object')
);
call record_by_revision('form');
alter table form add constraint form_has_one_version_at_a_time
  exclude using gist (substance with =, slug with =, recorded with &&) deferrable initially deferred;
comment on column form.falls_back is 'Where a place says nothing of the form, what it says of the substance counts.';
