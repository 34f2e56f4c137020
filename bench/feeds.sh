#!/usr/bin/env bash
# What leaves a loaded directory, format by format: bench/feeds.sh DATABASE_FILE [PORT]
# Every address is asked twice, first in English, and the second answer is measured.
# DATABASE_FILE is what bench/load.sh made. For each address the time to the first byte, the time of the whole, its size and throughput, and the peak of
# the resident set of the server while it was sent; then what a reader costs who has it already, a slow reader, and a dump of everything.
set -euo pipefail
database=$(realpath "$1")
port=${2:-5097}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
app=${APP:-"dotnet run -c Release --project $here/../src/Directory.Api --"}
address=http://127.0.0.1:$port
settings=(--Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "Data Source=$database" --Dumps:Path "$work/dumps")

$app --urls "$address" --Roles api "${settings[@]}" >"$work/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  curl -sf "$address/health/live" >/dev/null && break
  sleep 0.5
done
# «dotnet run» starts the server as a child.
process=$(pgrep -P "$server" -n || echo "$server")
memory() { awk -v what="$1" '$1 == what ":" { print int($2 / 1024) }' "/proc/$process/status"; }
# The kernel forgets the peak so far.
forget() { echo 5 >"/proc/$process/clear_refs" 2>/dev/null || true; }

fetch() { curl -s -o /dev/null -w '%{time_starttransfer} %{time_total} %{size_download} %{http_code}' "$address$1"; }
measure() {
  # What the first call of a kind compiles is not what it costs.
  fetch "$1$([[ $1 == *\?* ]] && echo '&' || echo '?')lang=en" >/dev/null
  forget
  read -r first whole size status < <(fetch "$1"; echo)
  awk -v name="$1" -v first="$first" -v whole="$whole" -v size="$size" -v peak="$(memory VmHWM)" -v status="$status" 'BEGIN {
    printf "%-44s %9.0f %9.2f %9.1f %9.1f %9d%s\n", name, first * 1000, whole, size / 1e6, size / 1e6 / whole, peak, status == 200 ? "" : "  status " status }'
}

curl -s "$address/feeds/events.ics?limit=1" >/dev/null
printf '%-44s %9s %9s %9s %9s %9s\n' address "first, ms" "whole, s" MB "MB/s" "peak, MB"
printf '%-44s %49d\n' "(idle)" "$(memory VmRSS)"
for path in /feeds/events.ics /feeds/events.csv "/feeds/events.atom?limit=1000" "/feeds/events.rss?limit=1000" "/feeds/events.json?limit=1000" \
  /feeds/events.rss "/feeds/events.ics?territory=27" "/feeds/events.ics?upcoming=true" "/feeds/events.rss?q=%D1%81%D0%B5%D0%BC%D0%B8%D0%BD%D0%B0%D1%80%D1%8B" "/feeds/changes.atom" \
  "/hsds/services?format=ndjson" "/hsds/services?format=ndjson&full=true" "/hsds/organizations?format=ndjson" "/hsds/services?per_page=50" \
  /centers /events "/events?q=%D1%81%D0%B5%D0%BC%D0%B8%D0%BD%D0%B0%D1%80%D1%8B" /organizations /sitemaps/events-0.xml; do
  measure "$path"
done

known() {
  tag=$(curl -sI "$address$1" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')
  for _ in $(seq 200); do curl -s -o /dev/null -w '%{time_total} %{http_code}\n' -H "If-None-Match: $tag" "$address$1"; done | sort -n |
    awk -v name="$1" '{ t[NR] = $1; bad += $2 != 304 } END { printf "%-44s %9.2f ms (median of %d, %d not 304)\n", name ", known already", t[int((NR + 1) / 2)] * 1000, NR, bad }'
}
known /feeds/events.ics
known /hsds/services

forget
curl -s --limit-rate 8M -o /dev/null "$address/feeds/events.ics"
printf '%-44s %49d\n' "/feeds/events.ics, read at 8 MB/s" "$(memory VmHWM)"

kill "$server" && wait "$server" 2>/dev/null || true
start=$(date +%s.%N)
$app export --to "$work/export" "${settings[@]}" >"$work/log" 2>&1 &
export_process=$!
peak=0
while kill -0 "$export_process" 2>/dev/null; do
  for id in $export_process $(pgrep -P "$export_process" || true); do
    now=$(awk '$1 == "VmHWM:" { print int($2 / 1024) }' "/proc/$id/status" 2>/dev/null || echo 0)
    peak=$((${now:-0} > peak ? now : peak))
  done
  sleep 0.2
done
wait "$export_process"
awk -v from="$start" -v to="$(date +%s.%N)" -v size="$(du -sb "$work/export" | cut -f1)" -v peak="$peak" 'BEGIN {
  printf "%-44s %9s %9.2f %9.1f %9.1f %9d\n", "export (a dump of everything)", "", to - from, size / 1e6, size / 1e6 / (to - from), peak }'
