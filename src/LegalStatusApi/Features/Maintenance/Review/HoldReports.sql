-- One report is taken after another, so that a day's last one is counted.
select pg_advisory_xact_lock(hashtextextended('report', 0))::text
