-- Which forms are on record at a revision, of all substances or of one?
select form.slug::text as "Slug"
from form
where said_in(form.recorded_in, form.superseded_in, @Revision) and (@Substance::text is null or form.substance = @Substance)
order by form.substance, form.ordinal
