"""Kalman filter and Rauch-Tung-Striebel smoother in the state (x_t, x_{t-1}), numpy 2; the numbers of ChainPosteriorTests."""
import numpy as np

phi, lam, rho, s2 = 0.9, 0.8, 0.6, 0.5
y = [1.0, 1.4, np.nan, -0.3, 0.2, -1.1]
F = np.array([[phi, 0], [1, 0]])
Q = np.diag([1 - phi**2, 0])
m, P = np.zeros(2), np.array([[1, phi], [phi, 1]])
fm, fP, pm, pP = [], [], [], []
for t, v in enumerate(y):
    if t:
        m, P = F @ m, F @ P @ F.T + Q
    pm.append(m), pP.append(P)
    if not np.isnan(v):
        before = [i for i in range(t) if not np.isnan(y[i])]
        H, R, z = np.array([lam, 0]), s2, v
        if before:
            # Over g years: y_t - rho^g y_{t-g}, the level of t - g taken as phi^(g-1) x_{t-1}.
            g = t - before[-1]
            r, bridge = rho**g, phi ** (g - 1)
            H = np.array([lam, -lam * r * bridge])
            R = s2 * (1 - r**2) + lam**2 * r**2 * (1 - bridge**2)
            z = v - r * y[before[-1]]
        S = H @ P @ H + R
        K = P @ H / S
        m, P = m + K * (z - H @ m), P - np.outer(K, H @ P)
    fm.append(m), fP.append(P)
sm, sP = [fm[-1]], [fP[-1]]
for t in range(len(y) - 2, -1, -1):
    G = fP[t] @ F.T @ np.linalg.pinv(pP[t + 1])
    sm.insert(0, fm[t] + G @ (sm[0] - pm[t + 1]))
    sP.insert(0, fP[t] + G @ (sP[0] - pP[t + 1]) @ G.T)
print("filtered", [f"{x[0]:.10f}" for x in fm], [f"{p[0, 0]:.10f}" for p in fP])
print("smoothed", [f"{x[0]:.10f}" for x in sm], [f"{p[0, 0]:.10f}" for p in sP])
print("links", [f"{p[0, 1]:.10f}" for p in sP[1:]])


def exact(y):
    """The posterior by the joint normal distribution of levels and values."""
    y = np.array(y)
    lags = np.abs(np.subtract.outer(np.arange(len(y)), np.arange(len(y))))
    seen = ~np.isnan(y)
    values = (lam**2 * phi**lags + s2 * rho**lags)[np.ix_(seen, seen)]
    both = (lam * phi**lags)[:, seen]
    gain = both @ np.linalg.inv(values)
    return gain @ y[seen], np.diag(phi**lags - gain @ both.T)


for series in (y, y[:4] + [np.nan] + y[5:]):
    means, variances = exact(series)
    print("exact", [f"{x:.10f}" for x in means], [f"{v:.10f}" for v in variances])
