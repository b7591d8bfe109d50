-- Which documents beside the record do not say what its rows say, under the first revision of which they are and under the last?
select distinct jurisdiction || '/' || substance || ' under revision ' || recorded_in
from level_document
where document::text is distinct from level_said(jurisdiction, substance, recorded_in, first_day, last_day)::text
  or document::text is distinct from
    level_said(jurisdiction, substance, coalesce(superseded_in - 1, (select max(number) from revision)), first_day, last_day)::text
order by 1
