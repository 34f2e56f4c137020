#!/usr/bin/env bash
# Times the importers on PostgreSQL beside `\copy` of the same file, in one run on a cluster of its own: bench/postgres.sh CSV_FOLDER WORK_FOLDER
# Needs the server binaries (initdb, pg_ctl, psql). Wall and user time are those of the client; the last column is wall time to that of \copy.
set -euo pipefail
csv=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
bin=${PGBIN:-$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")}
port=${PGPORT:-55433}
if [ -z "${APP:-}" ]; then
  dotnet publish "$here/../src/Directory.Api" -c Release -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -o "$work/app" -v q >/dev/null
fi
app=${APP:-"dotnet $work/app/CenterDirectory.Api.dll"}
source=$csv/organizations.csv
rows=$(($(wc -l <"$source") - 1))

as() { if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }
data=$(mktemp -d)
trap 'as "$bin/pg_ctl" -D "$data/cluster" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$data"' EXIT
((EUID != 0)) || chown postgres "$data"
as "$bin/initdb" -D "$data/cluster" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$data/cluster" -l "$data/log" -w -o "-h 127.0.0.1 -p $port -k $data -c shared_buffers=1GB -c max_wal_size=4GB -c jit=off" start >/dev/null
sql() { "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1 "$@"; }

if [ ! -e "$work/shuffled.csv" ]; then
  { head -1 "$source" | sed 's/,description,/,Description,/'; tail -n +2 "$source" | shuf --random-source=<(yes); } >"$work/shuffled.csv"
  awk 'NR > 1 && NR % 100 == 0 { sub(/ул\. /, "пер. ") } { print }' "$source" >"$work/changed.csv"
fi

sql -d postgres -c "CREATE DATABASE raw TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
sql -d raw -c "CREATE TABLE organizations (id bigint PRIMARY KEY, uid text NOT NULL UNIQUE, region_id bigint NOT NULL, name text NOT NULL, ogrn text NOT NULL UNIQUE,
  inn text NOT NULL, oktmo text NOT NULL, okved text NOT NULL, status text NOT NULL, address text NOT NULL, head text NOT NULL,
  registered_on date NOT NULL, description text NOT NULL, updated_at timestamptz NOT NULL)" -c "CREATE INDEX org_region ON organizations (region_id, id)"

measure() { # name command…
  local name=$1
  shift
  if ! /usr/bin/time -f "%e %U %S %M" -o "$work/time" "$@" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    exit 1
  fi
  read -r wall user system memory <"$work/time"
  base=${base:-$wall}
  awk -v name="$name" -v wall="$wall" -v user="$user" -v kernel="$system" -v memory="$memory" -v base="$base" -v rows="$rows" 'BEGIN {
    printf "%-22s %7.2f %7.2f %7.2f %8d %9d %7.2f\n", name, wall, user, kernel, memory / 1024, rows / wall, wall / base }'
}
import() { # name source file
  measure "$1" $app import "$2" --from "$3" --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Host=127.0.0.1;Port=$port;Username=postgres;Database=directory"
}

printf '%-22s %7s %7s %7s %8s %9s %7s\n' "$rows rows" wall user system "peak MB" rows/s ratio
measure 'psql \copy' "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -d raw -c "\\copy organizations FROM '$source' CSV HEADER"
$app import bench-regions --from "$csv/regions.csv" --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Host=127.0.0.1;Port=$port;Username=postgres;Database=directory" >/dev/null
import "first import" bench-organizations "$source"
import "unchanged, shuffled" bench-organizations "$work/shuffled.csv"
import "1 % changed" bench-organizations "$work/changed.csv"
