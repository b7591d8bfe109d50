-- Note who did what, with which key, and what was there before and after.
insert into audit (maintainer, key, action, subject, before, after)
values (@Maintainer, @Key, @Action, @Subject, @Before::jsonb, @After::jsonb)
