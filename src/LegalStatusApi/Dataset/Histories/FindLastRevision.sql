-- Is there a record already, and up to which revision?
select max(number) from revision
