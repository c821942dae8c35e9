/// The exact interval of a proportion.
public enum ClopperPearson {
  /// The interval of Clopper and Pearson for k successes in n trials.
  ///
  /// Formula: the ends are quantiles of beta distributions, α/2 of Beta(k, n − k + 1) and 1 − α/2 of Beta(k + 1, n − k); 0 and 1
  /// where k is 0 or n. Range: [0, 1]; its coverage is at least the level. Complexity: O(1), by bisection to 1e-12.
  /// Source: Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404. Not for clustered trials.
  ///
  /// - Returns: `nil` unless 0 ≤ k ≤ n, n > 0 and the level lies inside (0, 1).
  public static func interval(successes k: Int, of n: Int, level: Double = 0.95) -> (low: Double, high: Double)? {
    guard n > 0, k >= 0, k <= n, level > 0, level < 1 else { return nil }
    let tail: Double = (1 - level) / 2
    let (x, y) = (Double(k), Double(n - k))
    return (
      k == 0 ? 0 : betaQuantile(tail, x, y + 1), k == n ? 1 : betaQuantile(1 - tail, x + 1, y)
    )
  }

  private static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while high - low > 1e-12 {
      let middle: Double = 0.5 * (low + high)
      if StudentT.incompleteBeta(middle, a, b) < p { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
