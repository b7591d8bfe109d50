-- Who opened this set, or put or took anything in or out of it, even if somebody else wrote over it since?
select author from changeset where id = @Id
union
select put_by from changeset_row where changeset = @Id
union
select put_by from changeset_note where changeset = @Id
union
select maintainer from audit
where subject like @Id || ' %' and (action in ('import', 'verify', 'revert') or action like 'put %' or action like 'remove %')
