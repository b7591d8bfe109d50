-- Base the set on the current revision: nothing that it changes was changed since the one before.
update changeset set base_revision = (select max(number) from revision) where id = @Id
