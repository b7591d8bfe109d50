-- Which migrations were applied, when, and what their text was?
create table if not exists schema_migration (
  name text constraint schema_migration_pkey primary key,
  sha256 text not null,
  applied_at timestamptz not null default clock_timestamp()
);
