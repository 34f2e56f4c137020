#!/usr/bin/env bash
# Times the importers on PostgreSQL beside `\copy` of the same file, in one run on a cluster of its own: bench/postgres.sh CSV_FOLDER WORK_FOLDER
# Needs the server binaries (initdb, pg_ctl, psql). Wall and user time are those of the client.
set -euo pipefail
. "$(dirname "$0")/imports.sh"
bin=${PGBIN:-$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")}
port=${PGPORT:-55433}
connection="Host=127.0.0.1;Port=$port;Username=postgres;Database=directory"

as() { if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
data=$(mktemp -d)
trap 'as "$bin/pg_ctl" -D "$data/cluster" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$data"' EXIT
((EUID != 0)) || chown postgres "$data"
as "$bin/initdb" -D "$data/cluster" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$data/cluster" -l "$data/log" -w -o "-h 127.0.0.1 -p $port -k $data -c shared_buffers=1GB -c max_wal_size=4GB -c jit=off" start >/dev/null
sql() { "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1 "$@"; }

sql -d postgres -c "CREATE DATABASE raw TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
sql -d raw -c "CREATE TABLE organizations (id bigint PRIMARY KEY, uid text NOT NULL UNIQUE, region_id bigint NOT NULL, name text NOT NULL, ogrn text NOT NULL UNIQUE,
  inn text NOT NULL, oktmo text NOT NULL, okved text NOT NULL, status text NOT NULL, address text NOT NULL, head text NOT NULL,
  registered_on date NOT NULL, description text NOT NULL, updated_at timestamptz NOT NULL)" -c "CREATE INDEX org_region ON organizations (region_id, id)"

beside 'psql \copy' "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -d raw -c "\\copy organizations FROM '$source' CSV HEADER"
