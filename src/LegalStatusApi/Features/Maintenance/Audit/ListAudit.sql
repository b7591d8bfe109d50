-- Who did what, newest first: of one subject or maintainer, or all?
select jsonb_build_object('number', audit.number, 'at', audit.at, 'maintainer', maintainer.id, 'name', maintainer.name, 'key', audit.key,
  'action', audit.action, 'subject', audit.subject, 'before', audit.before, 'after', audit.after) as "Item"
from audit
left join maintainer on maintainer.id = audit.maintainer
where (@Subject::text is null or audit.subject = @Subject or starts_with(audit.subject, @Subject || ' ')
    or position('/' || @Subject || '/' in audit.subject || '/') > 0)
  and (@Maintainer::text is null or maintainer.id = @Maintainer or maintainer.name = @Maintainer)
  and (@Before::bigint is null or audit.number < @Before)
order by audit.number desc
limit @Take::bigint
