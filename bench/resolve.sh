#!/usr/bin/env bash
# Two registers of the same 250,000 organizations, the second resolved against the first: bench/resolve.sh CSV_FOLDER WORK_FOLDER
# The second writes forms in full, is shuffled, misspells one name in fifty and lacks the numbers of one organization in twenty.
# APP names another build to compare with, such as one from before there was resolving: quote the ratio of the two second imports.
set -euo pipefail
. "$(dirname "$0")/program.sh"
database=$work/resolve.db
rm -rf "$database"*

if [ ! -e "$work/register.csv" ]; then
  { head -1 "$csv/organizations.csv"; tail -n +2 "$csv/organizations.csv" | shuf --random-source=<(yes) | awk -F, -v OFS=, '{
      sub(/,АНО «/, ",Автономная некоммерческая организация «"); sub(/,ООО «/, ",Общество с ограниченной ответственностью «")
      sub(/,НКО «/, ",Некоммерческая организация «"); sub(/,АО «/, ",Акционерное общество «")
      if (NR % 50 == 0) sub(/парк/, "прак")
      if (NR % 20 == 0) { $5 = ""; $6 = "" }
      print }'; } >"$work/register.csv"
fi

import() { # name source file
  if ! /usr/bin/time -f "%e %U %S %M" -o "$work/time" $app import "$2" --from "$3" --Feeds:Paths:0 "$here/feeds" \
    --Importers:ArchivePath "" --ConnectionStrings:Directory "Data Source=$database" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    exit 1
  fi
  read -r wall user system memory <"$work/time"
  awk -v name="$1" -v wall="$wall" -v user="$user" -v kernel="$system" -v memory="$memory" 'BEGIN {
    printf "%-28s %7.2f %7.2f %7.2f %8d\n", name, wall, user, kernel, memory / 1024 }'
}

printf '%-28s %7s %7s %7s %8s\n' "" wall user system "peak MB"
import "regions" bench-regions "$csv/regions.csv"
import "first register" bench-organizations "$csv/organizations.csv"
import "second register" bench-register "$work/register.csv"
import "second register, unchanged" bench-register "$work/register.csv"
sqlite3 "$database" "SELECT 'organizations: ' || COUNT(*) FROM Organizations"
sqlite3 "$database" "SELECT 'joined: ' || COUNT(*) FROM (SELECT 1 FROM SourceRecords WHERE Kind = 'Organization' GROUP BY EntityId HAVING COUNT(*) > 1)"
