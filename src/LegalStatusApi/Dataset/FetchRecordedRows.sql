-- Which rows did this revision add or close?
select
  relation as "Relation",
  id as "Id",
  lower(recorded) as "RecordedIn",
  upper(recorded) as "SupersededIn",
  salt as "Salt",
  fields::text as "Fields",
  texts::text as "Texts"
from recorded_row
where lower(recorded) = @Revision or upper(recorded) = @Revision
