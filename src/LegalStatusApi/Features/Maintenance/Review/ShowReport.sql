-- What did a reader report, and was it settled?
select jsonb_build_object('id', report.id, 'jurisdiction', jurisdiction, 'substance', substance, 'form', form, 'kind', report.kind,
  'on', asked_on, 'text', text, 'reportedOn', reported_on,
  'settledOn', settlement.settled_on, 'settledBy', maintainer.name, 'how', settlement.how) as "Item"
from report
left join review_settlement as settlement on settlement.kind = 'report' and settlement.subject = report.id
left join maintainer on maintainer.id = settlement.maintainer
where report.id = @Id
