-- Note what settled an item, and let go of the claim on it.
with released as (
  delete from review_claim where kind = @Kind and subject = @Subject
)
insert into review_settlement (kind, subject, maintainer, how, recorded_in, settled_on)
values (@Kind, @Subject, @Maintainer, @How, @ChangedIn::bigint, @Today::date)
