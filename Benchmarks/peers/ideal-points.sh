#!/bin/sh
# Effective draws a second on sessions 46-57: Entente beside MCMCpack and pscl, in one run.
# Usage: ideal-points.sh ENTENTE ARCHIVE FOLDER-OF-01_unga_votes [iterations of MCMCpack]
set -eu
entente=$1 archive=$2 folder=$3 iterations=${4:-1000}
here=$(dirname "$0")
out=$(mktemp)
trap 'rm -f "$out" "$out.time"' EXIT
for sessions in 46-57; do
  ( TIMEFORMAT='%U %S %R'; export TIMEFORMAT
    bash -c "time '$entente' fit ideal-points --sessions $sessions --abstention missing --draws 1500 --archive '$archive' --dry --format csv --out '$out' 2>/dev/null || true" \
      2>"$out.time" >/dev/null )
done
Rscript "$here/ideal-points.R" "$folder" "$iterations" | tee "$out.peers"
python3 - "$out" "$out.time" "$out.peers" <<'PY'
import csv, statistics, sys
rows = list(csv.DictReader(open(sys.argv[1])))
user, system, wall = map(float, open(sys.argv[2]).read().split())
draws = [float(r["ess_bulk"]) for r in rows]
ours = statistics.median(draws) / (user + system)
print(f"Entente,,{len(rows)},6000,{user + system:.2f},{statistics.median(draws):.1f},{min(draws):.1f},{ours:.3f}")
for line in open(sys.argv[3]):
    part = line.strip().split(",")
    if part[0] in ("MCMCpack", "pscl"):
        print(f"Entente / {part[0]}: {ours / float(part[7]):.0f} times the effective draws a CPU second")
PY
rm -f "$out.peers"
