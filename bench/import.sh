#!/usr/bin/env bash
# Times the importers beside `sqlite3 .import` of the same file, in one run: bench/import.sh CSV_FOLDER WORK_FOLDER
set -euo pipefail
. "$(dirname "$0")/imports.sh"
connection="Data Source=$work/import.db"

rm -rf "$work/import.db"* "$work/raw.db"*
columns="id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, region_id INTEGER NOT NULL, name TEXT NOT NULL, ogrn TEXT NOT NULL UNIQUE,
  inn TEXT NOT NULL, oktmo TEXT NOT NULL, okved TEXT NOT NULL, status TEXT NOT NULL, address TEXT NOT NULL, head TEXT NOT NULL,
  registered_on TEXT NOT NULL, description TEXT NOT NULL, updated_at TEXT NOT NULL"
sqlite3 "$work/raw.db" "PRAGMA journal_mode = WAL; CREATE TABLE organizations ($columns); CREATE INDEX org_region ON organizations (region_id, id);" >/dev/null

beside "sqlite3 .import" sqlite3 "$work/raw.db" "PRAGMA synchronous = NORMAL" "PRAGMA cache_size = -65536" ".mode csv" ".import --skip 1 $source organizations"
