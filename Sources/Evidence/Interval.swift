/// A two-sided interval at a stated level.
public struct Interval: Hashable, Sendable, Codable {
  public let low: Double
  public let high: Double
  /// Coverage probability, for example 0.95.
  public let level: Double

  /// The interval; `nil` if an end is not finite, `high < low`, or the level is not inside (0, 1).
  public init?(_ low: Double, _ high: Double, level: Double) {
    guard low.isFinite, high.isFinite, low <= high, level > 0, level < 1 else { return nil }
    self.low = low
    self.high = high
    self.level = level
  }

  public func contains(_ value: Double) -> Bool { value >= low && value <= high }
}

extension Interval {
  /// Wilson score interval for a mean of `n` values in [0, 1].
  ///
  /// Formula: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). For values strictly inside [0, 1] the binomial variance is
  /// an upper bound, so the interval is at least as wide as stated. Range [0, 1]; `nil` when `n` is 0 or `mean` is outside.
  ///
  /// Source: Wilson (1927), doi:10.1080/01621459.1927.10502953. Not for clustered observations.
  public static func wilson(mean: Double, n: Int, level: Double = 0.95) -> Interval? {
    guard n > 0, mean >= 0, mean <= 1, let z = quantileOfNormal(forLevel: level) else { return nil }
    let count = Double(n)
    let squared: Double = z * z
    let centre: Double = mean + squared / (2 * count)
    let spread: Double = z * (mean * (1 - mean) / count + squared / (4 * count * count)).squareRoot()
    let scale: Double = 1 + squared / count
    return Interval(max(0, (centre - spread) / scale), min(1, (centre + spread) / scale), level: level)
  }

  /// Standard normal quantile for a two-sided level. Only the levels Entente prints are known: 0.8, 0.9, 0.95, 0.99.
  static func quantileOfNormal(forLevel level: Double) -> Double? {
    switch level {
    case 0.8: 1.2815515655446004
    case 0.9: 1.6448536269514722
    case 0.95: 1.959963984540054
    case 0.99: 2.5758293035489004
    default: nil
    }
  }
}
