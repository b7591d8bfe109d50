#!/bin/sh
# Makes the login with which a standby follows, and lets it in; run once by the PostgreSQL image when its data folder is new.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$REPLICATION_PASSWORD" <<'SQL'
create role legal_status_replication login replication password :'password';
SQL
echo 'host replication legal_status_replication all scram-sha-256' >>"$PGDATA/pg_hba.conf"
