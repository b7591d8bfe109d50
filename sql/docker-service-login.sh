#!/bin/sh
# Makes the login that the service uses; run once by the PostgreSQL image when its data folder is new.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$SERVICE_PASSWORD" <<'SQL'
create role legal_status_service login password :'password';
SQL
