"""Writes the table of the logit comparison: 1 million simulated dyad-years with 10 covariates in 20,000 dyads.

Usage: python logit-data.py out.csv [rows]
"""
import sys
import numpy as np

rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
g = np.random.default_rng(20020902)
dyads = rows // 50
dyad = np.repeat(np.arange(dyads), 50)[:rows]
effect = g.normal(0, 0.5, dyads)[dyad]
x = np.column_stack(
    [g.normal(size=rows) for _ in range(4)]
    + [g.exponential(size=rows) for _ in range(2)]
    + [g.integers(0, 2, rows) for _ in range(2)]
    + [1900 + np.tile(np.arange(50), dyads)[:rows], g.normal(size=dyads)[dyad]]
).round(4)
beta = np.array([0.4, -0.3, 0.2, 0.1, -0.5, 0.3, 0.6, -0.4, 0.01, 0.25])
eta = -22 + x @ beta + effect
y = (g.random(rows) < 1 / (1 + np.exp(-eta))).astype(int)
header = "dyad,y," + ",".join(f"x{i + 1}" for i in range(10))
with open(sys.argv[1], "w") as out:
    out.write(header + "\n")
    for start in range(0, rows, 10_000):
        part = slice(start, start + 10_000)
        lines = [
            f"{d},{v}," + ",".join(f"{c:g}" if c != int(c) else str(int(c)) for c in r)
            for d, v, r in zip(dyad[part], y[part], x[part])
        ]
        out.write("\n".join(lines) + "\n")
