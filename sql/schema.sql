-- The schema that sql/migrations add up to, to be read; `make schema` writes it. Changes belong in a new migration.

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE DOMAIN public.calendar_day AS date
	CONSTRAINT calendar_day_is_in_range CHECK (((VALUE IS NULL) OR ((VALUE >= '1800-01-01'::date) AND (VALUE < '2200-01-01'::date))));

CREATE DOMAIN public.change_kind AS text
	CONSTRAINT change_kind_is_known CHECK ((VALUE = ANY (ARRAY['added'::text, 'law_changed'::text, 'corrected'::text, 'reverified'::text, 'withdrawn'::text])));

CREATE DOMAIN public.changeset_state AS text
	CONSTRAINT changeset_state_is_known CHECK ((VALUE = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text, 'rejected'::text, 'withdrawn'::text])));

CREATE DOMAIN public.citation_role AS text
	CONSTRAINT citation_role_is_known CHECK ((VALUE = ANY (ARRAY['establishes'::text, 'amends'::text, 'repeals'::text, 'interprets'::text, 'reports'::text, 'checked'::text, 'named'::text, 'incorporates'::text])));

CREATE DOMAIN public.day_window AS daterange
	CONSTRAINT day_window_is_a_day_month_or_year CHECK (((VALUE IS NULL) OR ((upper(VALUE) - lower(VALUE)) = 1) OR ((EXTRACT(day FROM lower(VALUE)) = (1)::numeric) AND (upper(VALUE) = (((lower(VALUE))::timestamp without time zone + '1 mon'::interval))::date)) OR ((EXTRACT(doy FROM lower(VALUE)) = (1)::numeric) AND (upper(VALUE) = (((lower(VALUE))::timestamp without time zone + '1 year'::interval))::date))))
	CONSTRAINT day_window_is_finite CHECK (((VALUE IS NULL) OR ((NOT isempty(VALUE)) AND (NOT lower_inf(VALUE)) AND (NOT upper_inf(VALUE)) AND (lower(VALUE) >= '1800-01-01'::date) AND (upper(VALUE) <= '2200-01-01'::date))));

CREATE DOMAIN public.jurisdiction_code AS text
	CONSTRAINT jurisdiction_code_is_well_formed CHECK ((VALUE ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?(-[a-z0-9]+(-[a-z0-9]+)*)?$'::text));

CREATE DOMAIN public.jurisdiction_type AS text
	CONSTRAINT jurisdiction_type_is_known CHECK ((VALUE = ANY (ARRAY['international'::text, 'supranational'::text, 'country'::text, 'territory'::text, 'subdivision'::text, 'county'::text, 'municipality'::text])));

CREATE DOMAIN public.maintenance_scope AS text
	CONSTRAINT maintenance_scope_is_known CHECK ((VALUE = ANY (ARRAY['propose'::text, 'review'::text, 'publish'::text, 'admin'::text])));

CREATE DOMAIN public.medical_access_term AS text
	CONSTRAINT medical_access_is_known CHECK ((VALUE = ANY (ARRAY['none'::text, 'research_only'::text, 'individual_exemption'::text, 'off_label'::text, 'approved_medicine'::text, 'supervised_program'::text, 'unknown'::text])));

CREATE DOMAIN public.parent_law AS text
	CONSTRAINT parent_law_is_known CHECK ((VALUE = ANY (ARRAY['applies'::text, 'context'::text])));

CREATE DOMAIN public.pending_kind AS text
	CONSTRAINT pending_kind_is_known CHECK ((VALUE = ANY (ARRAY['bill'::text, 'ballot_measure'::text, 'proposal'::text, 'enacted_undated'::text, 'sunset'::text, 'scheduled_review'::text])));

CREATE DOMAIN public.pending_outcome AS text
	CONSTRAINT pending_outcome_is_known CHECK ((VALUE = ANY (ARRAY['enacted'::text, 'failed'::text, 'withdrawn'::text])));

CREATE DOMAIN public.slug AS text
	CONSTRAINT slug_is_well_formed CHECK (((VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(VALUE) <= 100)));

CREATE DOMAIN public.source_type AS text
	CONSTRAINT source_type_is_known CHECK ((VALUE = ANY (ARRAY['statute'::text, 'regulation'::text, 'order'::text, 'ballot_measure'::text, 'ordinance'::text, 'resolution'::text, 'judgment'::text, 'treaty'::text, 'agency_page'::text, 'database'::text, 'article'::text, 'encyclopedia'::text])));

CREATE DOMAIN public.status_term AS text
	CONSTRAINT status_is_known CHECK ((VALUE = ANY (ARRAY['prohibited'::text, 'medical_only'::text, 'prescription_only'::text, 'deprioritized'::text, 'decriminalized'::text, 'supervised_program'::text, 'uncontrolled'::text, 'legal'::text, 'unclear'::text])));

CREATE DOMAIN public.verification_term AS text
	CONSTRAINT verification_is_known CHECK ((VALUE = ANY (ARRAY['primary'::text, 'secondary'::text, 'treaty'::text, 'unverified'::text])));

CREATE FUNCTION public.activities_are_known(activities jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((jsonb_typeof(activities) = 'object'::text) AND (NOT (EXISTS (SELECT FROM jsonb_each_text(activities_are_known.activities) said(key, value) WHERE ((said.key <> ALL (ARRAY['possession'::text, 'supply'::text, 'production'::text, 'cultivation'::text, 'importExport'::text, 'medicalUse'::text, 'research'::text])) OR (said.value <> ALL (ARRAY['criminal_offense'::text, 'civil_offense'::text, 'low_priority'::text, 'not_permitted'::text, 'prescription'::text, 'license'::text, 'supervised_program'::text, 'permitted'::text, 'unregulated'::text, 'unclear'::text])))))));

CREATE FUNCTION public.canonical_json(said jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  return case jsonb_typeof(said)
    when 'object' then '{' || coalesce((
      select string_agg(to_jsonb(member.key)::text || ':' || canonical_json(member.value), ',' order by member.key collate "C")
      from jsonb_each(said) as member), '') || '}'
    when 'array' then '[' || coalesce((
      select string_agg(canonical_json(item.value), ',' order by item.place)
      from jsonb_array_elements(said) with ordinality as item (value, place)), '') || ']'
    when 'number' then trim_scale((said #>> '{}')::float8::text::numeric)::text
    else said::text
  end;
end $$;

CREATE FUNCTION public.changed_levels(at bigint) RETURNS TABLE(jurisdiction text, substance text)
    LANGUAGE sql STABLE
    AS $$
    with cited as (
      select record from citation where recorded_in = at or superseded_in = at
      union
      select citation.record
      from source
      join citation on citation.source = source.key and said_in(citation.recorded_in, citation.superseded_in, at)
      where source.recorded_in = at or source.superseded_in = at
    ), place as (
      select code::text from jurisdiction where recorded_in = at or superseded_in = at
      union
      select jurisdiction::text from jurisdiction_parent where recorded_in = at or superseded_in = at
      union
      select jurisdiction::text from participation where recorded_in = at or superseded_in = at
    ), named as (
      select slug::text from substance where recorded_in = at or superseded_in = at
      union
      select substance::text from form where recorded_in = at or superseded_in = at
    )
    select law.jurisdiction::text, law.substance::text from classification as law
      where law.recorded_in = at or law.superseded_in = at or law.id in (select record from cited)
    union
    select law.jurisdiction::text, law.substance::text from pending_law as law
      where law.recorded_in = at or law.superseded_in = at or law.id in (select record from cited)
    union
    select law.jurisdiction::text, law.substance::text from lead as law where law.recorded_in = at or law.superseded_in = at
    union
    select place.code, every.slug::text from place cross join (select distinct slug from substance) as every
    union
    select every.code::text, named.slug from (select distinct code from jurisdiction) as every cross join named;
  $$;

CREATE FUNCTION public.citations_said(of_record text, at bigint) RETURNS json
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return (
    select coalesce(json_agg(row_to_json(said) order by said.ordinal), '[]')
    from (
      select citation.ordinal, citation.id, citation.source, citation.version, citation.role, citation.pinpoint, citation.class,
        citation.frozen_on as "frozenOn", source.type, source.title, source.citation as "officialCitation", source_version.url,
        source_version.archive_url as "archiveUrl", source_version.publisher, source_version.published as "publishedOn",
        source_version.retrieved_on as "retrievedOn", source_version.read, source_version.language
      from citation
      join source on source.key collate "C" = citation.source and said_in(source.recorded_in, source.superseded_in, at)
      join source_version on source_version.source = citation.source and source_version.version = citation.version
      where citation.record = of_record and said_in(citation.recorded_in, citation.superseded_in, at)) as said);
end $$;

CREATE FUNCTION public.conditions_are_known(conditions jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((jsonb_typeof(conditions) = 'object'::text) AND (NOT (EXISTS (SELECT FROM jsonb_object_keys(conditions_are_known.conditions) said(said) WHERE (said.said <> ALL (ARRAY['minimumAge'::text, 'setting'::text, 'prescriber'::text, 'supervision'::text, 'residency'::text, 'indications'::text]))))) AND (NOT (EXISTS (SELECT FROM jsonb_array_elements_text(COALESCE((conditions_are_known.conditions -> 'indications'::text), '[]'::jsonb)) indication(value) WHERE (indication.value <> ALL (ARRAY['depression'::text, 'treatment_resistant_depression'::text, 'suicidality'::text, 'ptsd'::text, 'anxiety'::text, 'end_of_life_distress'::text, 'substance_use_disorder'::text, 'pain'::text, 'anaesthesia'::text, 'sedation'::text, 'burnout'::text, 'any'::text]))))));

CREATE FUNCTION public.count_redaction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
  update redaction_count set redactions = redactions + 1;
  return null;
end $$;

CREATE FUNCTION public.erase_settled_reports(today date) RETURNS integer
    LANGUAGE sql
    AS $$
  with erased as (
    update report set text = null
    where text is not null and exists (
      select from review_settlement as settlement
      where settlement.kind = 'report' and settlement.subject = report.id and settlement.settled_on <= today - 90)
    returning 1
  )
  select count(*)::int from erased
$$;

COMMENT ON FUNCTION public.erase_settled_reports(today date) IS 'Erases the text of every report that was settled 90 days ago or earlier; says of how many.';

CREATE FUNCTION public.forget_redacted_documents() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
  perform pg_advisory_xact_lock(hashtext('level_document'));
  delete from level_document using (
    with record as (
      select relation, row_id as id from ended
      union
      select 'classification', citation.record from ended join citation on ended.relation = 'source' and citation.source = ended.row_id
      union
      select 'pending_law', citation.record from ended join citation on ended.relation = 'source' and citation.source = ended.row_id
    )
    select law.jurisdiction, law.substance
      from classification as law join record on record.relation = 'classification' and record.id = law.id
    union
    select law.jurisdiction, law.substance
      from pending_law as law join record on record.relation = 'pending_law' and record.id = law.id
    union
    select law.jurisdiction, law.substance from lead as law join record on record.relation = 'lead' and record.id = law.id) as touched
    where level_document.jurisdiction = touched.jurisdiction and level_document.substance = touched.substance;
  perform write_level_documents(max(number)) from revision;
  return null;
end $$;

CREATE TABLE public.redaction_request (
    id text NOT NULL,
    relation text NOT NULL,
    row_id text NOT NULL,
    recorded_in bigint NOT NULL,
    field text NOT NULL,
    reason text NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT redaction_request_id_is_well_formed CHECK ((id ~ '^rdc_[a-z2-7]{16}$'::text)),
    CONSTRAINT redaction_request_reason_is_given CHECK (((reason <> ''::text) AND (length(reason) <= 2000)))
);

COMMENT ON TABLE public.redaction_request IS 'Redactions that one maintainer asked for and no other has confirmed yet. Not history: confirmed or withdrawn, it is gone.';

COMMENT ON COLUMN public.redaction_request.reason IS 'Public once the redaction is done.';

CREATE FUNCTION public.is_redacting() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((COALESCE(current_setting('legal_status.redacting'::text, true), ''::text) <> ''::text) AND (CURRENT_USER = (SELECT pg_get_userbyid(pg_class.relowner) AS pg_get_userbyid FROM pg_class WHERE (pg_class.oid = ('public.redaction_request'::regclass)::oid))));

CREATE FUNCTION public.level_said(place text, of_substance text, at bigint, first_day date, last_day date) RETURNS json
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return (
    select json_strip_nulls(json_build_object(
      'substance', (
        select json_build_object('slug', said.slug, 'name', said.name, 'forms', (
          select coalesce(json_agg(
            json_build_object('slug', form.slug, 'name', form.name, 'fallsBack', form.falls_back) order by form.ordinal), '[]')
          from form where form.substance = said.slug and said_in(form.recorded_in, form.superseded_in, at)))),
      'place', json_build_object(
        'place', json_build_object('code', jurisdiction.code, 'name', jurisdiction.name, 'type', jurisdiction.type),
        'links', (
          select coalesce(json_agg(json_build_object(
            'jurisdiction', link.jurisdiction, 'parent', link.parent, 'law', link.law, 'from', link.begins, 'to', link.ends)
            order by link.id collate "C"), '[]')
          from jurisdiction_parent as link where link.jurisdiction = place and said_in(link.recorded_in, link.superseded_in, at)),
        'participations', (
          select coalesce(json_agg(json_build_object('key', part.id, 'said', json_build_object(
            'jurisdiction', part.jurisdiction, 'treaty', part.treaty, 'party', part.party, 'from', part.begins, 'to', part.ends))
            order by part.id collate "C"), '[]')
          from participation as part
          where part.jurisdiction = place and said_in(part.recorded_in, part.superseded_in, at))),
      'law', json_build_object(
        'classifications', periods_said(place, of_substance, at, first_day, last_day),
        'leads', (
          select coalesce(json_agg(json_build_object('key', lead.key, 'said', json_build_object(
            'id', lead.id, 'jurisdiction', lead.jurisdiction, 'form', lead.form, 'summary', lead.summary, 'toCheck', lead.to_check))
            order by lead.key collate "C"), '[]')
          from lead
          where lead.jurisdiction = place and lead.substance = of_substance and said_in(lead.recorded_in, lead.superseded_in, at)),
        'pending', (
          select coalesce(json_agg(json_build_object('key', law.key, 'said', json_build_object(
            'id', law.id, 'jurisdiction', law.jurisdiction, 'form', law.form, 'kind', law.kind, 'title', law.title,
            'expectedOn', law.expected, 'summary', law.summary, 'citations', citations_said(law.id, at)))
            order by law.key collate "C"), '[]')
          from pending_law as law
          where law.jurisdiction = place and law.substance = of_substance and law.outcome is null
            and said_in(law.recorded_in, law.superseded_in, at)))))
    from jurisdiction
    cross join substance as said
    where jurisdiction.code collate "C" = place and said_in(jurisdiction.recorded_in, jurisdiction.superseded_in, at)
      and said.slug = of_substance and said_in(said.recorded_in, said.superseded_in, at));
end $$;

CREATE FUNCTION public.new_salt() RETURNS bytea
    LANGUAGE sql
    RETURN decode(replace((gen_random_uuid())::text, '-'::text, ''::text), 'hex'::text);

COMMENT ON FUNCTION public.new_salt() IS 'Free text enters the hash chain as a digest salted with this, so that a redacted text cannot be guessed from it.';

CREATE FUNCTION public.partial_date(span daterange) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (span IS NULL) THEN NULL::text WHEN ((upper(span) - lower(span)) > 31) THEN (EXTRACT(year FROM lower(span)))::text WHEN ((upper(span) - lower(span)) > 1) THEN (((EXTRACT(year FROM lower(span)))::text || '-'::text) || lpad((EXTRACT(month FROM lower(span)))::text, 2, '0'::text)) ELSE (((((EXTRACT(year FROM lower(span)))::text || '-'::text) || lpad((EXTRACT(month FROM lower(span)))::text, 2, '0'::text)) || '-'::text) || lpad((EXTRACT(day FROM lower(span)))::text, 2, '0'::text)) END;

COMMENT ON FUNCTION public.partial_date(span daterange) IS 'The partial date (ISO 8601, reduced precision) that a window of days stands for.';

CREATE FUNCTION public.periods_said(place text, of_substance text, at bigint, first_day date, last_day date) RETURNS json
    LANGUAGE plpgsql STABLE
    AS $$
begin
  return (
    with said as (
      select record.id, record.form, record.begins, record.possible
      from classification as record
      where record.jurisdiction = place and record.substance = of_substance and said_in(record.recorded_in, record.superseded_in, at)
    ), near as (
      select id from said where possible && daterange(first_day, last_day, '[]')
      union all
      select last.id
      from (
        select distinct on (form) id from said where upper(possible) <= first_day
        order by form, upper(possible) desc, coalesce(lower(begins), '-infinity'), id collate "C") as last
      union all
      select next.id
      from (
        select distinct on (form) id from said where lower(possible) > last_day
        order by form, lower(possible), id collate "C") as next
    )
    select coalesce(json_agg(json_strip_nulls(row_to_json(period)) order by period.begins_on, period.id collate "C"), '[]')
    from (
      select said.id, said.key, said.jurisdiction, said.substance, said.form, said.begins as "from", said.ends as "to",
        said.attested_from as "attestedFrom", said.status, said.schedule, said.activities, said.medical_access as "medicalAccess",
        said.thresholds, nullif(said.conditions, '{}') as conditions, said.summary, said.verification,
        said.verified_on as "verifiedOn", said.review_due as "reviewDue", said.disputed, said.recorded_in as "recordedIn",
        citations_said(said.id, at) as citations,
        coalesce(lower(said.begins), '-infinity') as begins_on
      from near
      join classification as said on said.id = near.id and said_in(said.recorded_in, said.superseded_in, at)) as period);
end $$;

CREATE FUNCTION public.plain_text(said text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT COST 1000 PARALLEL SAFE
    AS $_$
begin
  -- Most names are plain already, and the short way costs a tenth.
  if said ~ '^[A-Za-z0-9 ]+$' then
    return lower(btrim(said));
  end if;
  return btrim(regexp_replace(regexp_replace(
    translate(replace(replace(replace(lower(normalize(said, NFKD)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øđłıðħ', 'odlidh'),
    -- The marks that the normal form sets apart from their letters, and apostrophes, which many leave out.
    '[\u0300-\u036f''’ʼ]', '', 'g'),
    -- Blanks and punctuation: ASCII's, Latin-1's, and the general ones.
    '[\s!-/:-@\[-`{-~\u0080-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));
end $_$;

COMMENT ON FUNCTION public.plain_text(said text) IS 'A text as it is compared in a search: in lower case, without accents and apostrophes, and one blank for any punctuation. So it holds no wildcard of a LIKE pattern.';

CREATE PROCEDURE public.record_by_revision(IN recorded_table regclass)
    LANGUAGE plpgsql
    AS $_$
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
end $_$;

CREATE FUNCTION public.redact(request text, confirmer text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
  asked redaction_request%rowtype;
  said jsonb;
  note jsonb;
  place record;
  done int := 0;
begin
  select * into asked from redaction_request where id = request for update;
  select jsonb_build_object('redaction', asked.id, 'askedBy', one.name, 'confirmedBy', other.name, 'reason', asked.reason,
      'redactedAt', to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    into note from maintainer as one, maintainer as other
    where one.id = asked.asked_by and other.id = confirmer and one.id <> other.id;
  if note is null then
    raise exception 'a redaction needs one maintainer who asks for it and another who confirms it'
      using errcode = '23514', constraint = 'redaction_needs_two_people';
  end if;
  select texts -> asked.field into said from free_text
    where relation = asked.relation and id = asked.row_id and recorded_in = asked.recorded_in
      and not coalesce(redacted -> 'texts', '{}') ? asked.field;
  if said is null or said in ('null', redacted_text(asked.field)) then
    raise exception '% of % % says no text, or not any more', asked.field, asked.relation, asked.row_id
      using errcode = '23514', constraint = 'redaction_has_a_text';
  end if;
  perform set_config('legal_status.redacting', asked.id, true);
  for place in
    select row.recorded_in, text.key as field from free_text as row, jsonb_each(row.texts) as text
    where row.relation = asked.relation and row.id = asked.row_id and text.value = said
  loop
    perform take_text_out(asked.relation, asked.row_id, place.recorded_in, place.field, note);
    done := done + 1;
  end loop;
  perform take_copies_out(asked.relation, asked.row_id, said);
  delete from redaction_request where id = asked.id;
  perform set_config('legal_status.redacting', '', true);
  return done;
end $$;

COMMENT ON FUNCTION public.redact(request text, confirmer text) IS 'Does a redaction that one maintainer asked for and another confirms: takes the text out of every version of the row that says it, and of every copy. Says of how many fields.';

CREATE FUNCTION public.redacted_text(field text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (field <> ALL (ARRAY['thresholds'::text, 'conditions'::text])) THEN '"[redacted]"'::jsonb ELSE NULL::jsonb END;

COMMENT ON FUNCTION public.redacted_text(field text) IS 'What a field says once it is redacted; null: nothing, for what is no text but optional.';

CREATE FUNCTION public.redaction_is_told(redacted jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((redacted IS NULL) OR COALESCE(((jsonb_typeof((redacted -> 'salts'::text)) = 'object'::text) AND (jsonb_typeof((redacted -> 'texts'::text)) = 'object'::text) AND ((redacted -> 'texts'::text) <> '{}'::jsonb) AND (((redacted - 'salts'::text) - 'texts'::text) = '{}'::jsonb) AND (NOT (EXISTS (SELECT FROM jsonb_each((redaction_is_told.redacted -> 'texts'::text)) gone(key, value) WHERE (((gone.value ->> 'digest'::text) IS NULL) OR ((gone.value ->> 'digest'::text) !~ '^[0-9a-f]{64}$'::text) OR (COALESCE((gone.value ->> 'redaction'::text), ''::text) = ''::text) OR (COALESCE((gone.value ->> 'redactedAt'::text), ''::text) = ''::text) OR (COALESCE((gone.value ->> 'askedBy'::text), ''::text) = ''::text) OR (COALESCE((gone.value ->> 'confirmedBy'::text), ''::text) = ''::text) OR ((gone.value ->> 'askedBy'::text) = (gone.value ->> 'confirmedBy'::text)) OR (COALESCE((gone.value ->> 'reason'::text), ''::text) = ''::text)))))), false));

CREATE FUNCTION public.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
begin
  analyze jurisdiction, jurisdiction_parent, participation, substance, form, source, source_version, classification, citation,
    lead, pending_law, revision, revision_entry;
end $$;

COMMENT ON FUNCTION public.refresh_statistics() IS 'For the writer, who owns no table and so may not analyze one.';

CREATE FUNCTION public.refuse_a_published_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not upper_inf(new.recorded) or exists (select from revision where number >= lower(new.recorded)) then
    raise exception 'INSERT into % refused: revision % is already published', tg_table_name, lower(new.recorded)
      using errcode = '42501', constraint = 'published_revision_takes_no_rows';
  end if;
  return new;
end $$;

CREATE FUNCTION public.refuse_a_revision_with_gaps() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  found record;
begin
  for found in
    with gap (rule, said) as materialized (
      select 'classification_has_a_citation' as rule, c.key as said from classification c
        where upper_inf(c.recorded) and not exists (
          select from citation i where i.record = c.id and upper_inf(i.recorded))
      union all
      select 'citation_record_exists', i.id from citation i
        where upper_inf(i.recorded)
          and not exists (select from classification c where c.id = i.record and upper_inf(c.recorded))
          and not exists (select from lead l where l.id = i.record and upper_inf(l.recorded))
          and not exists (select from pending_law p where p.id = i.record and upper_inf(p.recorded))
      union all
      select 'source_version_exists', cited.source || ' version ' || cited.version
        from (select source, version from citation where upper_inf(recorded)
              union select source, version from participation where upper_inf(recorded)) as cited
        where not exists (
          select from source_version v join source s on s.key = v.source and upper_inf(s.recorded)
          where v.source = cited.source and v.version = cited.version and upper_inf(v.recorded))
      union all
      select 'treaty_exists', p.treaty from participation p
        where upper_inf(p.recorded) and not exists (
          select from source s where s.key = p.treaty and upper_inf(s.recorded) and s.type = 'treaty')
      union all
      select 'jurisdiction_exists', named.code
        from (select jurisdiction as code from classification where upper_inf(recorded)
              union select jurisdiction from lead where upper_inf(recorded)
              union select jurisdiction from pending_law where upper_inf(recorded)
              union select jurisdiction from participation where upper_inf(recorded)
              union select jurisdiction from jurisdiction_parent where upper_inf(recorded)
              union select parent from jurisdiction_parent where upper_inf(recorded)
              union select jurisdiction from source where jurisdiction is not null and upper_inf(recorded)) as named
        where not exists (select from jurisdiction j where j.code = named.code and upper_inf(j.recorded))
      union all
      select 'substance_exists', named.substance || coalesce('/' || named.form, '')
        from (select substance, form from classification where upper_inf(recorded)
              union select substance, form from lead where upper_inf(recorded)
              union select substance, form from pending_law where upper_inf(recorded)
              union select substance, null from form where upper_inf(recorded)) as named
        where not exists (select from substance s where s.slug = named.substance and upper_inf(s.recorded))
           or (named.form is not null and not exists (
             select from form f where f.substance = named.substance and f.slug = named.form and upper_inf(f.recorded)))
    )
    select rule, said from gap
    limit 1
  loop
    raise exception 'revision % is not whole (%): %', new.number, found.rule, found.said
      using errcode = '23514', constraint = found.rule, table = 'revision';
  end loop;
  return null;
end $$;

CREATE FUNCTION public.refuse_a_torn_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.refuse_changing_a_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
     and to_jsonb(new) - 'revoked_at' = to_jsonb(old) - 'revoked_at' then
    return new;
  end if;
  raise exception '% of a key refused: a key can only be revoked', tg_op
    using errcode = '42501', constraint = 'api_key_is_only_revoked';
end $$;

CREATE FUNCTION public.refuse_editing_a_closed_set() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  of_set text := coalesce(new.changeset, old.changeset);
begin
  if (select state from changeset where id = of_set) <> 'draft' and not (tg_op = 'UPDATE' and is_redacting()) then
    raise exception 'change set % is not a draft', of_set
      using errcode = '23514', constraint = 'changeset_is_a_draft';
  end if;
  return coalesce(new, old);
end $$;

CREATE FUNCTION public.refuse_entries_of_a_published_revision() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select from revision where number >= new.revision) then
    raise exception 'revision % is already published', new.revision
      using errcode = '42501', constraint = 'published_revision_takes_no_rows';
  end if;
  return new;
end $$;

CREATE FUNCTION public.refuse_rewriting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% of % refused: the record is append-only', tg_op, tg_table_name
    using errcode = '42501', constraint = 'history_is_append_only';
end $$;

CREATE FUNCTION public.refuse_rewriting_but_closing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  -- Generated columns of NEW are null in a BEFORE trigger, so they are left out of the comparison.
  kept_out constant text[] := array['recorded', 'recorded_in', 'superseded_in', 'possible', 'certain'];
  redacted_out constant text[] := array['recorded_in', 'superseded_in', 'possible', 'certain',
    'title', 'summary', 'thresholds', 'conditions', 'disputed', 'to_check', 'salt', 'redacted'];
begin
  if upper_inf(old.recorded) and lower(new.recorded) = lower(old.recorded) and not upper_inf(new.recorded)
     and to_jsonb(new) - kept_out = to_jsonb(old) - kept_out
     and not exists (select from revision where number >= upper(new.recorded)) then
    return new;
  end if;
  if is_redacting() and to_jsonb(new) - redacted_out = to_jsonb(old) - redacted_out then
    return new;
  end if;
  raise exception 'UPDATE of % refused: a recorded row can only be closed, by a new revision', tg_table_name
    using errcode = '42501', constraint = 'history_is_append_only';
end $$;

CREATE FUNCTION public.refuse_rewriting_but_redacting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  redacted_out constant text[] := array['reason', 'changes', 'salt', 'redacted', 'before', 'after'];
begin
  if tg_op = 'UPDATE' and is_redacting() and to_jsonb(new) - redacted_out = to_jsonb(old) - redacted_out then
    return new;
  end if;
  raise exception '% of % refused: the record is append-only', tg_op, tg_table_name
    using errcode = '42501', constraint = 'history_is_append_only';
end $$;

CREATE FUNCTION public.said_in(recorded_in bigint, superseded_in bigint, revision bigint) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((recorded_in <= revision) AND ((superseded_in IS NULL) OR (superseded_in > revision)));

COMMENT ON FUNCTION public.said_in(recorded_in bigint, superseded_in bigint, revision bigint) IS 'Whether a row is said in a revision. Better than recorded @> revision where a B-tree leads to the row: that operator tempts the planner into a GiST index of an exclusion constraint, ten times slower.';

CREATE FUNCTION public.stretches_of_days(place text, of_substance text, at bigint) RETURNS TABLE(first_day date, last_day date)
    LANGUAGE sql STABLE
    AS $$
    select '0001-01-02'::date, '9999-12-30'::date
    union all
    select begins_on, coalesce(lead(begins_on) over (order by begins_on) - 1, '9999-12-30')
    from (
      select distinct on (begins_on) case place_in_order when 1 then '1800-01-01' else begins_on end as begins_on
      from (
        select lower(record.begins) as begins_on, row_number() over (order by lower(record.begins) nulls first) as place_in_order,
          count(*) over () as periods
        from classification as record
        where record.jurisdiction = place and record.substance = of_substance
          and said_in(record.recorded_in, record.superseded_in, at)) as period
      where periods > 16 and place_in_order % 4 = 1) as cut
    where begins_on is not null;
  $$;

CREATE FUNCTION public.take_copies_out(of_relation text, of_row text, said jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
  names constant text[] := array['title', 'summary', 'thresholds', 'conditions', 'disputed', 'toCheck'];
  words text := case jsonb_typeof(said) when 'string' then said #>> '{}' end;
  -- In what was seen and noted; amounts and conditions only where it is about that row, since others may say the same.
  mark constant text := case when words is null then 'null' else '"[redacted]"' end;
  about constant text := case when words is null then of_row else '' end;
begin
  update changeset_row set content = (
      select jsonb_object_agg(field.key, case when field.value = said and field.key = any (names) then redacted_text(field.key) else field.value end)
        filter (where not (field.value = said and field.key = any (names) and redacted_text(field.key) is null))
      from jsonb_each(content) as field)
    where relation = of_relation and id = of_row
      and exists (select from jsonb_each(content) as field where field.value = said and field.key = any (names));
  update changeset set
      title = case title when words then '[redacted]' else title end,
      reason = case reason when words then '[redacted]' else reason end,
      rejection = case rejection when words then '[redacted]' else rejection end
    where words in (title, reason, rejection);
  update changeset_note set reason = '[redacted]' where reason = words;
  update review_settlement set how = '[redacted]' where how = words;
  update changeset set diff = replace(diff::text, said::text, mark)::jsonb
    where position(said::text in diff::text) > 0 and position(about in diff::text) > 0;
  update audit set
      before = replace(before::text, said::text, mark)::jsonb,
      after = replace(after::text, said::text, mark)::jsonb
    where position(said::text in concat(before::text, after::text)) > 0 and position(about in concat(before::text, after::text)) > 0;
  -- Answers that are kept for a day to be given again, and hashes of what was sent, may hold it in any form.
  delete from idempotency;
end $$;

CREATE FUNCTION public.take_text_out(of_relation text, of_row text, of_revision bigint, of_field text, note jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
declare
  told jsonb;
begin
  with salted as (
    select text.key, text.value, row.redacted,
      coalesce(decode(row.redacted -> 'salts' ->> text.key, 'hex'), sha256(row.salt || convert_to(text.key, 'UTF8'))) as salt
    from free_text as row, jsonb_each(row.texts) as text
    where row.relation = of_relation and row.id = of_row and row.recorded_in = of_revision
      and not coalesce(row.redacted -> 'texts', '{}') ? text.key
  )
  select jsonb_build_object(
      'salts', coalesce(jsonb_object_agg(key, encode(salt, 'hex')) filter (where key <> of_field), '{}'),
      'texts', coalesce((array_agg(redacted -> 'texts'))[1], '{}') || jsonb_build_object(of_field, note || jsonb_build_object('digest',
        max(encode(sha256(salt || convert_to(canonical_json(value), 'UTF8')), 'hex')) filter (where key = of_field))))
    into told from salted;
  update source set title = '[redacted]', salt = '', redacted = told
    where of_relation = 'source' and key = of_row and recorded_in = of_revision;
  update classification set
      summary = case of_field when 'summary' then '[redacted]' else summary end,
      thresholds = case of_field when 'thresholds' then '[]' else thresholds end,
      conditions = case of_field when 'conditions' then '{}' else conditions end,
      disputed = case of_field when 'disputed' then '[redacted]' else disputed end,
      to_check = case of_field when 'toCheck' then '[redacted]' else to_check end,
      salt = '', redacted = told
    where of_relation = 'classification' and id = of_row and recorded_in = of_revision;
  update lead set
      summary = case of_field when 'summary' then '[redacted]' else summary end,
      to_check = case of_field when 'toCheck' then '[redacted]' else to_check end,
      salt = '', redacted = told
    where of_relation = 'lead' and id = of_row and recorded_in = of_revision;
  update pending_law set
      title = case of_field when 'title' then '[redacted]' else title end,
      summary = case of_field when 'summary' then '[redacted]' else summary end,
      salt = '', redacted = told
    where of_relation = 'pending_law' and id = of_row and recorded_in = of_revision;
  update revision set
      reason = case of_field when 'reason' then '[redacted]' else reason end,
      changes = case of_field when 'reason' then changes else jsonb_set(changes, string_to_array(
        substr(of_field, length('changes/') + 1), '/'), '"[redacted]"') end,
      salt = '', redacted = told
    where of_relation = 'revision' and number::text = of_row;
end $$;

CREATE FUNCTION public.texts_of_source(key text, title text, citation text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE COST 1000 PARALLEL SAFE
    AS $$
begin
  return public.plain_text(concat_ws(' ', title, citation, key));
end $$;

CREATE FUNCTION public.thresholds_are_known(thresholds jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((jsonb_typeof(thresholds) = 'array'::text) AND (NOT (EXISTS (SELECT FROM jsonb_array_elements(thresholds_are_known.thresholds) amount(value) WHERE ((jsonb_typeof((amount.value -> 'quantity'::text)) IS DISTINCT FROM 'number'::text) OR (((amount.value ->> 'quantity'::text))::numeric <= (0)::numeric) OR (COALESCE((amount.value ->> 'unit'::text), ''::text) = ''::text) OR (COALESCE((amount.value ->> 'basis'::text), ''::text) <> ALL (ARRAY['pure'::text, 'mixture'::text, 'dose'::text, 'plant'::text])) OR (COALESCE((amount.value ->> 'effect'::text), ''::text) <> ALL (ARRAY['supply_presumed_above'::text, 'not_prosecuted_below'::text, 'diversion_below'::text, 'lesser_offense_below'::text, 'tolerated_below'::text, 'severity_above'::text, 'exempt_below'::text])) OR ((amount.value ->> 'activity'::text) <> ALL (ARRAY['possession'::text, 'supply'::text, 'production'::text, 'cultivation'::text, 'importExport'::text, 'medicalUse'::text, 'research'::text])))))));

CREATE FUNCTION public.window_of_days(partial text) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE length(partial) WHEN 4 THEN daterange(make_date((partial)::integer, 1, 1), make_date(((partial)::integer + 1), 1, 1)) WHEN 7 THEN daterange(make_date(("left"(partial, 4))::integer, ("right"(partial, 2))::integer, 1), (((make_date(("left"(partial, 4))::integer, ("right"(partial, 2))::integer, 1))::timestamp without time zone + '1 mon'::interval))::date) WHEN 10 THEN daterange(make_date(("left"(partial, 4))::integer, (substr(partial, 6, 2))::integer, ("right"(partial, 2))::integer), (make_date(("left"(partial, 4))::integer, (substr(partial, 6, 2))::integer, ("right"(partial, 2))::integer) + 1)) ELSE NULL::daterange END;

COMMENT ON FUNCTION public.window_of_days(partial text) IS 'The window of days that a partial date may mean: the inverse of partial_date.';

CREATE FUNCTION public.write_level_documents(at bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  written bigint;
begin
  perform pg_advisory_xact_lock(hashtext('level_document'));
  update level_document as before set superseded_in = at
    from changed_levels(at) as changed
    where before.jurisdiction = changed.jurisdiction and before.substance = changed.substance
      and before.superseded_in is null and before.recorded_in < at;
  insert into level_document (jurisdiction, substance, first_day, last_day, recorded_in, document)
    select place.code, said.slug, days.first_day, days.last_day, at, level_said(place.code, said.slug, at, days.first_day, days.last_day)
    from jurisdiction as place
    join substance as said on said_in(said.recorded_in, said.superseded_in, at)
    cross join lateral stretches_of_days(place.code, said.slug, at) as days
    where said_in(place.recorded_in, place.superseded_in, at)
      and not exists (
        select from level_document as known
        where known.jurisdiction = place.code and known.substance = said.slug and known.superseded_in is null);
  get diagnostics written = row_count;
  if written > 200 then
    analyze level_document;
  end if;
end $$;

CREATE FUNCTION public.write_out_the_revision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
begin
  perform write_level_documents(new.number);
  return null;
end $$;

CREATE TABLE public.api_key (
    id text NOT NULL,
    maintainer text NOT NULL,
    hash bytea NOT NULL,
    scopes public.maintenance_scope[] NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT api_key_expires_later CHECK ((expires_at > created_at)),
    CONSTRAINT api_key_hash_is_sha256 CHECK ((length(hash) = 32)),
    CONSTRAINT api_key_id_is_well_formed CHECK ((id ~ '^[a-z2-7]{12}$'::text)),
    CONSTRAINT api_key_scopes_are_given CHECK ((cardinality(scopes) > 0))
);

COMMENT ON TABLE public.api_key IS 'A random key of a maintainer. Only its SHA-256 is kept, so the key itself is shown once and never again.';

CREATE TABLE public.audit (
    number bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    maintainer text,
    key text,
    action text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb
);

COMMENT ON TABLE public.audit IS 'Who did what, when, with which key. Without maintainer and key: done on the command line.';

ALTER TABLE public.audit ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.changeset (
    id text NOT NULL,
    author text NOT NULL,
    title text NOT NULL,
    reason text NOT NULL,
    state public.changeset_state DEFAULT 'draft'::text NOT NULL,
    base_revision bigint NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    submitted_at timestamp with time zone,
    reviewer text,
    reviewed_at timestamp with time zone,
    approved_hash bytea,
    rejection text,
    diff jsonb,
    revision bigint,
    CONSTRAINT changeset_approval_names_the_diff CHECK ((((state)::text = 'approved'::text) <= ((reviewer IS NOT NULL) AND (approved_hash IS NOT NULL)))),
    CONSTRAINT changeset_approved_hash_is_sha256 CHECK ((length(approved_hash) = 32)),
    CONSTRAINT changeset_id_is_well_formed CHECK ((id ~ '^chs_[a-z2-7]{16}$'::text)),
    CONSTRAINT changeset_published_has_a_revision CHECK ((((state)::text = 'published'::text) = (revision IS NOT NULL))),
    CONSTRAINT changeset_reason_is_given CHECK (((reason <> ''::text) AND (length(reason) <= 2000))),
    CONSTRAINT changeset_rejection_is_reasoned CHECK ((((state)::text = 'rejected'::text) = (rejection IS NOT NULL))),
    CONSTRAINT changeset_reviewer_is_another CHECK ((reviewer <> author)),
    CONSTRAINT changeset_title_is_given CHECK (((title <> ''::text) AND (length(title) <= 200)))
);

COMMENT ON COLUMN public.changeset.base_revision IS 'The revision that its rows were made against.';

COMMENT ON COLUMN public.changeset.version IS 'Counts every change of the set: what If-Match compares.';

COMMENT ON COLUMN public.changeset.approved_hash IS 'SHA-256 of the diff that the reviewer saw; another diff is not approved.';

COMMENT ON COLUMN public.changeset.diff IS 'What it would change, as it was submitted, approved or published last.';

CREATE TABLE public.changeset_note (
    changeset text NOT NULL,
    record text NOT NULL,
    kind public.change_kind NOT NULL,
    reason text NOT NULL,
    put_by text NOT NULL,
    CONSTRAINT changeset_note_reason_is_given CHECK ((reason <> ''::text))
);

COMMENT ON TABLE public.changeset_note IS 'Which of the four kinds a change of a record is: the law changed, we corrected, re-verified or withdrew it; and why.';

CREATE TABLE public.changeset_row (
    changeset text NOT NULL,
    relation text NOT NULL,
    id text NOT NULL,
    content jsonb,
    put_by text NOT NULL,
    put_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

COMMENT ON COLUMN public.changeset_row.content IS 'The row as it is to be; null: it is to be closed.';

CREATE TABLE public.citation (
    id text NOT NULL,
    record text NOT NULL,
    ordinal integer NOT NULL,
    source public.slug NOT NULL,
    version integer NOT NULL,
    role public.citation_role NOT NULL,
    pinpoint text,
    class text,
    frozen_on public.calendar_day,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT citation_frozen_only_if_incorporated CHECK (((frozen_on IS NULL) OR ((role)::text = 'incorporates'::text))),
    CONSTRAINT citation_id_is_well_formed CHECK ((id ~ '^cit_[a-z2-7]{16}$'::text)),
    CONSTRAINT citation_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded)))
);

COMMENT ON TABLE public.citation IS 'This record rests on that version of that source, at this pinpoint, in this role.';

COMMENT ON COLUMN public.citation.record IS 'The id of a classification, a lead or a pending law.';

COMMENT ON COLUMN public.citation.class IS 'The class that this instrument gives.';

COMMENT ON COLUMN public.citation.frozen_on IS 'The day at which another place''s list is taken over; null: it follows that list''s changes.';

COMMENT ON COLUMN public.citation.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.citation.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE TABLE public.source (
    key public.slug NOT NULL,
    jurisdiction public.jurisdiction_code,
    type public.source_type NOT NULL,
    title text NOT NULL,
    citation text,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    redacted jsonb,
    CONSTRAINT source_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded))),
    CONSTRAINT source_redaction_is_told CHECK (public.redaction_is_told(redacted)),
    CONSTRAINT source_salt_is_forgotten_by_redaction CHECK (((length(salt) = 0) = (redacted IS NOT NULL))),
    CONSTRAINT source_title_is_given CHECK ((title <> ''::text))
);

COMMENT ON TABLE public.source IS 'A law, order, judgment, page or article. What it says is in its versions.';

COMMENT ON COLUMN public.source.citation IS 'Official citation: ELI, CELEX, CFR, SI, BGBl and the like.';

COMMENT ON COLUMN public.source.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.source.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

COMMENT ON COLUMN public.source.redacted IS 'Of each redacted text its digest, by whom, when and why; of the others their salts, for the row''s own is forgotten. Null: nothing is redacted.';

CREATE TABLE public.source_version (
    source public.slug NOT NULL,
    version integer NOT NULL,
    url text,
    archive_url text,
    language text,
    publisher text,
    published public.day_window,
    retrieved_on public.calendar_day,
    sha256 text,
    read boolean NOT NULL,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT source_version_archive_url_is_web CHECK ((archive_url ~ '^https?://[^[:space:][:cntrl:]]+$'::text)),
    CONSTRAINT source_version_is_positive CHECK ((version > 0)),
    CONSTRAINT source_version_language_is_iso_639 CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z]+)?$'::text)),
    CONSTRAINT source_version_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded))),
    CONSTRAINT source_version_sha256_is_hex CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT source_version_url_is_web CHECK ((url ~ '^https?://[^[:space:][:cntrl:]]+$'::text))
);

COMMENT ON COLUMN public.source_version.read IS 'Was the text itself seen?';

COMMENT ON COLUMN public.source_version.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.source_version.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE VIEW public.citation_in_full AS
 SELECT citation.id,
    citation.record,
    citation.ordinal,
    citation.source,
    citation.version,
    (citation.recorded * source.recorded) AS recorded,
    lower((citation.recorded * source.recorded)) AS recorded_in,
    upper((citation.recorded * source.recorded)) AS superseded_in,
    jsonb_build_object('id', citation.id, 'source', citation.source, 'version', citation.version, 'role', citation.role, 'pinpoint', citation.pinpoint, 'class', citation.class, 'frozenOn', citation.frozen_on, 'type', source.type, 'title', source.title, 'officialCitation', source.citation, 'url', source_version.url, 'archiveUrl', source_version.archive_url, 'publisher', source_version.publisher, 'publishedOn', public.partial_date((source_version.published)::daterange), 'retrievedOn', source_version.retrieved_on, 'read', source_version.read, 'language', source_version.language) AS fields
   FROM ((public.citation
     JOIN public.source ON ((((source.key)::text = (citation.source)::text) AND (NOT isempty((citation.recorded * source.recorded))))))
     JOIN public.source_version ON ((((source_version.source)::text = (citation.source)::text) AND (source_version.version = citation.version))));

COMMENT ON VIEW public.citation_in_full IS 'A citation with what its source and source version say of themselves, as answers show it.';

CREATE TABLE public.classification (
    id text NOT NULL,
    key text NOT NULL,
    jurisdiction public.jurisdiction_code NOT NULL,
    substance public.slug NOT NULL,
    form public.slug,
    begins public.day_window,
    ends public.day_window,
    attested_from public.calendar_day,
    status public.status_term NOT NULL,
    schedule text,
    activities jsonb DEFAULT '{}'::jsonb NOT NULL,
    medical_access public.medical_access_term NOT NULL,
    thresholds jsonb DEFAULT '[]'::jsonb NOT NULL,
    conditions jsonb DEFAULT '{}'::jsonb NOT NULL,
    summary text NOT NULL,
    verification public.verification_term NOT NULL,
    verified_on public.calendar_day,
    review_due public.calendar_day,
    disputed text,
    to_check text,
    possible daterange GENERATED ALWAYS AS (daterange(lower((begins)::daterange), (upper((ends)::daterange) - 1))) STORED,
    certain daterange GENERATED ALWAYS AS (
CASE
    WHEN (COALESCE((upper((begins)::daterange) - 1), (attested_from)::date) IS NULL) THEN 'empty'::daterange
    WHEN (COALESCE((upper((begins)::daterange) - 1), (attested_from)::date) >= lower((ends)::daterange)) THEN 'empty'::daterange
    ELSE daterange(COALESCE((upper((begins)::daterange) - 1), (attested_from)::date), lower((ends)::daterange))
END) STORED,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    redacted jsonb,
    CONSTRAINT activities_are_known CHECK (public.activities_are_known(activities)),
    CONSTRAINT classification_attested_before_its_end CHECK (((attested_from)::date < (upper((ends)::daterange) - 1))),
    CONSTRAINT classification_attested_only_without_beginning CHECK (((attested_from IS NULL) OR (begins IS NULL))),
    CONSTRAINT classification_id_is_well_formed CHECK ((id ~ '^cls_[a-z2-7]{16}$'::text)),
    CONSTRAINT classification_period_is_not_empty CHECK (((begins IS NULL) OR (ends IS NULL) OR (lower((begins)::daterange) < (upper((ends)::daterange) - 1)))),
    CONSTRAINT classification_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded))),
    CONSTRAINT classification_redaction_is_told CHECK (public.redaction_is_told(redacted)),
    CONSTRAINT classification_salt_is_forgotten_by_redaction CHECK (((length(salt) = 0) = (redacted IS NOT NULL))),
    CONSTRAINT classification_summary_is_given CHECK ((summary <> ''::text)),
    CONSTRAINT conditions_are_known CHECK (public.conditions_are_known(conditions)),
    CONSTRAINT thresholds_are_known CHECK (public.thresholds_are_known(thresholds))
);

COMMENT ON TABLE public.classification IS 'One period of one substance (or form) in one place, as one revision and those after it say.';

COMMENT ON COLUMN public.classification.key IS 'Stable for ever: the same record, however its dates are corrected.';

COMMENT ON COLUMN public.classification.begins IS 'The days that may be the first in force; null = not known.';

COMMENT ON COLUMN public.classification.ends IS 'The days that may be the first no longer in force; null = in force.';

COMMENT ON COLUMN public.classification.attested_from IS 'Where the beginning is not known: the day from which a source shows it in force.';

COMMENT ON COLUMN public.classification.schedule IS 'The class or list exactly as that law names it.';

COMMENT ON COLUMN public.classification.to_check IS 'What would settle the doubts that remain.';

COMMENT ON COLUMN public.classification.possible IS 'Days on which it may have been in force.';

COMMENT ON COLUMN public.classification.certain IS 'Days on which it certainly was in force.';

COMMENT ON COLUMN public.classification.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.classification.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

COMMENT ON COLUMN public.classification.redacted IS 'Of each redacted text its digest, by whom, when and why; of the others their salts, for the row''s own is forgotten. Null: nothing is redacted.';

CREATE VIEW public.classification_in_full AS
 SELECT classification.id,
    classification.key,
    classification.jurisdiction,
    classification.substance,
    classification.form,
    classification.status,
    classification.verification,
    classification.possible,
    classification.certain,
    classification.recorded,
    classification.recorded_in,
    classification.superseded_in,
    jsonb_build_object('id', classification.id, 'key', classification.key, 'jurisdiction', classification.jurisdiction, 'substance', classification.substance, 'form', classification.form, 'from', public.partial_date((classification.begins)::daterange), 'to', public.partial_date((classification.ends)::daterange), 'attestedFrom', classification.attested_from, 'status', classification.status, 'schedule', classification.schedule, 'activities', classification.activities, 'medicalAccess', classification.medical_access, 'thresholds', classification.thresholds, 'conditions', NULLIF(classification.conditions, '{}'::jsonb), 'summary', classification.summary, 'verification', classification.verification, 'verifiedOn', classification.verified_on, 'reviewDue', classification.review_due, 'disputed', classification.disputed, 'recordedIn', classification.recorded_in) AS fields
   FROM public.classification;

COMMENT ON VIEW public.classification_in_full IS 'A classification without its citations, as answers show it.';

CREATE TABLE public.dead_source (
    source public.slug NOT NULL,
    version integer NOT NULL,
    maintainer text NOT NULL,
    found_on date NOT NULL
);

COMMENT ON TABLE public.dead_source IS 'Source versions that can no longer be read where they were. Beside the record, not in it: a link dies on a day of the clock, of no revision.';

CREATE TABLE public.form (
    substance public.slug NOT NULL,
    slug public.slug NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    synonyms text[] DEFAULT '{}'::text[] NOT NULL,
    falls_back boolean NOT NULL,
    identifiers jsonb DEFAULT '{}'::jsonb NOT NULL,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT form_identifiers_are_an_object CHECK ((jsonb_typeof(identifiers) = 'object'::text)),
    CONSTRAINT form_name_is_given CHECK ((name <> ''::text)),
    CONSTRAINT form_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded)))
);

COMMENT ON COLUMN public.form.falls_back IS 'Where a place says nothing of the form, what it says of the substance counts.';

COMMENT ON COLUMN public.form.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.form.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE TABLE public.jurisdiction (
    code public.jurisdiction_code NOT NULL,
    type public.jurisdiction_type NOT NULL,
    name text NOT NULL,
    aliases text[] DEFAULT '{}'::text[] NOT NULL,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT jurisdiction_name_is_given CHECK ((name <> ''::text)),
    CONSTRAINT jurisdiction_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded)))
);

COMMENT ON TABLE public.jurisdiction IS 'A place that makes or receives law.';

COMMENT ON COLUMN public.jurisdiction.code IS 'ISO 3166-1 alpha-2, ISO 3166-2, those with a slug (US-CO-denver), UN or EU.';

COMMENT ON COLUMN public.jurisdiction.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.jurisdiction.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE TABLE public.jurisdiction_parent (
    id text NOT NULL,
    jurisdiction public.jurisdiction_code NOT NULL,
    parent public.jurisdiction_code NOT NULL,
    law public.parent_law NOT NULL,
    begins public.day_window,
    ends public.day_window,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT jurisdiction_is_not_its_own_parent CHECK (((parent)::text <> (jurisdiction)::text)),
    CONSTRAINT jurisdiction_parent_period_is_not_empty CHECK (((begins IS NULL) OR (ends IS NULL) OR (lower((begins)::daterange) < (upper((ends)::daterange) - 1)))),
    CONSTRAINT jurisdiction_parent_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded)))
);

COMMENT ON COLUMN public.jurisdiction_parent.law IS 'applies: the parent''s law is law here. context: it is not.';

COMMENT ON COLUMN public.jurisdiction_parent.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.jurisdiction_parent.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE TABLE public.lead (
    id text NOT NULL,
    key text NOT NULL,
    jurisdiction public.jurisdiction_code NOT NULL,
    substance public.slug NOT NULL,
    form public.slug,
    summary text NOT NULL,
    to_check text NOT NULL,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    redacted jsonb,
    CONSTRAINT lead_id_is_well_formed CHECK ((id ~ '^led_[a-z2-7]{16}$'::text)),
    CONSTRAINT lead_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded))),
    CONSTRAINT lead_redaction_is_told CHECK (public.redaction_is_told(redacted)),
    CONSTRAINT lead_salt_is_forgotten_by_redaction CHECK (((length(salt) = 0) = (redacted IS NOT NULL)))
);

COMMENT ON TABLE public.lead IS 'Something to find out. No answer rests on it.';

COMMENT ON COLUMN public.lead.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.lead.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

COMMENT ON COLUMN public.lead.redacted IS 'Of each redacted text its digest, by whom, when and why; of the others their salts, for the row''s own is forgotten. Null: nothing is redacted.';

CREATE TABLE public.participation (
    id text NOT NULL,
    jurisdiction public.jurisdiction_code NOT NULL,
    treaty public.slug NOT NULL,
    party boolean NOT NULL,
    begins public.day_window,
    ends public.day_window,
    source public.slug NOT NULL,
    version integer NOT NULL,
    pinpoint text,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT participation_period_is_not_empty CHECK (((begins IS NULL) OR (ends IS NULL) OR (lower((begins)::daterange) < (upper((ends)::daterange) - 1)))),
    CONSTRAINT participation_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded)))
);

COMMENT ON TABLE public.participation IS 'A place in a treaty, or known not to be (party = false).';

COMMENT ON COLUMN public.participation.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.participation.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE TABLE public.pending_law (
    id text NOT NULL,
    key text NOT NULL,
    jurisdiction public.jurisdiction_code NOT NULL,
    substance public.slug NOT NULL,
    form public.slug,
    kind public.pending_kind NOT NULL,
    title text NOT NULL,
    expected public.day_window,
    outcome public.pending_outcome,
    summary text NOT NULL,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    redacted jsonb,
    CONSTRAINT pending_law_id_is_well_formed CHECK ((id ~ '^pnd_[a-z2-7]{16}$'::text)),
    CONSTRAINT pending_law_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded))),
    CONSTRAINT pending_law_redaction_is_told CHECK (public.redaction_is_told(redacted)),
    CONSTRAINT pending_law_salt_is_forgotten_by_redaction CHECK (((length(salt) = 0) = (redacted IS NOT NULL)))
);

COMMENT ON COLUMN public.pending_law.expected IS 'The days on which it may be decided or take effect.';

COMMENT ON COLUMN public.pending_law.outcome IS 'Null while it is open.';

COMMENT ON COLUMN public.pending_law.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.pending_law.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

COMMENT ON COLUMN public.pending_law.redacted IS 'Of each redacted text its digest, by whom, when and why; of the others their salts, for the row''s own is forgotten. Null: nothing is redacted.';

CREATE TABLE public.substance (
    slug public.slug NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    inn text,
    synonyms text[] DEFAULT '{}'::text[] NOT NULL,
    identifiers jsonb DEFAULT '{}'::jsonb NOT NULL,
    salt bytea DEFAULT public.new_salt() NOT NULL,
    recorded int8range NOT NULL,
    recorded_in bigint GENERATED ALWAYS AS (lower(recorded)) STORED,
    superseded_in bigint GENERATED ALWAYS AS (upper(recorded)) STORED,
    CONSTRAINT substance_identifiers_are_an_object CHECK ((jsonb_typeof(identifiers) = 'object'::text)),
    CONSTRAINT substance_name_is_given CHECK ((name <> ''::text)),
    CONSTRAINT substance_recorded_is_a_range CHECK (((NOT isempty(recorded)) AND (NOT lower_inf(recorded)) AND lower_inc(recorded)))
);

COMMENT ON COLUMN public.substance.inn IS 'International nonproprietary name (WHO).';

COMMENT ON COLUMN public.substance.identifiers IS 'cas, unii, pubchemCid, inchiKey, atc, dea, un: what other registers call it.';

COMMENT ON COLUMN public.substance.salt IS 'Salts the digests of this row''s free texts in the hash chain.';

COMMENT ON COLUMN public.substance.recorded IS 'Revisions that say so: from the first, up to but not including the one that closed it.';

CREATE VIEW public.recorded_row AS
 SELECT 'jurisdiction'::text AS relation,
    (jurisdiction.code)::text AS id,
    jurisdiction.recorded,
    jurisdiction.salt,
    jsonb_strip_nulls(jsonb_build_object('code', jurisdiction.code, 'type', jurisdiction.type, 'name', jurisdiction.name, 'aliases', NULLIF(to_jsonb(jurisdiction.aliases), '[]'::jsonb))) AS fields,
    '{}'::jsonb AS texts
   FROM public.jurisdiction
UNION ALL
 SELECT 'jurisdiction_parent'::text AS relation,
    jurisdiction_parent.id,
    jurisdiction_parent.recorded,
    jurisdiction_parent.salt,
    jsonb_strip_nulls(jsonb_build_object('id', jurisdiction_parent.id, 'jurisdiction', jurisdiction_parent.jurisdiction, 'parent', jurisdiction_parent.parent, 'law', jurisdiction_parent.law, 'from', public.partial_date((jurisdiction_parent.begins)::daterange), 'to', public.partial_date((jurisdiction_parent.ends)::daterange))) AS fields,
    '{}'::jsonb AS texts
   FROM public.jurisdiction_parent
UNION ALL
 SELECT 'participation'::text AS relation,
    participation.id,
    participation.recorded,
    participation.salt,
    jsonb_strip_nulls(jsonb_build_object('id', participation.id, 'jurisdiction', participation.jurisdiction, 'treaty', participation.treaty, 'party', participation.party, 'from', public.partial_date((participation.begins)::daterange), 'to', public.partial_date((participation.ends)::daterange), 'source', participation.source, 'version', participation.version, 'pinpoint', participation.pinpoint)) AS fields,
    '{}'::jsonb AS texts
   FROM public.participation
UNION ALL
 SELECT 'substance'::text AS relation,
    substance.slug AS id,
    substance.recorded,
    substance.salt,
    jsonb_strip_nulls(jsonb_build_object('slug', substance.slug, 'ordinal', substance.ordinal, 'name', substance.name, 'inn', substance.inn, 'synonyms', NULLIF(to_jsonb(substance.synonyms), '[]'::jsonb), 'identifiers', NULLIF(substance.identifiers, '{}'::jsonb))) AS fields,
    '{}'::jsonb AS texts
   FROM public.substance
UNION ALL
 SELECT 'form'::text AS relation,
    (((form.substance)::text || '/'::text) || (form.slug)::text) AS id,
    form.recorded,
    form.salt,
    jsonb_strip_nulls(jsonb_build_object('substance', form.substance, 'slug', form.slug, 'ordinal', form.ordinal, 'name', form.name, 'synonyms', NULLIF(to_jsonb(form.synonyms), '[]'::jsonb), 'fallsBack', form.falls_back, 'identifiers', NULLIF(form.identifiers, '{}'::jsonb))) AS fields,
    '{}'::jsonb AS texts
   FROM public.form
UNION ALL
 SELECT 'source'::text AS relation,
    source.key AS id,
    source.recorded,
    source.salt,
    jsonb_strip_nulls(jsonb_build_object('key', source.key, 'jurisdiction', source.jurisdiction, 'type', source.type, 'citation', source.citation)) AS fields,
    jsonb_build_object('title', source.title) AS texts
   FROM public.source
UNION ALL
 SELECT 'source_version'::text AS relation,
    (((source_version.source)::text || '/'::text) || source_version.version) AS id,
    source_version.recorded,
    source_version.salt,
    jsonb_strip_nulls(jsonb_build_object('source', source_version.source, 'version', source_version.version, 'url', source_version.url, 'archiveUrl', source_version.archive_url, 'language', source_version.language, 'publisher', source_version.publisher, 'publishedOn', public.partial_date((source_version.published)::daterange), 'retrievedOn', source_version.retrieved_on, 'sha256', source_version.sha256, 'read', source_version.read)) AS fields,
    '{}'::jsonb AS texts
   FROM public.source_version
UNION ALL
 SELECT 'classification'::text AS relation,
    classification.id,
    classification.recorded,
    classification.salt,
    jsonb_strip_nulls(jsonb_build_object('id', classification.id, 'key', classification.key, 'jurisdiction', classification.jurisdiction, 'substance', classification.substance, 'form', classification.form, 'from', public.partial_date((classification.begins)::daterange), 'to', public.partial_date((classification.ends)::daterange), 'attestedFrom', classification.attested_from, 'status', classification.status, 'schedule', classification.schedule, 'activities', NULLIF(classification.activities, '{}'::jsonb), 'medicalAccess', classification.medical_access, 'verification', classification.verification, 'verifiedOn', classification.verified_on, 'reviewDue', classification.review_due)) AS fields,
    jsonb_strip_nulls(jsonb_build_object('summary', classification.summary, 'thresholds', NULLIF(classification.thresholds, '[]'::jsonb), 'conditions', NULLIF(classification.conditions, '{}'::jsonb), 'disputed', classification.disputed, 'toCheck', classification.to_check)) AS texts
   FROM public.classification
UNION ALL
 SELECT 'citation'::text AS relation,
    citation.id,
    citation.recorded,
    citation.salt,
    jsonb_strip_nulls(jsonb_build_object('id', citation.id, 'record', citation.record, 'ordinal', citation.ordinal, 'source', citation.source, 'version', citation.version, 'role', citation.role, 'pinpoint', citation.pinpoint, 'class', citation.class, 'frozenOn', citation.frozen_on)) AS fields,
    '{}'::jsonb AS texts
   FROM public.citation
UNION ALL
 SELECT 'lead'::text AS relation,
    lead.id,
    lead.recorded,
    lead.salt,
    jsonb_strip_nulls(jsonb_build_object('id', lead.id, 'key', lead.key, 'jurisdiction', lead.jurisdiction, 'substance', lead.substance, 'form', lead.form)) AS fields,
    jsonb_build_object('summary', lead.summary, 'toCheck', lead.to_check) AS texts
   FROM public.lead
UNION ALL
 SELECT 'pending_law'::text AS relation,
    pending_law.id,
    pending_law.recorded,
    pending_law.salt,
    jsonb_strip_nulls(jsonb_build_object('id', pending_law.id, 'key', pending_law.key, 'jurisdiction', pending_law.jurisdiction, 'substance', pending_law.substance, 'form', pending_law.form, 'kind', pending_law.kind, 'expectedOn', public.partial_date((pending_law.expected)::daterange), 'outcome', pending_law.outcome)) AS fields,
    jsonb_build_object('title', pending_law.title, 'summary', pending_law.summary) AS texts
   FROM public.pending_law;

COMMENT ON VIEW public.recorded_row IS 'Every row of every revision in one shape: what the hash chain, import and export read.';

CREATE TABLE public.revision (
    number bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    author text NOT NULL,
    reviewer text,
    reason text NOT NULL,
    salt bytea NOT NULL,
    content_hash bytea NOT NULL,
    previous_hash bytea,
    hash bytea NOT NULL,
    changes jsonb DEFAULT '[]'::jsonb NOT NULL,
    redacted jsonb,
    CONSTRAINT revision_author_is_named CHECK ((author <> ''::text)),
    CONSTRAINT revision_changes_are_a_list CHECK ((jsonb_typeof(changes) = 'array'::text)),
    CONSTRAINT revision_content_hash_is_sha256 CHECK ((length(content_hash) = 32)),
    CONSTRAINT revision_hash_is_sha256 CHECK ((length(hash) = 32)),
    CONSTRAINT revision_number_is_positive CHECK ((number > 0)),
    CONSTRAINT revision_previous_hash_is_sha256 CHECK ((length(previous_hash) = 32)),
    CONSTRAINT revision_reason_is_given CHECK ((reason <> ''::text)),
    CONSTRAINT revision_redaction_is_told CHECK (public.redaction_is_told(redacted)),
    CONSTRAINT revision_reviewer_is_another CHECK (((reviewer <> ''::text) AND (reviewer <> author))),
    CONSTRAINT revision_salt_is_forgotten_by_redaction CHECK (((length(salt) = 0) = (redacted IS NOT NULL)))
);

COMMENT ON TABLE public.revision IS 'One publication of reviewed changes. Its row is written last, in the transaction of its changes.';

COMMENT ON COLUMN public.revision.reviewer IS 'Null: published without a review (the first import is).';

COMMENT ON COLUMN public.revision.content_hash IS 'SHA-256 over the canonical JSON (RFC 8785) of the rows this revision added and closed.';

COMMENT ON COLUMN public.revision.previous_hash IS 'The hash of the revision before; null for the first.';

COMMENT ON COLUMN public.revision.hash IS 'SHA-256 over the canonical JSON of the revision itself, its content hash and its predecessor''s hash.';

COMMENT ON COLUMN public.revision.changes IS 'Of each record it changed on purpose: record, kind, reason, and what it corrects.';

COMMENT ON COLUMN public.revision.redacted IS 'Of each redacted text its digest, by whom, when and why; of the others their salts, for the row''s own is forgotten. Null: nothing is redacted.';

CREATE VIEW public.redacted_row AS
 SELECT 'source'::text AS relation,
    (source.key)::text AS id,
    source.recorded_in,
    source.redacted
   FROM public.source
  WHERE (source.redacted IS NOT NULL)
UNION ALL
 SELECT 'classification'::text AS relation,
    classification.id,
    classification.recorded_in,
    classification.redacted
   FROM public.classification
  WHERE (classification.redacted IS NOT NULL)
UNION ALL
 SELECT 'lead'::text AS relation,
    lead.id,
    lead.recorded_in,
    lead.redacted
   FROM public.lead
  WHERE (lead.redacted IS NOT NULL)
UNION ALL
 SELECT 'pending_law'::text AS relation,
    pending_law.id,
    pending_law.recorded_in,
    pending_law.redacted
   FROM public.pending_law
  WHERE (pending_law.redacted IS NOT NULL)
UNION ALL
 SELECT 'revision'::text AS relation,
    (revision.number)::text AS id,
    revision.number AS recorded_in,
    revision.redacted
   FROM public.revision
  WHERE (revision.redacted IS NOT NULL);

COMMENT ON VIEW public.redacted_row IS 'Every row and revision of which a text is redacted.';

CREATE VIEW public.free_text AS
 SELECT "row".relation,
    "row".id,
    lower("row".recorded) AS recorded_in,
    "row".salt,
    "row".texts,
    redacted_row.redacted
   FROM (public.recorded_row "row"
     LEFT JOIN public.redacted_row ON (((redacted_row.relation = "row".relation) AND (redacted_row.id = "row".id) AND (redacted_row.recorded_in = lower("row".recorded)))))
UNION ALL
 SELECT 'revision'::text AS relation,
    (revision.number)::text AS id,
    revision.number AS recorded_in,
    revision.salt,
    (jsonb_build_object('reason', revision.reason) || COALESCE(( SELECT jsonb_object_agg((('changes/'::text || (change.place - 1)) || '/reason'::text), (change.said -> 'reason'::text)) AS jsonb_object_agg
           FROM jsonb_array_elements(revision.changes) WITH ORDINALITY change(said, place)), '{}'::jsonb)) AS texts,
    revision.redacted
   FROM public.revision;

COMMENT ON VIEW public.free_text IS 'The free texts of every row and revision, by the names under which they enter the hash chain.';

CREATE TABLE public.idempotency (
    key text NOT NULL,
    name text NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    location text,
    tag text,
    body bytea NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT idempotency_name_is_printable CHECK ((name ~ '^[\x21-\x7e]{1,255}$'::text))
);

COMMENT ON TABLE public.idempotency IS 'Answers to writes by Idempotency-Key; not history, and deleted after a day.';

CREATE TABLE public.key_use (
    number bigint NOT NULL,
    key text NOT NULL,
    used_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    method text NOT NULL,
    route text NOT NULL
);

COMMENT ON TABLE public.key_use IS 'Each use of a key: when, and on which route.';

ALTER TABLE public.key_use ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.key_use_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.law_event AS
 WITH said(classification, jurisdiction, substance, form, boundary, falls_on, status, recorded) AS (
         SELECT classification.id,
            (classification.jurisdiction)::text AS jurisdiction,
            (classification.substance)::text AS substance,
            (classification.form)::text AS form,
            'begins'::text AS "?column?",
            (classification.begins)::daterange AS begins,
            (classification.status)::text AS status,
            classification.recorded
           FROM public.classification
          WHERE (classification.begins IS NOT NULL)
        UNION ALL
         SELECT ended.id,
            (ended.jurisdiction)::text AS jurisdiction,
            (ended.substance)::text AS substance,
            (ended.form)::text AS form,
            'ends'::text,
            (ended.ends)::daterange AS ends,
            (ended.status)::text AS status,
            alone.recorded
           FROM ((public.classification ended
             CROSS JOIN LATERAL ( SELECT COALESCE(range_agg(next.recorded), '{}'::int8multirange) AS recorded
                   FROM public.classification next
                  WHERE (((next.jurisdiction)::text = (ended.jurisdiction)::text) AND ((next.substance)::text = (ended.substance)::text) AND (NOT ((next.form)::text IS DISTINCT FROM (ended.form)::text)) AND (next.id <> ended.id) AND (lower((next.begins)::daterange) < upper((ended.ends)::daterange)) AND ((next.ends IS NULL) OR (upper((next.ends)::daterange) > upper((ended.ends)::daterange))))) followed)
             CROSS JOIN LATERAL unnest((int8multirange(ended.recorded) - followed.recorded)) alone(recorded))
          WHERE (ended.ends IS NOT NULL)
        )
 SELECT said.classification,
    said.jurisdiction,
    said.substance,
    said.form,
    said.boundary,
    public.partial_date(said.falls_on) AS falls_on,
    said.status,
    lower(said.falls_on) AS earliest_on,
    (upper(said.falls_on) - 1) AS takes_effect_on,
    range_agg(said.recorded) AS stated
   FROM said
  GROUP BY said.classification, said.jurisdiction, said.substance, said.form, said.boundary, said.falls_on, said.status;

COMMENT ON VIEW public.law_event IS 'A status that takes effect, or ends with nothing after it, on a day; stated: the revisions that say so.';

COMMENT ON COLUMN public.law_event.takes_effect_on IS 'The last day that falls_on may mean: by then it has certainly happened.';

CREATE TABLE public.level_document (
    jurisdiction public.jurisdiction_code NOT NULL,
    substance public.slug NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    recorded_in bigint NOT NULL,
    superseded_in bigint,
    document json NOT NULL,
    CONSTRAINT level_document_is_superseded_later CHECK ((superseded_in > recorded_in))
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY public.level_document ALTER COLUMN document SET STORAGE EXTERNAL;

COMMENT ON TABLE public.level_document IS 'What revisions say of one place and one substance, but for the places above. Made of the record, by write_level_documents alone.';

COMMENT ON COLUMN public.level_document.first_day IS '0001-01-02: the document is of all days. A long level has others too, each of some days, with what is next to them.';

COMMENT ON COLUMN public.level_document.recorded_in IS 'The revision under which it was written; the record before that is read row by row.';

COMMENT ON COLUMN public.level_document.superseded_in IS 'The revision that says otherwise; null where none does.';

CREATE TABLE public.maintainer (
    id text NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT maintainer_id_is_well_formed CHECK ((id ~ '^mnt_[a-z2-7]{16}$'::text)),
    CONSTRAINT maintainer_name_is_given CHECK (((name <> ''::text) AND (length(name) <= 100)))
);

COMMENT ON COLUMN public.maintainer.name IS 'As public pages show it: the name that the maintainer chose.';

CREATE TABLE public.redaction_count (
    is_one boolean DEFAULT true NOT NULL,
    redactions bigint DEFAULT 0 NOT NULL,
    CONSTRAINT redaction_count_is_no_less CHECK ((redactions >= 0)),
    CONSTRAINT redaction_count_is_one CHECK (is_one)
);

COMMENT ON TABLE public.redaction_count IS 'One row: how many requests to redact ended, whether done or withdrawn. Counted where the text goes, in the same transaction.';

CREATE TABLE public.report (
    id text NOT NULL,
    jurisdiction public.jurisdiction_code NOT NULL,
    substance public.slug NOT NULL,
    form public.slug,
    kind text NOT NULL,
    asked_on public.calendar_day,
    text text,
    reported_on date NOT NULL,
    CONSTRAINT report_id_is_well_formed CHECK ((id ~ '^itm_[a-z2-7]{16}$'::text)),
    CONSTRAINT report_kind_is_known CHECK ((kind = ANY (ARRAY['wrong_status'::text, 'wrong_date'::text, 'wrong_source'::text, 'missing'::text, 'other'::text]))),
    CONSTRAINT report_text_is_of_2000_characters CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);

COMMENT ON TABLE public.report IS 'A reader says that a record is wrong. Nothing here says who it was, or at what hour.';

COMMENT ON COLUMN public.report.id IS 'Random; also its id in the review queue.';

COMMENT ON COLUMN public.report.asked_on IS 'The law date that the reader had asked for.';

COMMENT ON COLUMN public.report.text IS 'For maintainers with the scope review alone; null: erased, 90 days after the report was settled.';

CREATE TABLE public.review_claim (
    kind text NOT NULL,
    subject text NOT NULL,
    maintainer text NOT NULL,
    claimed_on date NOT NULL
);

COMMENT ON TABLE public.review_claim IS 'Who works on an item of the review queue. The item is named by its kind and subject; its public id is their hash.';

COMMENT ON COLUMN public.review_claim.claimed_on IS 'The claim lapses 30 days later, unless it is made again.';

CREATE TABLE public.review_settlement (
    number bigint NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    maintainer text NOT NULL,
    how text NOT NULL,
    recorded_in bigint,
    settled_on date NOT NULL,
    CONSTRAINT review_settlement_how_is_told CHECK (((how <> ''::text) AND (length(how) <= 2000)))
);

COMMENT ON COLUMN public.review_settlement.recorded_in IS 'The revision that last changed what the item is about: where a later one changes it, the item is open again. Null: there is no record.';

ALTER TABLE public.review_settlement ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.review_settlement_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.revision_entry (
    revision bigint NOT NULL,
    action text NOT NULL,
    relation text NOT NULL,
    id text NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT revision_entry_action_is_known CHECK ((action = ANY (ARRAY['added'::text, 'closed'::text]))),
    CONSTRAINT revision_entry_hash_is_sha256 CHECK ((length(hash) = 32))
);

COMMENT ON TABLE public.revision_entry IS 'What a revision added and closed, so that a broken chain says which row was altered.';

COMMENT ON COLUMN public.revision_entry.hash IS 'SHA-256 over the canonical JSON (RFC 8785) of the row, its free texts as salted digests.';

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.changeset_note
    ADD CONSTRAINT changeset_note_pkey PRIMARY KEY (changeset, record);

ALTER TABLE ONLY public.changeset
    ADD CONSTRAINT changeset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.changeset_row
    ADD CONSTRAINT changeset_row_pkey PRIMARY KEY (changeset, relation, id);

ALTER TABLE ONLY public.citation
    ADD CONSTRAINT citation_has_one_version_at_a_time EXCLUDE USING gist (id WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_has_one_version_at_a_time EXCLUDE USING gist (id WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_key_is_of_one_record EXCLUDE USING gist (key WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_periods_do_not_overlap EXCLUDE USING gist (jurisdiction WITH =, substance WITH =, COALESCE((form)::text, ''::text) WITH =, certain WITH &&, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_periods_share_no_beginning EXCLUDE USING gist (jurisdiction WITH =, substance WITH =, COALESCE((form)::text, ''::text) WITH =, COALESCE((begins)::daterange, daterange('1800-01-01'::date, '1800-01-02'::date)) WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_periods_share_no_end EXCLUDE USING gist (jurisdiction WITH =, substance WITH =, COALESCE((form)::text, ''::text) WITH =, COALESCE((ends)::daterange, daterange('2199-12-31'::date, '2200-01-01'::date)) WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dead_source
    ADD CONSTRAINT dead_source_pkey PRIMARY KEY (source, version);

ALTER TABLE ONLY public.form
    ADD CONSTRAINT form_has_one_version_at_a_time EXCLUDE USING gist (substance WITH =, slug WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (key, name);

ALTER TABLE ONLY public.jurisdiction
    ADD CONSTRAINT jurisdiction_has_one_version_at_a_time EXCLUDE USING gist (code WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.jurisdiction_parent
    ADD CONSTRAINT jurisdiction_parent_has_one_version_at_a_time EXCLUDE USING gist (id WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.key_use
    ADD CONSTRAINT key_use_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT lead_has_one_version_at_a_time EXCLUDE USING gist (id WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.level_document
    ADD CONSTRAINT level_document_pkey PRIMARY KEY (jurisdiction, substance, first_day, recorded_in);

ALTER TABLE ONLY public.maintainer
    ADD CONSTRAINT maintainer_name_is_of_one UNIQUE (name);

ALTER TABLE ONLY public.maintainer
    ADD CONSTRAINT maintainer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_has_one_version_at_a_time EXCLUDE USING gist (id WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pending_law
    ADD CONSTRAINT pending_law_has_one_version_at_a_time EXCLUDE USING gist (id WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.redaction_count
    ADD CONSTRAINT redaction_count_pkey PRIMARY KEY (is_one);

ALTER TABLE ONLY public.redaction_request
    ADD CONSTRAINT redaction_request_is_asked_once UNIQUE (relation, row_id, recorded_in, field);

ALTER TABLE ONLY public.redaction_request
    ADD CONSTRAINT redaction_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review_claim
    ADD CONSTRAINT review_claim_pkey PRIMARY KEY (kind, subject);

ALTER TABLE ONLY public.review_settlement
    ADD CONSTRAINT review_settlement_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.revision_entry
    ADD CONSTRAINT revision_entry_pkey PRIMARY KEY (revision, action, relation, id);

ALTER TABLE ONLY public.revision
    ADD CONSTRAINT revision_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_has_one_version_at_a_time EXCLUDE USING gist (key WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.source_version
    ADD CONSTRAINT source_version_pkey PRIMARY KEY (source, version);

ALTER TABLE ONLY public.substance
    ADD CONSTRAINT substance_has_one_version_at_a_time EXCLUDE USING gist (slug WITH =, recorded WITH &&) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX api_key_maintainer ON public.api_key USING btree (maintainer);

CREATE INDEX audit_subject ON public.audit USING btree (subject, number);

CREATE INDEX changeset_open ON public.changeset USING btree (state, created_at);

CREATE INDEX citation_record ON public.citation USING btree (record);

CREATE INDEX citation_recorded_in ON public.citation USING btree (recorded_in);

CREATE INDEX citation_source ON public.citation USING btree (source, version);

CREATE INDEX citation_superseded_in ON public.citation USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX classification_id ON public.classification USING btree (id);

CREATE INDEX classification_key ON public.classification USING btree (key);

CREATE INDEX classification_place_and_substance ON public.classification USING btree (jurisdiction, substance, lower(possible) DESC);

CREATE INDEX classification_recorded_in ON public.classification USING btree (recorded_in);

CREATE INDEX classification_redacted ON public.classification USING btree (((redacted IS NOT NULL))) WHERE (redacted IS NOT NULL);

CREATE INDEX classification_superseded_in ON public.classification USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX form_recorded_in ON public.form USING btree (recorded_in);

CREATE INDEX form_substance ON public.form USING btree (substance);

CREATE INDEX form_superseded_in ON public.form USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX jurisdiction_by_code ON public.jurisdiction USING btree (code COLLATE "C");

CREATE INDEX jurisdiction_code ON public.jurisdiction USING btree (code);

CREATE INDEX jurisdiction_parent_jurisdiction ON public.jurisdiction_parent USING btree (jurisdiction);

CREATE INDEX jurisdiction_parent_parent ON public.jurisdiction_parent USING btree (parent);

CREATE INDEX jurisdiction_parent_recorded_in ON public.jurisdiction_parent USING btree (recorded_in);

CREATE INDEX jurisdiction_parent_superseded_in ON public.jurisdiction_parent USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX jurisdiction_recorded_in ON public.jurisdiction USING btree (recorded_in);

CREATE INDEX jurisdiction_superseded_in ON public.jurisdiction USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX key_use_key ON public.key_use USING btree (key, used_at DESC);

CREATE INDEX lead_place_and_substance ON public.lead USING btree (jurisdiction, substance);

CREATE INDEX lead_recorded_in ON public.lead USING btree (recorded_in);

CREATE INDEX lead_redacted ON public.lead USING btree (((redacted IS NOT NULL))) WHERE (redacted IS NOT NULL);

CREATE INDEX lead_superseded_in ON public.lead USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE UNIQUE INDEX maintainer_name_is_of_one_in_any_case ON public.maintainer USING btree (lower(name));

CREATE INDEX participation_jurisdiction ON public.participation USING btree (jurisdiction);

CREATE INDEX participation_recorded_in ON public.participation USING btree (recorded_in);

CREATE INDEX participation_superseded_in ON public.participation USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX pending_law_place_and_substance ON public.pending_law USING btree (jurisdiction, substance);

CREATE INDEX pending_law_recorded_in ON public.pending_law USING btree (recorded_in);

CREATE INDEX pending_law_redacted ON public.pending_law USING btree (((redacted IS NOT NULL))) WHERE (redacted IS NOT NULL);

CREATE INDEX pending_law_superseded_in ON public.pending_law USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX report_reported_on ON public.report USING btree (reported_on);

CREATE INDEX review_settlement_subject ON public.review_settlement USING btree (kind, subject);

CREATE INDEX revision_redacted ON public.revision USING btree (((redacted IS NOT NULL))) WHERE (redacted IS NOT NULL);

CREATE INDEX source_by_key ON public.source USING btree (key COLLATE "C");

CREATE INDEX source_jurisdiction ON public.source USING btree (jurisdiction);

CREATE INDEX source_key ON public.source USING btree (key);

CREATE INDEX source_recorded_in ON public.source USING btree (recorded_in);

CREATE INDEX source_redacted ON public.source USING btree (((redacted IS NOT NULL))) WHERE (redacted IS NOT NULL);

CREATE INDEX source_superseded_in ON public.source USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX source_texts ON public.source USING gin (public.texts_of_source((key)::text, title, citation) public.gin_trgm_ops);

CREATE INDEX source_version_recorded_in ON public.source_version USING btree (recorded_in);

CREATE INDEX source_version_superseded_in ON public.source_version USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE INDEX substance_recorded_in ON public.substance USING btree (recorded_in);

CREATE INDEX substance_slug ON public.substance USING btree (slug);

CREATE INDEX substance_superseded_in ON public.substance USING btree (superseded_in) WHERE (superseded_in IS NOT NULL);

CREATE TRIGGER api_key_is_only_revoked BEFORE DELETE OR UPDATE ON public.api_key FOR EACH ROW EXECUTE FUNCTION public.refuse_changing_a_key();

CREATE TRIGGER changeset_is_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.changeset_note FOR EACH ROW EXECUTE FUNCTION public.refuse_editing_a_closed_set();

CREATE TRIGGER changeset_is_a_draft BEFORE INSERT OR DELETE OR UPDATE ON public.changeset_row FOR EACH ROW EXECUTE FUNCTION public.refuse_editing_a_closed_set();

CREATE TRIGGER history_is_append_only BEFORE DELETE OR UPDATE ON public.audit FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_redacting();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.citation FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.classification FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.form FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.jurisdiction FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.jurisdiction_parent FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE DELETE OR UPDATE ON public.key_use FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.lead FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.participation FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.pending_law FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE DELETE OR UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_redacting();

CREATE TRIGGER history_is_append_only BEFORE DELETE OR UPDATE ON public.revision_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.source_version FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_append_only BEFORE UPDATE ON public.substance FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting_but_closing();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.citation FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.classification FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.form FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.jurisdiction FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.jurisdiction_parent FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.lead FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.participation FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.pending_law FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.source FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.source_version FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON public.substance FOR EACH ROW EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.citation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.classification FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.form FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.jurisdiction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.jurisdiction_parent FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.key_use FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.lead FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.participation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.pending_law FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.revision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.revision_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.source FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.source_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER history_is_not_truncated BEFORE TRUNCATE ON public.substance FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rewriting();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.citation FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.classification FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.form FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.jurisdiction FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.jurisdiction_parent FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.lead FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.participation FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.pending_law FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.revision_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_entries_of_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.source FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.source_version FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER published_revision_takes_no_rows BEFORE INSERT ON public.substance FOR EACH ROW EXECUTE FUNCTION public.refuse_a_published_revision();

CREATE TRIGGER redaction_is_counted AFTER DELETE ON public.redaction_request FOR EACH STATEMENT EXECUTE FUNCTION public.count_redaction();

CREATE TRIGGER redaction_reaches_documents AFTER DELETE ON public.redaction_request REFERENCING OLD TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION public.forget_redacted_documents();

CREATE TRIGGER revision_follows_its_predecessor BEFORE INSERT ON public.revision FOR EACH ROW EXECUTE FUNCTION public.refuse_a_torn_chain();

CREATE CONSTRAINT TRIGGER revision_is_whole AFTER INSERT ON public.revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_a_revision_with_gaps();

CREATE CONSTRAINT TRIGGER revision_is_written_out AFTER INSERT ON public.revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.write_out_the_revision();

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_maintainer_fkey FOREIGN KEY (maintainer) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_key_fkey FOREIGN KEY (key) REFERENCES public.api_key(id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_maintainer_fkey FOREIGN KEY (maintainer) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.changeset
    ADD CONSTRAINT changeset_author_fkey FOREIGN KEY (author) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.changeset
    ADD CONSTRAINT changeset_base_revision_fkey FOREIGN KEY (base_revision) REFERENCES public.revision(number);

ALTER TABLE ONLY public.changeset_note
    ADD CONSTRAINT changeset_note_changeset_fkey FOREIGN KEY (changeset) REFERENCES public.changeset(id);

ALTER TABLE ONLY public.changeset_note
    ADD CONSTRAINT changeset_note_put_by_fkey FOREIGN KEY (put_by) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.changeset
    ADD CONSTRAINT changeset_reviewer_fkey FOREIGN KEY (reviewer) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.changeset
    ADD CONSTRAINT changeset_revision_fkey FOREIGN KEY (revision) REFERENCES public.revision(number);

ALTER TABLE ONLY public.changeset_row
    ADD CONSTRAINT changeset_row_changeset_fkey FOREIGN KEY (changeset) REFERENCES public.changeset(id);

ALTER TABLE ONLY public.changeset_row
    ADD CONSTRAINT changeset_row_put_by_fkey FOREIGN KEY (put_by) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.citation
    ADD CONSTRAINT citation_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.citation
    ADD CONSTRAINT citation_source_version_fkey FOREIGN KEY (source, version) REFERENCES public.source_version(source, version) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.citation
    ADD CONSTRAINT citation_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.classification
    ADD CONSTRAINT classification_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dead_source
    ADD CONSTRAINT dead_source_maintainer_fkey FOREIGN KEY (maintainer) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.dead_source
    ADD CONSTRAINT dead_source_source_version_fkey FOREIGN KEY (source, version) REFERENCES public.source_version(source, version);

ALTER TABLE ONLY public.form
    ADD CONSTRAINT form_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form
    ADD CONSTRAINT form_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_key_fkey FOREIGN KEY (key) REFERENCES public.api_key(id);

ALTER TABLE ONLY public.jurisdiction_parent
    ADD CONSTRAINT jurisdiction_parent_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.jurisdiction_parent
    ADD CONSTRAINT jurisdiction_parent_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.jurisdiction
    ADD CONSTRAINT jurisdiction_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.jurisdiction
    ADD CONSTRAINT jurisdiction_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.key_use
    ADD CONSTRAINT key_use_key_fkey FOREIGN KEY (key) REFERENCES public.api_key(id);

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT lead_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lead
    ADD CONSTRAINT lead_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_source_version_fkey FOREIGN KEY (source, version) REFERENCES public.source_version(source, version) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pending_law
    ADD CONSTRAINT pending_law_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pending_law
    ADD CONSTRAINT pending_law_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.redaction_request
    ADD CONSTRAINT redaction_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.review_claim
    ADD CONSTRAINT review_claim_maintainer_fkey FOREIGN KEY (maintainer) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.review_settlement
    ADD CONSTRAINT review_settlement_maintainer_fkey FOREIGN KEY (maintainer) REFERENCES public.maintainer(id);

ALTER TABLE ONLY public.review_settlement
    ADD CONSTRAINT review_settlement_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number);

ALTER TABLE ONLY public.revision_entry
    ADD CONSTRAINT revision_entry_revision_fkey FOREIGN KEY (revision) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.source_version
    ADD CONSTRAINT source_version_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.source_version
    ADD CONSTRAINT source_version_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.substance
    ADD CONSTRAINT substance_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.substance
    ADD CONSTRAINT substance_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES public.revision(number) DEFERRABLE INITIALLY DEFERRED;

GRANT USAGE ON SCHEMA public TO legal_status_reader;
GRANT USAGE ON SCHEMA public TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey16_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey16_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey16_out(public.gbtreekey16) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey16_out(public.gbtreekey16) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey2_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey2_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey2_out(public.gbtreekey2) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey2_out(public.gbtreekey2) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey32_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey32_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey32_out(public.gbtreekey32) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey32_out(public.gbtreekey32) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey4_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey4_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey4_out(public.gbtreekey4) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey4_out(public.gbtreekey4) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey8_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey8_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey8_out(public.gbtreekey8) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey8_out(public.gbtreekey8) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey_var_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey_var_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbtreekey_var_out(public.gbtreekey_var) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbtreekey_var_out(public.gbtreekey_var) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_in(cstring) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_in(cstring) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_out(public.gtrgm) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_out(public.gtrgm) TO legal_status_writer;

GRANT ALL ON FUNCTION public.activities_are_known(activities jsonb) TO legal_status_reader;
GRANT ALL ON FUNCTION public.activities_are_known(activities jsonb) TO legal_status_writer;

GRANT ALL ON FUNCTION public.cash_dist(money, money) TO legal_status_reader;
GRANT ALL ON FUNCTION public.cash_dist(money, money) TO legal_status_writer;

GRANT ALL ON FUNCTION public.conditions_are_known(conditions jsonb) TO legal_status_reader;
GRANT ALL ON FUNCTION public.conditions_are_known(conditions jsonb) TO legal_status_writer;

REVOKE ALL ON FUNCTION public.count_redaction() FROM PUBLIC;

GRANT ALL ON FUNCTION public.date_dist(date, date) TO legal_status_reader;
GRANT ALL ON FUNCTION public.date_dist(date, date) TO legal_status_writer;

GRANT ALL ON FUNCTION public.float4_dist(real, real) TO legal_status_reader;
GRANT ALL ON FUNCTION public.float4_dist(real, real) TO legal_status_writer;

GRANT ALL ON FUNCTION public.float8_dist(double precision, double precision) TO legal_status_reader;
GRANT ALL ON FUNCTION public.float8_dist(double precision, double precision) TO legal_status_writer;

REVOKE ALL ON FUNCTION public.forget_redacted_documents() FROM PUBLIC;

GRANT ALL ON FUNCTION public.gbt_bit_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bit_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bit_consistent(internal, bit, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bit_consistent(internal, bit, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bit_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bit_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bit_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bit_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bit_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bit_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bit_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bit_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_consistent(internal, boolean, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_consistent(internal, boolean, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_same(public.gbtreekey2, public.gbtreekey2, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_same(public.gbtreekey2, public.gbtreekey2, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bool_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bool_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bpchar_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bpchar_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bpchar_consistent(internal, character, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bpchar_consistent(internal, character, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bytea_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bytea_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bytea_consistent(internal, bytea, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bytea_consistent(internal, bytea, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bytea_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bytea_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bytea_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bytea_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bytea_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bytea_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_bytea_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_bytea_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_consistent(internal, money, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_consistent(internal, money, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_distance(internal, money, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_distance(internal, money, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_cash_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_cash_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_consistent(internal, date, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_consistent(internal, date, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_distance(internal, date, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_distance(internal, date, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_date_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_date_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_decompress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_decompress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_consistent(internal, anyenum, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_consistent(internal, anyenum, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_enum_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_enum_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_consistent(internal, real, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_consistent(internal, real, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_distance(internal, real, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_distance(internal, real, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float4_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float4_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_consistent(internal, double precision, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_consistent(internal, double precision, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_distance(internal, double precision, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_distance(internal, double precision, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_float8_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_float8_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_inet_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_inet_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_inet_consistent(internal, inet, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_inet_consistent(internal, inet, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_inet_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_inet_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_inet_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_inet_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_inet_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_inet_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_inet_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_inet_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_consistent(internal, smallint, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_consistent(internal, smallint, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_distance(internal, smallint, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_distance(internal, smallint, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_same(public.gbtreekey4, public.gbtreekey4, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_same(public.gbtreekey4, public.gbtreekey4, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int2_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int2_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_consistent(internal, integer, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_consistent(internal, integer, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_distance(internal, integer, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_distance(internal, integer, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int4_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int4_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_consistent(internal, bigint, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_consistent(internal, bigint, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_distance(internal, bigint, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_distance(internal, bigint, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_int8_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_int8_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_consistent(internal, interval, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_consistent(internal, interval, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_decompress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_decompress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_distance(internal, interval, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_distance(internal, interval, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_same(public.gbtreekey32, public.gbtreekey32, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_same(public.gbtreekey32, public.gbtreekey32, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_intv_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_intv_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_consistent(internal, macaddr8, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_consistent(internal, macaddr8, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad8_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad8_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_consistent(internal, macaddr, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_consistent(internal, macaddr, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_macad_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_macad_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_numeric_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_numeric_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_numeric_consistent(internal, numeric, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_numeric_consistent(internal, numeric, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_numeric_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_numeric_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_numeric_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_numeric_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_numeric_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_numeric_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_numeric_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_numeric_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_consistent(internal, oid, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_consistent(internal, oid, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_distance(internal, oid, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_distance(internal, oid, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_same(public.gbtreekey8, public.gbtreekey8, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_oid_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_oid_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_text_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_text_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_text_consistent(internal, text, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_text_consistent(internal, text, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_text_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_text_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_text_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_text_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_text_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_text_same(public.gbtreekey_var, public.gbtreekey_var, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_text_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_text_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_consistent(internal, time without time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_consistent(internal, time without time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_distance(internal, time without time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_distance(internal, time without time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_time_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_time_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_timetz_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_timetz_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_timetz_consistent(internal, time with time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_timetz_consistent(internal, time with time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_consistent(internal, timestamp without time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_consistent(internal, timestamp without time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_distance(internal, timestamp without time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_distance(internal, timestamp without time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_same(public.gbtreekey16, public.gbtreekey16, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_ts_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_ts_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_tstz_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_tstz_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_tstz_consistent(internal, timestamp with time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_tstz_consistent(internal, timestamp with time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_tstz_distance(internal, timestamp with time zone, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_tstz_distance(internal, timestamp with time zone, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_consistent(internal, uuid, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_consistent(internal, uuid, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_same(public.gbtreekey32, public.gbtreekey32, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_same(public.gbtreekey32, public.gbtreekey32, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_uuid_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_uuid_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_var_decompress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_var_decompress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gbt_var_fetch(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gbt_var_fetch(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gin_extract_value_trgm(text, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gin_extract_value_trgm(text, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_compress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_compress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_decompress(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_decompress(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_options(internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_options(internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_penalty(internal, internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_penalty(internal, internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_picksplit(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_picksplit(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_same(public.gtrgm, public.gtrgm, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_same(public.gtrgm, public.gtrgm, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.gtrgm_union(internal, internal) TO legal_status_reader;
GRANT ALL ON FUNCTION public.gtrgm_union(internal, internal) TO legal_status_writer;

GRANT ALL ON FUNCTION public.int2_dist(smallint, smallint) TO legal_status_reader;
GRANT ALL ON FUNCTION public.int2_dist(smallint, smallint) TO legal_status_writer;

GRANT ALL ON FUNCTION public.int4_dist(integer, integer) TO legal_status_reader;
GRANT ALL ON FUNCTION public.int4_dist(integer, integer) TO legal_status_writer;

GRANT ALL ON FUNCTION public.int8_dist(bigint, bigint) TO legal_status_reader;
GRANT ALL ON FUNCTION public.int8_dist(bigint, bigint) TO legal_status_writer;

GRANT ALL ON FUNCTION public.interval_dist(interval, interval) TO legal_status_reader;
GRANT ALL ON FUNCTION public.interval_dist(interval, interval) TO legal_status_writer;

GRANT SELECT,INSERT,DELETE ON TABLE public.redaction_request TO legal_status_writer;

GRANT ALL ON FUNCTION public.new_salt() TO legal_status_reader;
GRANT ALL ON FUNCTION public.new_salt() TO legal_status_writer;

GRANT ALL ON FUNCTION public.oid_dist(oid, oid) TO legal_status_reader;
GRANT ALL ON FUNCTION public.oid_dist(oid, oid) TO legal_status_writer;

GRANT ALL ON FUNCTION public.partial_date(span daterange) TO legal_status_reader;
GRANT ALL ON FUNCTION public.partial_date(span daterange) TO legal_status_writer;

REVOKE ALL ON FUNCTION public.redact(request text, confirmer text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.redact(request text, confirmer text) TO legal_status_writer;

REVOKE ALL ON FUNCTION public.refresh_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_statistics() TO legal_status_writer;

GRANT ALL ON FUNCTION public.refuse_a_published_revision() TO legal_status_reader;
GRANT ALL ON FUNCTION public.refuse_a_published_revision() TO legal_status_writer;

GRANT ALL ON FUNCTION public.refuse_a_revision_with_gaps() TO legal_status_reader;
GRANT ALL ON FUNCTION public.refuse_a_revision_with_gaps() TO legal_status_writer;

GRANT ALL ON FUNCTION public.refuse_a_torn_chain() TO legal_status_reader;
GRANT ALL ON FUNCTION public.refuse_a_torn_chain() TO legal_status_writer;

GRANT ALL ON FUNCTION public.refuse_entries_of_a_published_revision() TO legal_status_reader;
GRANT ALL ON FUNCTION public.refuse_entries_of_a_published_revision() TO legal_status_writer;

GRANT ALL ON FUNCTION public.refuse_rewriting() TO legal_status_reader;
GRANT ALL ON FUNCTION public.refuse_rewriting() TO legal_status_writer;

GRANT ALL ON FUNCTION public.refuse_rewriting_but_closing() TO legal_status_reader;
GRANT ALL ON FUNCTION public.refuse_rewriting_but_closing() TO legal_status_writer;

GRANT ALL ON FUNCTION public.said_in(recorded_in bigint, superseded_in bigint, revision bigint) TO legal_status_reader;
GRANT ALL ON FUNCTION public.said_in(recorded_in bigint, superseded_in bigint, revision bigint) TO legal_status_writer;

GRANT ALL ON FUNCTION public.set_limit(real) TO legal_status_reader;
GRANT ALL ON FUNCTION public.set_limit(real) TO legal_status_writer;

GRANT ALL ON FUNCTION public.show_limit() TO legal_status_reader;
GRANT ALL ON FUNCTION public.show_limit() TO legal_status_writer;

GRANT ALL ON FUNCTION public.show_trgm(text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.show_trgm(text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.similarity(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.similarity(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.similarity_dist(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.similarity_dist(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.similarity_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.similarity_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.strict_word_similarity(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.strict_word_similarity(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.strict_word_similarity_commutator_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.strict_word_similarity_commutator_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.strict_word_similarity_dist_commutator_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.strict_word_similarity_dist_commutator_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.strict_word_similarity_dist_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.strict_word_similarity_dist_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.strict_word_similarity_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.strict_word_similarity_op(text, text) TO legal_status_writer;

REVOKE ALL ON FUNCTION public.take_copies_out(of_relation text, of_row text, said jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.take_text_out(of_relation text, of_row text, of_revision bigint, of_field text, note jsonb) FROM PUBLIC;

GRANT ALL ON FUNCTION public.thresholds_are_known(thresholds jsonb) TO legal_status_reader;
GRANT ALL ON FUNCTION public.thresholds_are_known(thresholds jsonb) TO legal_status_writer;

GRANT ALL ON FUNCTION public.time_dist(time without time zone, time without time zone) TO legal_status_reader;
GRANT ALL ON FUNCTION public.time_dist(time without time zone, time without time zone) TO legal_status_writer;

GRANT ALL ON FUNCTION public.ts_dist(timestamp without time zone, timestamp without time zone) TO legal_status_reader;
GRANT ALL ON FUNCTION public.ts_dist(timestamp without time zone, timestamp without time zone) TO legal_status_writer;

GRANT ALL ON FUNCTION public.tstz_dist(timestamp with time zone, timestamp with time zone) TO legal_status_reader;
GRANT ALL ON FUNCTION public.tstz_dist(timestamp with time zone, timestamp with time zone) TO legal_status_writer;

GRANT ALL ON FUNCTION public.window_of_days(partial text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.window_of_days(partial text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.word_similarity(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.word_similarity(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.word_similarity_commutator_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.word_similarity_commutator_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.word_similarity_dist_commutator_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.word_similarity_dist_commutator_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.word_similarity_dist_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.word_similarity_dist_op(text, text) TO legal_status_writer;

GRANT ALL ON FUNCTION public.word_similarity_op(text, text) TO legal_status_reader;
GRANT ALL ON FUNCTION public.word_similarity_op(text, text) TO legal_status_writer;

REVOKE ALL ON FUNCTION public.write_level_documents(at bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.write_out_the_revision() FROM PUBLIC;

GRANT SELECT,INSERT ON TABLE public.api_key TO legal_status_writer;

GRANT UPDATE(revoked_at) ON TABLE public.api_key TO legal_status_writer;

GRANT SELECT,INSERT ON TABLE public.audit TO legal_status_writer;

GRANT SELECT,INSERT,UPDATE ON TABLE public.changeset TO legal_status_writer;

GRANT SELECT,INSERT,DELETE ON TABLE public.changeset_note TO legal_status_writer;

GRANT UPDATE(kind) ON TABLE public.changeset_note TO legal_status_writer;

GRANT UPDATE(reason) ON TABLE public.changeset_note TO legal_status_writer;

GRANT UPDATE(put_by) ON TABLE public.changeset_note TO legal_status_writer;

GRANT SELECT,INSERT,DELETE ON TABLE public.changeset_row TO legal_status_writer;

GRANT UPDATE(content) ON TABLE public.changeset_row TO legal_status_writer;

GRANT UPDATE(put_by) ON TABLE public.changeset_row TO legal_status_writer;

GRANT UPDATE(put_at) ON TABLE public.changeset_row TO legal_status_writer;

GRANT SELECT ON TABLE public.citation TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.citation TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.citation TO legal_status_writer;

GRANT SELECT ON TABLE public.source TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.source TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.source TO legal_status_writer;

GRANT SELECT ON TABLE public.source_version TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.source_version TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.source_version TO legal_status_writer;

GRANT SELECT ON TABLE public.citation_in_full TO legal_status_reader;
GRANT SELECT ON TABLE public.citation_in_full TO legal_status_writer;

GRANT SELECT ON TABLE public.classification TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.classification TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.classification TO legal_status_writer;

GRANT SELECT ON TABLE public.classification_in_full TO legal_status_reader;
GRANT SELECT ON TABLE public.classification_in_full TO legal_status_writer;

GRANT SELECT,INSERT,DELETE ON TABLE public.dead_source TO legal_status_writer;
GRANT SELECT ON TABLE public.dead_source TO legal_status_reader;

GRANT SELECT ON TABLE public.form TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.form TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.form TO legal_status_writer;

GRANT SELECT ON TABLE public.jurisdiction TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.jurisdiction TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.jurisdiction TO legal_status_writer;

GRANT SELECT ON TABLE public.jurisdiction_parent TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.jurisdiction_parent TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.jurisdiction_parent TO legal_status_writer;

GRANT SELECT ON TABLE public.lead TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.lead TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.lead TO legal_status_writer;

GRANT SELECT ON TABLE public.participation TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.participation TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.participation TO legal_status_writer;

GRANT SELECT ON TABLE public.pending_law TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.pending_law TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.pending_law TO legal_status_writer;

GRANT SELECT ON TABLE public.substance TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.substance TO legal_status_writer;

GRANT UPDATE(recorded) ON TABLE public.substance TO legal_status_writer;

GRANT SELECT ON TABLE public.recorded_row TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.recorded_row TO legal_status_writer;

GRANT SELECT ON TABLE public.revision TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.revision TO legal_status_writer;

GRANT SELECT ON TABLE public.redacted_row TO legal_status_reader;
GRANT SELECT ON TABLE public.redacted_row TO legal_status_writer;

GRANT SELECT ON TABLE public.free_text TO legal_status_writer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.idempotency TO legal_status_writer;

GRANT SELECT,INSERT ON TABLE public.key_use TO legal_status_writer;

GRANT SELECT ON TABLE public.law_event TO legal_status_reader;
GRANT SELECT ON TABLE public.law_event TO legal_status_writer;

GRANT SELECT ON TABLE public.level_document TO legal_status_reader;
GRANT SELECT ON TABLE public.level_document TO legal_status_writer;

GRANT SELECT,INSERT ON TABLE public.maintainer TO legal_status_writer;
GRANT SELECT ON TABLE public.maintainer TO legal_status_reader;

GRANT SELECT ON TABLE public.redaction_count TO legal_status_reader;
GRANT SELECT ON TABLE public.redaction_count TO legal_status_writer;

GRANT SELECT,INSERT,DELETE ON TABLE public.report TO legal_status_writer;

GRANT SELECT(id) ON TABLE public.report TO legal_status_reader;

GRANT SELECT(jurisdiction) ON TABLE public.report TO legal_status_reader;

GRANT SELECT(substance) ON TABLE public.report TO legal_status_reader;

GRANT SELECT(form) ON TABLE public.report TO legal_status_reader;

GRANT SELECT(kind) ON TABLE public.report TO legal_status_reader;

GRANT SELECT(asked_on) ON TABLE public.report TO legal_status_reader;

GRANT UPDATE(text) ON TABLE public.report TO legal_status_writer;

GRANT SELECT(reported_on) ON TABLE public.report TO legal_status_reader;

GRANT SELECT,INSERT,DELETE ON TABLE public.review_claim TO legal_status_writer;
GRANT SELECT ON TABLE public.review_claim TO legal_status_reader;

GRANT UPDATE(maintainer) ON TABLE public.review_claim TO legal_status_writer;

GRANT UPDATE(claimed_on) ON TABLE public.review_claim TO legal_status_writer;

GRANT SELECT,INSERT ON TABLE public.review_settlement TO legal_status_writer;
GRANT SELECT ON TABLE public.review_settlement TO legal_status_reader;

GRANT SELECT ON TABLE public.revision_entry TO legal_status_reader;
GRANT SELECT,INSERT ON TABLE public.revision_entry TO legal_status_writer;

GRANT SELECT ON TABLE public.schema_migration TO legal_status_reader;
GRANT SELECT ON TABLE public.schema_migration TO legal_status_writer;

