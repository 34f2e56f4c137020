#!/usr/bin/env bash
# Imports the CSV files of the common benchmark through the importers: bench/load.sh CSV_FOLDER DATABASE_FILE
set -euo pipefail
csv=$(cd "$1" && pwd)
database=$2
here=$(cd "$(dirname "$0")" && pwd)
app=${APP:-"dotnet run -c Release --project $here/../src/Directory.Api --"}
load() {
  $app import "bench-$1" --from "$csv/$2.csv" --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Data Source=$database"
}
load regions regions
load centers centers
load services services
load organizations organizations
load events events
load organizers events
