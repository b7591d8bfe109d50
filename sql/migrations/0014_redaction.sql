-- A free text can be redacted, by two maintainers, and the chain still verifies: the digest of the text is kept, the text
-- and what it could be guessed from are not.

create table redaction_request (
  id text constraint redaction_request_pkey primary key
    constraint redaction_request_id_is_well_formed check (id ~ '^rdc_[a-z2-7]{16}$'),
  relation text not null,
  row_id text not null,
  recorded_in bigint not null,
  field text not null,
  reason text not null constraint redaction_request_reason_is_given check (reason <> '' and length(reason) <= 2000),
  asked_by text not null constraint redaction_request_asked_by_fkey references maintainer,
  asked_at timestamptz not null default clock_timestamp(),
  constraint redaction_request_is_asked_once unique (relation, row_id, recorded_in, field)
);
comment on table redaction_request is 'Redactions that one maintainer asked for and no other has confirmed yet. Not history: confirmed or withdrawn, it is gone.';
comment on column redaction_request.reason is 'Public once the redaction is done.';

-- What a row says of its redaction: of each text that is gone its digest, who took it out, when and why; of each other text
-- the salt of its own.
create function redaction_is_told(redacted jsonb) returns boolean
  language sql immutable parallel safe
  return redacted is null or coalesce(jsonb_typeof(redacted -> 'salts') = 'object' and jsonb_typeof(redacted -> 'texts') = 'object'
    and redacted -> 'texts' <> '{}' and redacted - 'salts' - 'texts' = '{}'
    and not exists (
      select from jsonb_each(redacted -> 'texts') as gone
      where gone.value ->> 'digest' is null or gone.value ->> 'digest' !~ '^[0-9a-f]{64}$'
         or coalesce(gone.value ->> 'redaction', '') = '' or coalesce(gone.value ->> 'redactedAt', '') = ''
         or coalesce(gone.value ->> 'askedBy', '') = '' or coalesce(gone.value ->> 'confirmedBy', '') = ''
         or gone.value ->> 'askedBy' = gone.value ->> 'confirmedBy' or coalesce(gone.value ->> 'reason', '') = ''), false);

do $$
declare
  told text;
begin
  foreach told in array array['source', 'classification', 'lead', 'pending_law', 'revision'] loop
    execute format($sql$
      alter table %1$I
        add column redacted jsonb constraint %1$s_redaction_is_told check (redaction_is_told(redacted)),
        add constraint %1$s_salt_is_forgotten_by_redaction check ((length(salt) = 0) = (redacted is not null));
      create index %1$s_redacted on %1$I ((redacted is not null)) where redacted is not null;
      comment on column %1$I.redacted is
        'Of each redacted text its digest, by whom, when and why; of the others their salts, for the row''s own is forgotten. Null: nothing is redacted.';
    $sql$, told);
  end loop;
end $$;

create view redacted_row as
  select 'source' as relation, key::text as id, recorded_in, redacted from source where redacted is not null
  union all
  select 'classification', id, recorded_in, redacted from classification where redacted is not null
  union all
  select 'lead', id, recorded_in, redacted from lead where redacted is not null
  union all
  select 'pending_law', id, recorded_in, redacted from pending_law where redacted is not null
  union all
  select 'revision', number::text, number, redacted from revision where redacted is not null;
comment on view redacted_row is 'Every row and revision of which a text is redacted.';

create view free_text as
  select row.relation, row.id, lower(row.recorded) as recorded_in, row.salt, row.texts, redacted_row.redacted
  from recorded_row as row
  left join redacted_row on redacted_row.relation = row.relation and redacted_row.id = row.id
    and redacted_row.recorded_in = lower(row.recorded)
  union all
  select 'revision', number::text, number, salt,
    jsonb_build_object('reason', reason) || coalesce((
      select jsonb_object_agg('changes/' || change.place - 1 || '/reason', change.said -> 'reason')
      from jsonb_array_elements(changes) with ordinality as change (said, place)), '{}'),
    redacted
  from revision;
comment on view free_text is 'The free texts of every row and revision, by the names under which they enter the hash chain.';

-- As Dataset/CanonicalJson.cs writes it (RFC 8785); a test holds the two equal.
create function canonical_json(said jsonb) returns text language plpgsql immutable as $$
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

create function redacted_text(field text) returns jsonb
  language sql immutable parallel safe
  return case when field not in ('thresholds', 'conditions') then '"[redacted]"'::jsonb end;
comment on function redacted_text is 'What a field says once it is redacted; null: nothing, for what is no text but optional.';

-- Only redact() says that it redacts, and only what runs as the owner of the tables is believed.
create function is_redacting() returns boolean
  language sql stable
  return coalesce(current_setting('legal_status.redacting', true), '') <> ''
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'public.redaction_request'::regclass);

create or replace function refuse_rewriting_but_closing() returns trigger language plpgsql as $$
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

create function refuse_rewriting_but_redacting() returns trigger language plpgsql as $$
declare
  redacted_out constant text[] := array['reason', 'changes', 'salt', 'redacted', 'before', 'after'];
begin
  if tg_op = 'UPDATE' and is_redacting() and to_jsonb(new) - redacted_out = to_jsonb(old) - redacted_out then
    return new;
  end if;
  raise exception '% of % refused: the record is append-only', tg_op, tg_table_name
    using errcode = '42501', constraint = 'history_is_append_only';
end $$;
drop trigger history_is_append_only on revision;
create trigger history_is_append_only before update or delete on revision
  for each row execute function refuse_rewriting_but_redacting();
drop trigger history_is_append_only on audit;
create trigger history_is_append_only before update or delete on audit
  for each row execute function refuse_rewriting_but_redacting();

create or replace function refuse_editing_a_closed_set() returns trigger language plpgsql as $$
declare
  of_set text := coalesce(new.changeset, old.changeset);
begin
  if (select state from changeset where id = of_set) <> 'draft' and not (tg_op = 'UPDATE' and is_redacting()) then
    raise exception 'change set % is not a draft', of_set
      using errcode = '23514', constraint = 'changeset_is_a_draft';
  end if;
  return coalesce(new, old);
end $$;

-- Takes one text out of one row. For redact() alone.
create function take_text_out(of_relation text, of_row text, of_revision bigint, of_field text, note jsonb) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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

-- Takes a text out of what work on the record keeps beside it. For redact() alone.
create function take_copies_out(of_relation text, of_row text, said jsonb) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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

create function redact(request text, confirmer text) returns int
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
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
comment on function redact is
  'Does a redaction that one maintainer asked for and another confirms: takes the text out of every version of the row that says it, and of every copy. Says of how many fields.';

revoke execute on function redact(text, text), take_text_out(text, text, bigint, text, jsonb), take_copies_out(text, text, jsonb) from public;
grant execute on function redact(text, text) to legal_status_writer;
grant select on redacted_row to legal_status_reader, legal_status_writer;
grant select on free_text to legal_status_writer;
grant select, insert, delete on redaction_request to legal_status_writer;
