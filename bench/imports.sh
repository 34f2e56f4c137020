# What timings of imports share, whatever the database; sourced with CSV_FOLDER and WORK_FOLDER. Whoever sources it makes an empty database,
# sets `connection`, and calls `beside`. Wall, user and kernel time are in seconds, memory is the peak of the resident set; ratios are wall
# time to that of the database's own tool.
# shellcheck shell=bash
. "$(dirname "$0")/program.sh"
source=$csv/organizations.csv
rows=$(($(wc -l <"$source") - 1))

# A byte of a column nobody reads is another, so that the file is not known by its hash; the seed keeps runs comparable.
if [ ! -e "$work/shuffled.csv" ]; then
  { head -1 "$source" | sed 's/,description,/,Description,/'; tail -n +2 "$source" | shuf --random-source=<(yes); } >"$work/shuffled.csv"
  awk 'NR > 1 && NR % 100 == 0 { sub(/ул\. /, "пер. ") } { print }' "$source" >"$work/changed.csv"
fi

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

beside() { # name command…
  printf '%-22s %7s %7s %7s %8s %9s %7s\n' "$rows rows" wall user system "peak MB" rows/s ratio
  measure "$@"
  local settings=(--Feeds:Paths:0 "$here/feeds" --ConnectionStrings:Directory "$connection")
  $app import bench-regions --from "$csv/regions.csv" "${settings[@]}" >/dev/null
  measure "first import" $app import bench-organizations --from "$source" "${settings[@]}"
  measure "unchanged, shuffled" $app import bench-organizations --from "$work/shuffled.csv" "${settings[@]}"
  measure "1 % changed" $app import bench-organizations --from "$work/changed.csv" "${settings[@]}"
}
