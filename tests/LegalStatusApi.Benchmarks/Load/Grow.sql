-- A record as it would be with so many more places and periods: cities of Colorado, each with its own law on each substance, in periods of
-- equal length since 1900, each cited once. It is put under the revision that is there; nothing proves it, it is only read: so what keeps
-- writers from contradicting themselves is left out, which would take longer than all the rest.
do $$
declare
  kept record;
begin
  for kept in select conrelid::regclass as place, conname from pg_constraint where contype = 'x' loop
    execute format('alter table %s drop constraint %I', kept.place, kept.conname);
  end loop;
end $$;
set session_replication_role = replica;
insert into jurisdiction (code, type, name, recorded)
  select 'US-CO-grown-' || place, 'municipality', 'Grown ' || place, '[1,)' from generate_series(1, @Places::int) as place;
insert into jurisdiction_parent (id, jurisdiction, parent, law, recorded)
  select 'jpl_' || substr(translate(md5('parent' || place), '0189', 'wxyz'), 1, 16), 'US-CO-grown-' || place, 'US-CO', 'applies', '[1,)' from generate_series(1, @Places::int) as place;
insert into classification (id, key, jurisdiction, substance, begins, ends, status, activities, medical_access, summary, verification, recorded)
  select 'cls_' || substr(translate(md5(place || substance.slug || period), '0189', 'wxyz'), 1, 16), 'US-CO-grown-' || place || '/' || substance.slug || '-' || period,
    'US-CO-grown-' || place, substance.slug,
    daterange(span.first, span.first + 1), case when period < @Periods::int then daterange(span.next, span.next + 1) end,
    case when period % 2 = 0 then 'prohibited' else 'deprioritized' end, '{"possession":"criminal_offense"}', 'none',
    'The ordinance of period ' || period || ' speaks of it in so many words.', 'secondary', '[1,)'
  from generate_series(1, @Places::int) as place, (values ('psilocybin'), ('lsd'), ('ketamine')) as substance (slug), generate_series(1, @Periods::int) as period,
    lateral (select date '1900-01-01' + 46000 / @Periods::int * (period - 1) as first, date '1900-01-01' + 46000 / @Periods::int * period as next) as span;
insert into citation (id, record, ordinal, source, version, role, recorded)
  select 'cit_' || substr(translate(md5(id), '0189', 'wxyz'), 1, 16), id, 1, 'de-btmg', 1, 'reports', '[1,)' from classification where key like 'US-CO-grown-%';
set session_replication_role = origin;
select write_level_documents(1);
