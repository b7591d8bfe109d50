-- Whose answers may a revision change: which places, with those below them, and which substances?
with recursive touched (jurisdiction, substance) as (
  select jurisdiction::text, substance::text from classification where recorded_in = @Revision or superseded_in = @Revision
  union
  select jurisdiction, substance from lead where recorded_in = @Revision or superseded_in = @Revision
  union
  select jurisdiction, substance from pending_law where recorded_in = @Revision or superseded_in = @Revision
  union
  select link.jurisdiction, substance.slug
  from jurisdiction_parent as link, substance
  where (link.recorded_in = @Revision or link.superseded_in = @Revision) and substance.superseded_in is null
  union
  select jurisdiction.code, form.substance
  from form, jurisdiction
  where (form.recorded_in = @Revision or form.superseded_in = @Revision) and jurisdiction.superseded_in is null
), affected (jurisdiction, substance) as (
  select jurisdiction, substance from touched
  union
  select link.jurisdiction, affected.substance
  from affected
  join jurisdiction_parent as link on link.parent = affected.jurisdiction and link.law = 'applies'
)
select distinct jurisdiction as "Jurisdiction", substance as "Substance"
from affected
order by 1, 2
