-- Note who works on an item.
insert into review_claim (kind, subject, maintainer, claimed_on) values (@Kind, @Subject, @Maintainer, @Today::date)
on conflict (kind, subject) do nothing
