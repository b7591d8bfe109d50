-- What a revision says never changes but by a redaction. Who keeps what was read asks whether there was one since.

create table redaction_count (
  is_one boolean constraint redaction_count_pkey primary key default true constraint redaction_count_is_one check (is_one),
  redactions bigint not null default 0 constraint redaction_count_is_no_less check (redactions >= 0)
);
comment on table redaction_count is 'One row: how many requests to redact ended, whether done or withdrawn. Counted where the text goes, in the same transaction.';
insert into redaction_count default values;

-- A redaction that is done, and one that is withdrawn, is asked for no more: the second costs whoever keeps something a read, no more.
create function count_redaction() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update redaction_count set redactions = redactions + 1;
  return null;
end $$;
revoke execute on function count_redaction() from public;

create trigger redaction_is_counted after delete on redaction_request
  for each statement execute function count_redaction();

grant select on redaction_count to legal_status_reader, legal_status_writer;
