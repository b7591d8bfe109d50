-- A look-up reads one row for a level: what its place and its substance are, and all that is said of the one in the other, as one document,
-- written where a revision is published, in the same transaction, by the owner of the tables. Nobody else can write one.
-- It says nothing that the record does not: whoever finds none reads the record itself, and `verify` compares the two.

create table level_document (
  jurisdiction jurisdiction_code not null,
  substance slug not null,
  first_day date not null,
  last_day date not null,
  recorded_in bigint not null,
  superseded_in bigint constraint level_document_is_superseded_later check (superseded_in > recorded_in),
  document json not null,
  constraint level_document_pkey primary key (jurisdiction, substance, first_day, recorded_in)
);
comment on table level_document is
  'What revisions say of one place and one substance, but for the places above. Made of the record, by write_level_documents alone.';
comment on column level_document.first_day is
  '0001-01-02: the document is of all days. A long level has others too, each of some days, with what is next to them.';
comment on column level_document.recorded_in is 'The revision under which it was written; the record before that is read row by row.';
comment on column level_document.superseded_in is 'The revision that says otherwise; null where none does.';
-- A document that is read is read whole: a row of up to a page stays in its page, as it is.
alter table level_document alter column document set storage external;
alter table level_document set (toast_tuple_target = 8160);

-- The citations of a record, in their order. Here and below: what FetchLevels.sql reads row by row; a test holds the two equal.
create function citations_said(of_record text, at bigint) returns json
  language plpgsql stable as $$
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

-- Of the periods of a level: those that may hold on some of the days, and of each form the one that ended last before them and the one
-- that begins first after them, since an answer names these where nothing holds (Domain/Picking.cs).
create function periods_said(place text, of_substance text, at bigint, first_day date, last_day date) returns json
  language plpgsql stable as $$
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

-- Null where the place or the substance is not on record.
create function level_said(place text, of_substance text, at bigint, first_day date, last_day date) returns json
  language plpgsql stable as $$
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

-- The stretches of days of which a level has documents: all days, and of a long level also about as many periods at a time as most have.
create function stretches_of_days(place text, of_substance text, at bigint) returns table (first_day date, last_day date)
  language sql stable
  as $$
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

-- The levels of which a revision says something else than the one before.
create function changed_levels(at bigint) returns table (jurisdiction text, substance text)
  language sql stable
  as $$
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

-- Closes the documents of the levels that a revision changes, and writes those of all levels that have none.
-- Whoever takes a text out of the record waits until they are written, and the other way round, so that none is written with that text.
create function write_level_documents(at bigint) returns void language plpgsql as $$
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

create function write_out_the_revision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform write_level_documents(new.number);
  return null;
end $$;
-- After revision_is_whole, by their names: what is refused is not written out.
create constraint trigger revision_is_written_out after insert on revision
  deferrable initially deferred for each row execute function write_out_the_revision();

-- What is redacted goes from every document, whatever its revision, with the request for it.
create function forget_redacted_documents() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
create trigger redaction_reaches_documents after delete on redaction_request
  referencing old table as ended for each statement execute function forget_redacted_documents();

revoke execute on function write_level_documents(bigint), write_out_the_revision(), forget_redacted_documents() from public;
grant select on level_document to legal_status_reader, legal_status_writer;

-- What is on record already.
select write_level_documents(max(number)) from revision having count(*) > 0;
