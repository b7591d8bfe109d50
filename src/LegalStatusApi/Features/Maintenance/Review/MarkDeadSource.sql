-- Note that a source version can no longer be read where it was, if that is not noted yet. No row: there is no such version.
with version as (
  select source, version from source_version where source = @Source and version = @Version and upper_inf(recorded)
), marked as (
  insert into dead_source (source, version, maintainer, found_on)
  select source, version, @Maintainer, @Today::date from version
  on conflict (source, version) do nothing
)
select coalesce(dead_source.found_on, @Today::date)::text as "FoundOn"
from version
left join dead_source on dead_source.source = version.source and dead_source.version = version.version
