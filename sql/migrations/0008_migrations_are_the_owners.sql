-- The service publishes; which migrations were applied is not for it to say. (0007 granted insert on every table.)

revoke insert on schema_migration from legal_status_writer;
