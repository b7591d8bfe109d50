-- How names are compared when somebody searches; and the check of a whole revision, ten times faster.

create function plain_text(said text) returns text
  language plpgsql immutable parallel safe strict cost 1000 as $$
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
end $$;
comment on function plain_text is
  'A text as it is compared in a search: in lower case, without accents and apostrophes, and one blank for any punctuation. So it holds no wildcard of a LIKE pattern.';

-- Most texts of the record that are searched are those of its sources: a few of them are to be compared in full, not all.
create function texts_of_source(key text, title text, citation text) returns text
  language plpgsql immutable parallel safe cost 1000 as $$
begin
  return public.plain_text(concat_ws(' ', title, citation, key));
end $$;
create index source_texts on source using gin (texts_of_source(key, title, citation) gin_trgm_ops);

-- The same rules as in 0006. Looked for one by one (limit 1), the gaps were planned as if the first were near; there is none.
create or replace function refuse_a_revision_with_gaps() returns trigger language plpgsql as $$
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
