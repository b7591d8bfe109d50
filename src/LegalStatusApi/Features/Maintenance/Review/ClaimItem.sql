-- Note who works on an item, from today; in the place of whoever did before and let it lapse.
insert into review_claim (kind, subject, maintainer, claimed_on) values (@Kind, @Subject, @Maintainer, @Today::date)
on conflict (kind, subject) do update set maintainer = excluded.maintainer, claimed_on = excluded.claimed_on
