#!/usr/bin/env bash
# Effective draws a second on sessions 46-57: Entente beside MCMCpack and pscl, in one run.
# Usage: ideal-points.sh ENTENTE ARCHIVE FOLDER-OF-01_unga_votes [iterations of MCMCpack]
set -euo pipefail
entente=$1 archive=$2 folder=$3 iterations=${4:-1000}
here=$(dirname "$0")
out=$(mktemp)
trap 'rm -f "$out" "$out.time" "$out.peers"' EXIT
TIMEFORMAT='%U %S'
{ time "$entente" fit ideal-points --sessions 46-57 --abstention missing --draws 1500 --archive "$archive" --dry \
  --format csv --out "$out" >/dev/null 2>&1 || true; } 2>"$out.time"
Rscript "$here/ideal-points.R" "$folder" "$iterations" | tee "$out.peers"
python3 - "$out" "$out.time" "$out.peers" <<'PY'
import csv, statistics, sys
rows = list(csv.DictReader(open(sys.argv[1])))
user, system = map(float, open(sys.argv[2]).read().split())
draws = [float(r["ess_bulk"]) for r in rows]
ours = statistics.median(draws) / (user + system)
print(f"Entente,,{len(rows)},6000,{user + system:.2f},{statistics.median(draws):.1f},{min(draws):.1f},{ours:.3f}")
for line in open(sys.argv[3]):
    part = line.strip().split(",")
    if part[0] in ("MCMCpack", "pscl"):
        print(f"Entente / {part[0]}: {ours / float(part[7]):.0f} times the effective draws a CPU second")
PY
