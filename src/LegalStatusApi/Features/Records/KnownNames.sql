-- Which names lead to which place or substance, in the current revision, and what is that called?
select 'jurisdiction' as "Kind", code::text as "Name", code::text as "Leads", name as "Called" from jurisdiction where upper_inf(recorded)
union all
select 'jurisdiction', name, code, name from jurisdiction where upper_inf(recorded)
union all
select 'jurisdiction', alias, code, name from jurisdiction, unnest(aliases) as alias where upper_inf(recorded)
union all
select 'substance', slug, slug, name from substance where upper_inf(recorded)
union all
select 'substance', synonym, slug, name from substance, unnest(synonyms) as synonym where upper_inf(recorded)
union all
select 'substance', number, slug, name
from substance, jsonb_array_elements_text(coalesce(identifiers -> 'cas', '[]')) as number
where upper_inf(recorded)
