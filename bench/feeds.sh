#!/usr/bin/env bash
# Time to first byte and throughput of the feeds of a loaded directory: bench/feeds.sh DATABASE_FILE [PORT]
# DATABASE_FILE is what bench/load.sh made. Memory is the peak of the resident set of the server over all of it; one slow reader takes part at the end.
set -euo pipefail
database=$(realpath "$1")
port=${2:-5097}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
app=${APP:-"dotnet run -c Release --project $here/../src/Directory.Api --"}
address=http://127.0.0.1:$port

$app --urls "$address" --Roles api --Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Data Source=$database" >"$work/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  curl -sf "$address/health/live" >/dev/null && break
  sleep 0.5
done
# «dotnet run» starts the server as a child.
process=$(pgrep -P "$server" -n || echo "$server")
memory() { awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$process/status"; }

curl -s "$address/feeds/events.ics?limit=1" >/dev/null
printf '%-34s %10s %10s %10s %10s\n' feed "first, s" "whole, s" MB "MB/s"
measure() {
  curl -s -o "$work/body" -w '%{time_starttransfer} %{time_total} %{size_download}' "$address$1" >"$work/times"
  read -r first whole size <"$work/times"
  awk -v name="$1" -v first="$first" -v whole="$whole" -v size="$size" 'BEGIN { printf "%-34s %10.3f %10.3f %10.1f %10.1f\n", name, first, whole, size / 1e6, size / 1e6 / whole }'
}
for feed in events.ics events.csv "events.atom?limit=1000" "events.rss" "events.json?territory=27" "news.atom"; do
  measure "/feeds/$feed"
done

tag=$(curl -sI "$address/feeds/events.ics" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')
printf '%-34s ' 'events.ics, known already'
for _ in $(seq 50); do curl -s -o /dev/null -w '%{time_total}\n' -H "If-None-Match: $tag" "$address/feeds/events.ics"; done | sort -n | awk '{ t[NR] = $1 } END { printf "%10.4f (median of %d)\n", t[int((NR + 1) / 2)], NR }'

printf 'peak memory, MB: %s\n' "$(memory)"
curl -s --limit-rate 4M -o /dev/null "$address/feeds/events.ics"
printf 'after a reader of 4 MB/s: %s\n' "$(memory)"
