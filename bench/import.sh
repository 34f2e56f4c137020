#!/usr/bin/env bash
# Times the importers beside `sqlite3 .import` of the same file, in one run: bench/import.sh CSV_FOLDER WORK_FOLDER
# Wall time and user time are in seconds, memory is the peak of the resident set; ratios are wall time to wall time.
set -euo pipefail
csv=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${APP:-}" ]; then
  dotnet publish "$here/../src/Directory.Api" -c Release -r "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" -o "$work/app" -v q >/dev/null
fi
app=${APP:-"dotnet $work/app/CenterDirectory.Api.dll"}
source=$csv/organizations.csv
rows=$(($(wc -l <"$source") - 1))
database=$work/import.db

# A byte of a column nobody reads is another, so that the file is not known by its hash; the seed keeps runs comparable.
if [ ! -e "$work/shuffled.csv" ]; then
  { head -1 "$source" | sed 's/,description,/,Description,/'; tail -n +2 "$source" | shuf --random-source=<(yes); } >"$work/shuffled.csv"
  awk 'NR > 1 && NR % 100 == 0 { sub(/ул\. /, "пер. ") } { print }' "$source" >"$work/changed.csv"
fi

rm -rf "$database"* "$work/raw.db"*
columns="id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, region_id INTEGER NOT NULL, name TEXT NOT NULL, ogrn TEXT NOT NULL UNIQUE,
  inn TEXT NOT NULL, oktmo TEXT NOT NULL, okved TEXT NOT NULL, status TEXT NOT NULL, address TEXT NOT NULL, head TEXT NOT NULL,
  registered_on TEXT NOT NULL, description TEXT NOT NULL, updated_at TEXT NOT NULL"
sqlite3 "$work/raw.db" "PRAGMA journal_mode = WAL; CREATE TABLE organizations ($columns); CREATE INDEX org_region ON organizations (region_id, id);" >/dev/null

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
  measure "$1" $app import "$2" --from "$3" --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Data Source=$database"
}

printf '%-22s %7s %7s %7s %8s %9s %7s\n' "$rows rows" wall user system "peak MB" rows/s ratio
measure "sqlite3 .import" sqlite3 "$work/raw.db" "PRAGMA synchronous = NORMAL" "PRAGMA cache_size = -65536" ".mode csv" ".import --skip 1 $source organizations"
$app import bench-regions --from "$csv/regions.csv" --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Data Source=$database" >/dev/null
import "first import" bench-organizations "$source"
import "unchanged, shuffled" bench-organizations "$work/shuffled.csv"
import "1 % changed" bench-organizations "$work/changed.csv"
