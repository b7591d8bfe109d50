-- What is to be looked at again: who is at it, what settled it, what readers reported, which links are dead.
-- None of it is history: it says how the work stands, and may be deleted.

create table report (
  id text constraint report_pkey primary key constraint report_id_is_well_formed check (id ~ '^itm_[a-z2-7]{16}$'),
  jurisdiction jurisdiction_code not null,
  substance slug not null,
  form slug,
  kind text not null constraint report_kind_is_known check (kind in
    ('wrong_status', 'wrong_date', 'wrong_source', 'missing', 'other')),
  asked_on calendar_day,
  text text constraint report_text_is_of_2000_characters check (length(text) between 1 and 2000),
  reported_on date not null
);
create index report_reported_on on report (reported_on);
comment on table report is 'A reader says that a record is wrong. Nothing here says who it was, or at what hour.';
comment on column report.id is 'Random; also its id in the review queue.';
comment on column report.asked_on is 'The law date that the reader had asked for.';
comment on column report.text is 'For maintainers with the scope review alone; null: erased, 90 days after the report was settled.';

create table review_claim (
  kind text not null,
  subject text not null,
  maintainer text not null constraint review_claim_maintainer_fkey references maintainer,
  claimed_on date not null,
  constraint review_claim_pkey primary key (kind, subject)
);
comment on table review_claim is 'Who works on an item of the review queue. The item is named by its kind and subject; its public id is their hash.';
comment on column review_claim.claimed_on is 'The claim lapses 30 days later, unless it is made again.';

create table review_settlement (
  number bigint generated always as identity constraint review_settlement_pkey primary key,
  kind text not null,
  subject text not null,
  maintainer text not null constraint review_settlement_maintainer_fkey references maintainer,
  how text not null constraint review_settlement_how_is_told check (how <> '' and length(how) <= 2000),
  recorded_in bigint constraint review_settlement_recorded_in_fkey references revision,
  settled_on date not null
);
create index review_settlement_subject on review_settlement (kind, subject);
comment on column review_settlement.recorded_in is
  'The revision that last changed what the item is about: where a later one changes it, the item is open again. Null: there is no record.';

create table dead_source (
  source slug not null,
  version int not null,
  maintainer text not null constraint dead_source_maintainer_fkey references maintainer,
  found_on date not null,
  constraint dead_source_pkey primary key (source, version),
  constraint dead_source_source_version_fkey foreign key (source, version) references source_version
);
comment on table dead_source is
  'Source versions that can no longer be read where they were. Beside the record, not in it: a link dies on a day of the clock, of no revision.';

create function erase_settled_reports(today date) returns int language sql as $$
  with erased as (
    update report set text = null
    where text is not null and exists (
      select from review_settlement as settlement
      where settlement.kind = 'report' and settlement.subject = report.id and settlement.settled_on <= today - 90)
    returning 1
  )
  select count(*)::int from erased
$$;
comment on function erase_settled_reports is 'Erases the text of every report that was settled 90 days ago or earlier; says of how many.';

grant select, insert, delete on report, review_claim, dead_source to legal_status_writer;
grant update (text) on report to legal_status_writer;
grant update (maintainer, claimed_on) on review_claim to legal_status_writer;
grant select, insert on review_settlement to legal_status_writer;
grant select on review_claim, review_settlement, dead_source to legal_status_reader;
-- Public answers are read by the reader, so the reader cannot see a report's text.
grant select (id, jurisdiction, substance, form, kind, asked_on, reported_on) on report to legal_status_reader;
