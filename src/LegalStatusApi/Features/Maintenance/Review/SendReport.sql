-- Keep a reader's report, unless that many have come in on its day.
insert into report (id, jurisdiction, substance, form, kind, asked_on, text, reported_on)
select @Id, @Jurisdiction, @Substance, @Form, @Kind, @On::date, @Text, @Today::date
where (select count(*) from report where reported_on = @Today::date) < @Most::bigint
