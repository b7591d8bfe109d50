-- How a place classifies a substance, in law time, by revision; the citations it rests on; leads and pending law.

create table classification (
  id text not null constraint classification_id_is_well_formed check (id ~ '^cls_[a-z2-7]{16}$'),
  key text not null,
  jurisdiction jurisdiction_code not null,
  substance slug not null,
  form slug,
  begins day_window,
  ends day_window,
  attested_from calendar_day,
  status status_term not null,
  schedule text,
  activities jsonb not null default '{}' constraint activities_are_known check (activities_are_known(activities)),
  medical_access medical_access_term not null,
  thresholds jsonb not null default '[]' constraint thresholds_are_known check (thresholds_are_known(thresholds)),
  conditions jsonb not null default '{}' constraint conditions_are_known check (conditions_are_known(conditions)),
  summary text not null constraint classification_summary_is_given check (summary <> ''),
  verification verification_term not null,
  verified_on calendar_day,
  review_due calendar_day,
  disputed text,
  to_check text,
  possible daterange generated always as (daterange(lower(begins), upper(ends) - 1)) stored,
  certain daterange generated always as (
    case
      when coalesce(upper(begins) - 1, attested_from) is null then 'empty'::daterange
      when coalesce(upper(begins) - 1, attested_from) >= lower(ends) then 'empty'::daterange
      else daterange(coalesce(upper(begins) - 1, attested_from), lower(ends))
    end) stored,
  constraint classification_period_is_not_empty check (begins is null or ends is null or lower(begins) < upper(ends) - 1),
  constraint classification_attested_only_without_beginning check (attested_from is null or begins is null),
  constraint classification_attested_before_its_end check (attested_from < upper(ends) - 1)
);
call record_by_revision('classification');
alter table classification
  add constraint classification_has_one_version_at_a_time
    exclude using gist (id with =, recorded with &&) deferrable initially deferred,
  add constraint classification_key_is_of_one_record
    exclude using gist (key with =, recorded with &&) deferrable initially deferred,
  -- A null form would escape an exclusion constraint, so it is made a value.
  add constraint classification_periods_do_not_overlap
    exclude using gist (jurisdiction with =, substance with =, coalesce(form, '') with =, certain with &&, recorded with &&)
    deferrable initially deferred,
  add constraint classification_periods_share_no_beginning
    exclude using gist (jurisdiction with =, substance with =, coalesce(form, '') with =,
      coalesce(begins::daterange, daterange('1800-01-01', '1800-01-02')) with =, recorded with &&)
    deferrable initially deferred,
  add constraint classification_periods_share_no_end
    exclude using gist (jurisdiction with =, substance with =, coalesce(form, '') with =,
      coalesce(ends::daterange, daterange('2199-12-31', '2200-01-01')) with =, recorded with &&)
    deferrable initially deferred;
create index classification_place_and_substance on classification (jurisdiction, substance, lower(possible) desc);
comment on table classification is 'One period of one substance (or form) in one place, as one revision and those after it say.';
comment on column classification.key is 'Stable for ever: the same record, however its dates are corrected.';
comment on column classification.begins is 'The days that may be the first in force; null = not known.';
comment on column classification.ends is 'The days that may be the first no longer in force; null = in force.';
comment on column classification.attested_from is 'Where the beginning is not known: the day from which a source shows it in force.';
comment on column classification.possible is 'Days on which it may have been in force.';
comment on column classification.certain is 'Days on which it certainly was in force.';
comment on column classification.schedule is 'The class or list exactly as that law names it.';
comment on column classification.to_check is 'What would settle the doubts that remain.';

create table citation (
  id text not null constraint citation_id_is_well_formed check (id ~ '^cit_[a-z2-7]{16}$'),
  record text not null,
  ordinal int not null,
  source slug not null,
  version int not null,
  role citation_role not null,
  pinpoint text,
  class text,
  frozen_on calendar_day constraint citation_frozen_only_if_incorporated check (frozen_on is null or role = 'incorporates'),
  constraint citation_source_version_fkey foreign key (source, version) references source_version
    deferrable initially deferred
);
call record_by_revision('citation');
alter table citation add constraint citation_has_one_version_at_a_time
  exclude using gist (id with =, recorded with &&) deferrable initially deferred;
create index citation_record on citation (record);
create index citation_source on citation (source, version);
comment on table citation is 'This record rests on that version of that source, at this pinpoint, in this role.';
comment on column citation.record is 'The id of a classification, a lead or a pending law.';
comment on column citation.class is 'The class that this instrument gives.';
comment on column citation.frozen_on is 'The day at which another place''s list is taken over; null: it follows that list''s changes.';

create table lead (
  id text not null constraint lead_id_is_well_formed check (id ~ '^led_[a-z2-7]{16}$'),
  key text not null,
  jurisdiction jurisdiction_code not null,
  substance slug not null,
  form slug,
  summary text not null,
  to_check text not null
);
call record_by_revision('lead');
alter table lead add constraint lead_has_one_version_at_a_time
  exclude using gist (id with =, recorded with &&) deferrable initially deferred;
create index lead_place_and_substance on lead (jurisdiction, substance);
comment on table lead is 'Something to find out. No answer rests on it.';

create table pending_law (
  id text not null constraint pending_law_id_is_well_formed check (id ~ '^pnd_[a-z2-7]{16}$'),
  key text not null,
  jurisdiction jurisdiction_code not null,
  substance slug not null,
  form slug,
  kind pending_kind not null,
  title text not null,
  expected day_window,
  outcome pending_outcome,
  summary text not null
);
call record_by_revision('pending_law');
alter table pending_law add constraint pending_law_has_one_version_at_a_time
  exclude using gist (id with =, recorded with &&) deferrable initially deferred;
create index pending_law_place_and_substance on pending_law (jurisdiction, substance);
comment on column pending_law.expected is 'The days on which it may be decided or take effect.';
comment on column pending_law.outcome is 'Null while it is open.';
