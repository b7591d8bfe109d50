-- A revision is published whole: nothing in it points at something that is not there, and no classification lacks a citation.

create function refuse_a_revision_with_gaps() returns trigger language plpgsql as $$
declare
  found record;
begin
  for found in
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
    limit 1
  loop
    raise exception 'revision % is not whole (%): %', new.number, found.rule, found.said
      using errcode = '23514', constraint = found.rule, table = 'revision';
  end loop;
  return null;
end $$;
create constraint trigger revision_is_whole after insert on revision
  deferrable initially deferred for each row execute function refuse_a_revision_with_gaps();
