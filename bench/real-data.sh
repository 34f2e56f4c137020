#!/usr/bin/env bash
# Real registries imported one after another in two orders, and the two directories compared: ids and instants of book-keeping apart, their dumps
# must be the same, byte for byte. Prints what docs/matching.md tells.
# Usage: DIRECTORY_SAMPLE_DATA=folder bench/real-data.sh [work folder]
set -euo pipefail
cd "$(dirname "$0")/.."
data="${DIRECTORY_SAMPLE_DATA:?the folder with the publications}"
work="${1:-$(mktemp -d)}"
mkdir -p "$work"
api="${API:-dotnet src/Directory.Api/bin/Debug/net10.0/CenterDirectory.Api.dll}"

# Source, then its file. The classifier and the extracts come in parts.
parts=(
  "ru-territories -" "ru-minjust-npo minjust/npo-registry-2014.tsv"
  "ru-egrul egrul/VO_RUGFO_0000_9965_20251105_9461e1d5-bbb8-4659-8e86-91fc9dfd2e64.xml"
  "ru-egrul egrul/VO_RUGFO_0000_9965_20251128_8a352c8f-9510-4e1d-9828-4826a45c8d8c.xml"
  "ru-rsmp rsmp/data-test-sme-1.zip" "ru-grants-xlsx grants/grants_2009_2013.xlsx" "ru-grants-csv grants/nbfond_2008.csv"
  "ru-cities cities/hflabs-city.csv"
  "ru-oktmo oktmo/tom3_oktmo_1.csv" "ru-oktmo oktmo/tom3_oktmo_2.csv" "ru-oktmo oktmo/tom5_oktmo_1.csv" "ru-oktmo oktmo/tom5_oktmo_2.csv"
)

import() { # name of the directory, then places in the list above
  local name="$1" source file; shift
  rm -rf "$work/$name.db"* "$work/$name"
  for at in "$@"; do
    read -r source file <<< "${parts[$at]}"
    echo "== $name: $source $file"
    local from=(); [[ "$file" == - ]] || from=(--from "$data/$file")
    # 1 means that something in the data needs a hand, 2 that nothing was imported.
    local code=0
    $api import "$source" "${from[@]}" --Feeds:Paths:0 "$PWD/feeds" --ConnectionStrings:Directory "Data Source=$work/$name.db" > "$work/log" || code=$?
    tail -n 4 "$work/log"
    [[ $code -lt 2 ]]
  done
  $api export --to "$work/$name" --Feeds:Paths:0 "$PWD/feeds" --ConnectionStrings:Directory "Data Source=$work/$name.db" > /dev/null
}

# Ids are given in the order of imports; slugs tell what is meant.
without_ids() {
  find "$work/$1" -name '*.ndjson' -print0 | sort -z | xargs -0 cat \
    | sed -E 's/"id":"[^"]*",?//g; s/"(createdAt|updatedAt)":"[^"]*",?//g' | sort > "$work/$1.txt"
}

import forward 0 1 2 3 4 5 6 7 8 9 10 11
import backward 8 9 10 11 7 6 5 4 2 3 1 0
without_ids forward
without_ids backward
wc -l "$work/forward.txt" "$work/backward.txt"
cmp "$work/forward.txt" "$work/backward.txt" && echo "the same, byte for byte: $(sha256sum < "$work/forward.txt")"
