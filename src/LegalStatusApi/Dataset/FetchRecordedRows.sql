-- Which rows did this revision add or close?
select
  row.relation as "Relation",
  row.id as "Id",
  lower(row.recorded) as "RecordedIn",
  upper(row.recorded) as "SupersededIn",
  row.salt as "Salt",
  row.fields::text as "Fields",
  row.texts::text as "Texts",
  redacted_row.redacted::text as "Redacted"
from recorded_row as row
left join redacted_row on redacted_row.relation = row.relation and redacted_row.id = row.id
  and redacted_row.recorded_in = lower(row.recorded)
where lower(row.recorded) = @Revision or upper(row.recorded) = @Revision
