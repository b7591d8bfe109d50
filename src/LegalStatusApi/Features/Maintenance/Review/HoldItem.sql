-- Let nobody else claim or settle this item of the review queue until the transaction ends.
select pg_advisory_xact_lock(hashtextextended('review item ' || @Id, 0))::text
