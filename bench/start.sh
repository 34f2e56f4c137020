#!/usr/bin/env bash
# Time from the start of the process to readiness on a database that is there already, and what the published program takes on disk.
#   bench/start.sh [ROUNDS] [FOLDER]     FOLDER: a published program; published anew without it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=${1:-5}
program=${2:-}
work=$(mktemp -d)
port=$((20000 + RANDOM % 10000))
server=''
trap '[[ -z $server ]] || kill -9 "$server" 2>/dev/null; rm -rf "$work"' EXIT

if [[ -z $program ]]; then
  program=$work/program
  dotnet publish src/Directory.Api -c Release -r linux-x64 -o "$program" -v quiet
fi

now() { date +%s%N; }

start() {
  "$program/CenterDirectory.Api" --urls "http://127.0.0.1:$port" --Feeds:Paths:0 "$PWD/feeds" \
    --ConnectionStrings:Directory "Data Source=$work/directory.db" --Importers:ArchivePath= --Dumps:Path= \
    --Logging:LogLevel:Default=Warning >"$work/log" 2>&1 &
  server=$!
}

# Polls every 10 ms: what is told is that much too long at most.
until_ready() {
  local tries
  for tries in $(seq 1 6000); do
    if [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/health/ready") == 200 ]]; then return 0; fi
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; return 1; }
    sleep 0.01
  done
  return 1
}

stop() {
  kill -TERM "$server"
  wait "$server" || true
  server=''
}

printf 'published: %s MiB in %s files\n' "$(du -sm "$program" | cut -f1)" "$(find "$program" -type f | wc -l)"
start && until_ready && stop

for round in $(seq 1 "$rounds"); do
  began=$(now)
  start
  until_ready
  ready=$((($(now) - began) / 1000000))
  began=$(now)
  curl -s -o /dev/null "http://127.0.0.1:$port/graphql?query=%7Bcenters%7Bnodes%7Bname%7D%7D%7D"
  printf 'round %s: ready after %s ms, first query %s ms\n' "$round" "$ready" "$((($(now) - began) / 1000000))"
  stop
done
