-- Which revisions do rows and entries name that are not there?
select distinct named.number
from (
  select revision from revision_entry
  union select lower(recorded) from recorded_row
  union select upper(recorded) from recorded_row
) as named (number)
where named.number is not null and not exists (select from revision where revision.number = named.number)
order by named.number
