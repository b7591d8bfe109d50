-- Which maintainer has this name, in whatever case?
select name
from maintainer
where lower(name) = lower(@Name)
