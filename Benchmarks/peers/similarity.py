"""Eleven indices of vote similarity for every dyad and calendar year, vectorised with numpy: the side to compare `entente similarity` with.

Usage: python similarity.py FOLDER [entente.csv]
FOLDER holds UNVotes.csv.gz and UNVotes_rollcalls.csv. Prints the seconds of computing (not of reading); with a file made by
`entente similarity --years 1946:2020 --out entente.csv`, also the largest difference over all rows and indices.
"""
import sys
import time
import numpy as np
import pandas as pd

folder = sys.argv[1]
votes = pd.read_csv(f"{folder}/UNVotes.csv.gz", usecols=["rcid", "ccode", "vote"])
calls = pd.read_csv(f"{folder}/UNVotes_rollcalls.csv", usecols=["rcid", "date"], encoding="latin-1")
calls["year"] = pd.to_datetime(calls.date, errors="coerce").dt.year
votes = votes.merge(calls[["rcid", "year"]], on="rcid")
votes = votes[votes.vote.isin([1, 2, 3]) & votes.year.between(1946, 2020)].drop_duplicates(["rcid", "ccode"])
years = []
for year, part in votes.groupby("year"):
    wide = part.pivot(index="ccode", columns="rcid", values="vote")
    years.append((int(year), wide.index.to_numpy(), wide.fillna(0).to_numpy().astype(np.int8)))

names = ["exact", "graded"] + [f"{i}_{d}" for i in ("s", "kappa", "pi") for d in ("nominal", "absolute", "squared")]


def compute():
    out = []
    for year, states, v in years:
        one = [(v == k).astype(np.float32) for k in (1, 2, 3)]
        count = [[a @ b.T for b in one] for a in one]
        i, j = np.triu_indices(len(states), 1)
        c = np.array([[count[x][y][i, j] for y in range(3)] for x in range(3)], dtype=np.float64)
        n = c.sum((0, 1))
        keep = n > 0
        i, j, c, n = i[keep], j[keep], c[:, :, keep], n[keep]
        same = c[0, 0] + c[1, 1] + c[2, 2]
        near = c[0, 1] + c[1, 0] + c[1, 2] + c[2, 1]
        far = c[0, 2] + c[2, 0]
        a, b = c.sum(1), c.sum(0)
        pooled = a + b
        cols = [same / n, (same + near / 2) / n]
        w = {"nominal": 1.0, "absolute": 0.5, "squared": 0.25}
        seen = {d: (near * w[d] + far) / n for d in w}
        cols += [1 - 2 * seen[d] for d in w]
        with np.errstate(divide="ignore", invalid="ignore"):
            for p, q, m in ((a, b, n * n), (pooled, pooled, 4 * n * n)):
                close = p[0] * q[1] + p[1] * q[0] + p[1] * q[2] + p[2] * q[1]
                wide = p[0] * q[2] + p[2] * q[0]
                for d in w:
                    chance = (close * w[d] + wide) / m
                    cols.append(np.where(chance > 0, 1 - seen[d] / chance, np.nan))
        out.append((np.full(len(n), year), states[i], states[j], n, np.stack(cols, 1)))
    return [np.concatenate(x) for x in zip(*out)]


best = None
for _ in range(3):
    wall, cpu = time.perf_counter(), time.process_time()
    result = compute()
    spent = (time.perf_counter() - wall, time.process_time() - cpu)
    best = min(best or spent, spent)
print(f"numpy {np.__version__}: {len(result[0])} dyad-years, best of 3: {best[0]:.2f} s elapsed, {best[1]:.2f} CPU s")
if len(sys.argv) > 2:
    ours = pd.read_csv(sys.argv[2])
    theirs = pd.DataFrame(result[4], columns=names)
    theirs.insert(0, "year", result[0]), theirs.insert(1, "ccode1", result[1]), theirs.insert(2, "ccode2", result[2])
    both = ours.merge(theirs, on=["year", "ccode1", "ccode2"], how="outer", suffixes=("", "_np"), indicator=True)
    print("rows in both, ours, theirs:", (both._merge == "both").sum(), len(ours), len(theirs))
    for name in names:
        x, y = both[name], both[name + "_np"]
        print(f"{name}: largest difference {np.nanmax(np.abs(x - y)):.3g}, defined on one side only {(x.isna() != y.isna()).sum()}")
