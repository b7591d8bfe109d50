-- Erase the texts of reports that were settled long enough ago; of how many?
select erase_settled_reports(@Today::date)
