"""Logit with clustered errors on the table of logit-data.py: statsmodels' side. Prints estimates, errors and seconds (fit and errors, not reading).

Usage: python logit.py table.csv
"""
import sys
import time
import numpy as np
import pandas as pd
import statsmodels
import statsmodels.api as sm

d = pd.read_csv(sys.argv[1])
wall, cpu = time.perf_counter(), time.process_time()
x = sm.add_constant(d[[f"x{i}" for i in range(1, 11)]])
# use_correction multiplies by G/(G-1) (n-1)/(n-k); it is divided out again to compare with CR1.
fit = sm.Logit(d.y, x).fit(
    disp=0, method="newton", tol=1e-10, maxiter=100, cov_type="cluster", cov_kwds={"groups": d.dyad, "use_correction": True}
)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
n, k = x.shape
error = fit.bse * np.sqrt((n - k) / (n - 1))
print("term,estimate,error")
for name, b, e in zip(["(Intercept)"] + list(x.columns[1:]), fit.params, error):
    print(f"{name},{b:.17g},{e:.17g}")
print(f"# statsmodels {statsmodels.__version__}: {wall:.2f} s elapsed, {cpu:.2f} CPU s", file=sys.stderr)
