#!/usr/bin/env bash
# Kills an import of the 250,000 organizations of the common benchmark at ten random moments, lets it finish, and compares the directory with
# one that nobody disturbed: bench/kill.sh CSV_FOLDER WORK_FOLDER [SEED]
set -euo pipefail
csv=$(cd "$1" && pwd)
work=$2
RANDOM=${3:-1}
here=$(cd "$(dirname "$0")" && pwd)
app=${APP:-$here/../src/Directory.Api/bin/Release/net10.0/CenterDirectory.Api.dll}
mkdir -p "$work"
rm -f "$work"/calm.db* "$work"/killed.db*

run() {
  exec dotnet "$app" import "$2" --from "$csv/$3.csv" --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Data Source=$1" >/dev/null 2>&1
}

# Everything but instants, run numbers and what is counted of runs: two runs differ in those by nature.
facts() {
  sqlite3 "$1" "SELECT \"Id\", \"Slug\", \"Name\", \"Ogrn\", \"Inn\", \"AddressText\", \"TerritoryId\", \"Status\" FROM \"Organizations\" ORDER BY \"Id\"" | sha256sum
  sqlite3 "$1" "SELECT \"Kind\", \"ExternalId\", \"EntityId\", hex(\"Hash\"), \"Payload\", \"MissingRuns\" FROM \"SourceRecords\" ORDER BY \"Id\"" | sha256sum
  sqlite3 "$1" "SELECT COUNT(*), MAX(\"Number\") FROM \"Revisions\"; SELECT COUNT(*) FROM \"Changes\"; PRAGMA integrity_check; PRAGMA foreign_key_check"
}

for database in calm killed; do
  (run "$work/$database.db" bench-regions regions)
done
SECONDS=0
(run "$work/calm.db" bench-organizations organizations)
whole=$SECONDS
echo "Undisturbed: $whole s."
for kill in $(seq 10); do
  after=$(awk -v r="$RANDOM" -v w="$whole" 'BEGIN { printf "%.2f", r / 32767 * w }')
  run "$work/killed.db" bench-organizations organizations &
  sleep "$after"
  if kill -9 $! 2>/dev/null; then echo "Kill $kill after $after s."; else echo "Kill $kill after $after s: it had finished."; fi
  wait $! 2>/dev/null || true
done
(run "$work/killed.db" bench-organizations organizations)
if diff <(facts "$work/calm.db") <(facts "$work/killed.db"); then
  echo "The directories are equal."
else
  echo "The directories differ." >&2
  exit 1
fi
