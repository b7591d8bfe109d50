-- Roles, extensions, and the words and days that every table below is made of.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Roles belong to the cluster, not to this database: another database of the same cluster may have made them already.
do $$
begin
  create role legal_status_reader nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
  create role legal_status_writer nologin;
exception when duplicate_object or unique_violation then null;
end $$;

-- A partial date (1971, 2019-05, 2019-05-07) is the window of the days it may mean.
create domain day_window as daterange
  constraint day_window_is_finite check (value is null or (
    not isempty(value) and not lower_inf(value) and not upper_inf(value)
    and lower(value) >= '1800-01-01' and upper(value) <= '2200-01-01'))
  constraint day_window_is_a_day_month_or_year check (value is null
    or upper(value) - lower(value) = 1
    or (extract(day from lower(value)) = 1 and upper(value) = (lower(value)::timestamp + interval '1 month')::date)
    or (extract(doy from lower(value)) = 1 and upper(value) = (lower(value)::timestamp + interval '1 year')::date));

create function partial_date(span daterange) returns text
  language sql immutable parallel safe
  return case
    when span is null then null
    when upper(span) - lower(span) = 1 then to_char(lower(span)::timestamp, 'YYYY-MM-DD')
    when upper(span) - lower(span) <= 31 then to_char(lower(span)::timestamp, 'YYYY-MM')
    else to_char(lower(span)::timestamp, 'YYYY')
  end;
comment on function partial_date is 'The partial date (ISO 8601, reduced precision) that a window of days stands for.';

create function window_of_days(partial text) returns daterange
  language sql immutable parallel safe
  return case length(partial)
    when 4 then daterange(make_date(partial::int, 1, 1), make_date(partial::int + 1, 1, 1))
    when 7 then daterange(
      make_date(left(partial, 4)::int, right(partial, 2)::int, 1),
      (make_date(left(partial, 4)::int, right(partial, 2)::int, 1)::timestamp + interval '1 month')::date)
    when 10 then daterange(
      make_date(left(partial, 4)::int, substr(partial, 6, 2)::int, right(partial, 2)::int),
      make_date(left(partial, 4)::int, substr(partial, 6, 2)::int, right(partial, 2)::int) + 1)
  end;
comment on function window_of_days is 'The window of days that a partial date may mean: the inverse of partial_date.';

create domain calendar_day as date
  constraint calendar_day_is_in_range check (value is null or (value >= '1800-01-01' and value < '2200-01-01'));

create domain jurisdiction_code as text
  constraint jurisdiction_code_is_well_formed check (value ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?(-[a-z0-9]+(-[a-z0-9]+)*)?$');
create domain slug as text
  constraint slug_is_well_formed check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 100);

-- The vocabulary. Domain/Vocabulary.cs says what each term means; a test holds the two equal.
create domain jurisdiction_type as text constraint jurisdiction_type_is_known check (value in
  ('international', 'supranational', 'country', 'territory', 'subdivision', 'county', 'municipality'));
create domain parent_law as text constraint parent_law_is_known check (value in ('applies', 'context'));
create domain source_type as text constraint source_type_is_known check (value in
  ('statute', 'regulation', 'order', 'ballot_measure', 'ordinance', 'resolution', 'judgment', 'treaty', 'agency_page',
   'database', 'article', 'encyclopedia'));
create domain citation_role as text constraint citation_role_is_known check (value in
  ('establishes', 'amends', 'repeals', 'interprets', 'reports', 'checked', 'named', 'incorporates'));
create domain status_term as text constraint status_is_known check (value in
  ('prohibited', 'medical_only', 'prescription_only', 'deprioritized', 'decriminalized', 'supervised_program',
   'uncontrolled', 'legal', 'unclear'));
create domain verification_term as text constraint verification_is_known check (value in
  ('primary', 'secondary', 'treaty', 'unverified'));
create domain medical_access_term as text constraint medical_access_is_known check (value in
  ('none', 'research_only', 'individual_exemption', 'off_label', 'approved_medicine', 'supervised_program', 'unknown'));
create domain pending_kind as text constraint pending_kind_is_known check (value in
  ('bill', 'ballot_measure', 'proposal', 'enacted_undated', 'sunset', 'scheduled_review'));
create domain pending_outcome as text constraint pending_outcome_is_known check (value in
  ('enacted', 'failed', 'withdrawn'));

create function activities_are_known(activities jsonb) returns boolean
  language sql immutable parallel safe
  return jsonb_typeof(activities) = 'object' and not exists (
    select from jsonb_each_text(activities) as said
    where said.key not in ('possession', 'supply', 'production', 'cultivation', 'importExport', 'medicalUse', 'research')
       or said.value not in ('criminal_offense', 'civil_offense', 'low_priority', 'not_permitted', 'prescription',
                             'license', 'supervised_program', 'permitted', 'unregulated', 'unclear'));

create function thresholds_are_known(thresholds jsonb) returns boolean
  language sql immutable parallel safe
  return jsonb_typeof(thresholds) = 'array' and not exists (
    select from jsonb_array_elements(thresholds) as amount
    where jsonb_typeof(amount -> 'quantity') is distinct from 'number'
       or (amount ->> 'quantity')::numeric <= 0
       or coalesce(amount ->> 'unit', '') = ''
       or coalesce(amount ->> 'basis', '') not in ('pure', 'mixture', 'dose', 'plant')
       or coalesce(amount ->> 'effect', '') not in ('supply_presumed_above', 'not_prosecuted_below', 'diversion_below',
          'lesser_offense_below', 'tolerated_below', 'severity_above', 'exempt_below')
       or amount ->> 'activity' not in
          ('possession', 'supply', 'production', 'cultivation', 'importExport', 'medicalUse', 'research'));

create function conditions_are_known(conditions jsonb) returns boolean
  language sql immutable parallel safe
  return jsonb_typeof(conditions) = 'object'
    and not exists (
      select from jsonb_object_keys(conditions) as said
      where said not in ('minimumAge', 'setting', 'prescriber', 'supervision', 'residency', 'indications'))
    and not exists (
      select from jsonb_array_elements_text(coalesce(conditions -> 'indications', '[]')) as indication
      where indication not in ('depression', 'treatment_resistant_depression', 'suicidality', 'ptsd', 'anxiety',
        'end_of_life_distress', 'substance_use_disorder', 'pain', 'anaesthesia', 'sedation', 'burnout', 'any'));

create function new_salt() returns bytea
  language sql volatile
  return decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
comment on function new_salt is
  'Free text enters the hash chain as a digest salted with this, so that a redacted text cannot be guessed from it.';
