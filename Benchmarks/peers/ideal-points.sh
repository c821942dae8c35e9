#!/usr/bin/env bash
# Effective draws a second: the important votes, against the figures of the public sampler (1.2 to 1.5 a CPU second, R 4.2 with Rcpp, one core); and
# sessions 46-57, Entente beside MCMCpack and pscl in the same run.
# Usage: ideal-points.sh ENTENTE ARCHIVE FOLDER-OF-01_unga_votes [iterations of MCMCpack]
set -euo pipefail
entente=$1 archive=$2 folder=$3 iterations=${4:-1000}
here=$(dirname "$0")
out=$(mktemp)
trap 'rm -f "$out" "$out.time" "$out.peers"' EXIT
TIMEFORMAT='%R %U %S'
{ time "$entente" fit ideal-points --important --archive "$archive" --dry --format csv --out "$out" >/dev/null 2>&1 || true; } \
  2>"$out.time"
python3 - "$out" "$out.time" <<'PY'
import csv, statistics, sys
draws = statistics.median(float(r["ess_bulk"]) for r in csv.DictReader(open(sys.argv[1])))
clock, user, system = map(float, open(sys.argv[2]).read().split())
for name, seconds in (("second on the clock", clock), ("CPU second", user + system)):
    rate = draws / seconds
    print(f"important votes: {draws:.0f} in {seconds:.2f} s, {rate:.0f} a {name}: {rate / 1.5:.0f} to {rate / 1.2:.0f} times the public sampler")
PY
{ time "$entente" fit ideal-points --sessions 46-57 --abstention missing --draws 1500 --archive "$archive" --dry \
  --format csv --out "$out" >/dev/null 2>&1 || true; } 2>"$out.time"
Rscript "$here/ideal-points.R" "$folder" "$iterations" | tee "$out.peers"
python3 - "$out" "$out.time" "$out.peers" <<'PY'
import csv, statistics, sys
rows = list(csv.DictReader(open(sys.argv[1])))
clock, user, system = map(float, open(sys.argv[2]).read().split())
draws = [float(r["ess_bulk"]) for r in rows]
ours = statistics.median(draws) / (user + system)
print(f"Entente,,{len(rows)},6000,{user + system:.2f},{statistics.median(draws):.1f},{min(draws):.1f},{ours:.3f}")
for line in open(sys.argv[3]):
    part = line.strip().split(",")
    if part[0] in ("MCMCpack", "pscl"):
        print(f"Entente / {part[0]}: {ours / float(part[7]):.0f} times the effective draws a CPU second")
PY
