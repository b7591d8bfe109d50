-- Which names lead to which place or substance, in the current revision?
select 'jurisdiction' as "Kind", code::text as "Name", code::text as "Leads" from jurisdiction where upper_inf(recorded)
union all
select 'jurisdiction', name, code from jurisdiction where upper_inf(recorded)
union all
select 'jurisdiction', alias, code from jurisdiction, unnest(aliases) as alias where upper_inf(recorded)
union all
select 'substance', slug, slug from substance where upper_inf(recorded)
union all
select 'substance', synonym, slug from substance, unnest(synonyms) as synonym where upper_inf(recorded)
union all
select 'substance', number, slug
from substance, jsonb_array_elements_text(coalesce(identifiers -> 'cas', '[]')) as number
where upper_inf(recorded)
