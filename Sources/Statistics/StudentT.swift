/// The t distribution, for intervals on few clusters.
public enum StudentT {
  /// P(|T| ≥ |t|).
  public static func twoSided(_ t: Double, freedom: Double) -> Double {
    guard freedom > 0, t.isFinite else { return t.isNaN ? .nan : 0 }
    return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
  }

  /// The value below which a share p lies, by bisection to 1e-12.
  public static func quantile(_ p: Double, freedom: Double) -> Double {
    guard p > 0, p < 1, freedom > 0 else { return .nan }
    if p < 0.5 { return -quantile(1 - p, freedom: freedom) }
    var low = 0.0
    var high = 1.0
    while 1 - twoSided(high, freedom: freedom) / 2 < p, high < 1e12 { high *= 2 }
    for _ in 0..<200 where high - low > 1e-12 * max(1, low) {
      let middle = 0.5 * (low + high)
      if 1 - twoSided(middle, freedom: freedom) / 2 < p { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  /// The regularised incomplete beta function I_x(a, b), by its continued fraction.
  ///
  /// Source: DLMF 8.17.22, evaluated by the modified Lentz method.
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exponential(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * logarithm(x) + b * logarithm1p(-x))
    if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
    return 1 - front * fraction(1 - x, b, a) / b
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d: Double = 1 / guarded(1 - (a + b) * x / (a + 1), tiny)
    var result = d
    for m in 1...500 {
      let k = Double(m)
      let even: Double = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
      d = 1 / guarded(1 + even * d, tiny)
      c = guarded(1 + even / c, tiny)
      result *= d * c
      let odd: Double = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
      d = 1 / guarded(1 + odd * d, tiny)
      c = guarded(1 + odd / c, tiny)
      let change: Double = d * c
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }

  private static func guarded(_ value: Double, _ tiny: Double) -> Double { abs(value) < tiny ? tiny : value }
}
