/// The scale on which the interval of a probability is symmetric.
public enum CurveInterval: String, Sendable, Hashable, CaseIterable {
  /// On log p: R's default.
  case log
  /// On log(-log p): stays inside 0...1; better in small samples.
  case logLog = "log-log"
  case plain

  /// The interval of p with standard error `error`, cut to 0...1.
  ///
  /// - Returns: `nil` where p is 0 or has no error: there is nothing to build an interval from. A p of 1 has the interval 1...1.
  public func around(_ p: Double, error: Double, level: Double) -> ClosedRange<Double>? {
    guard p > 0, error >= 0 else { return nil }
    guard p < 1, error > 0 else { return min(p, 1)...min(p, 1) }
    let z = Normal.quantile(0.5 + level / 2)
    switch self {
    case .plain: return max(0, p - z * error)...min(1, p + z * error)
    case .log:
      let half: Double = z * error / p
      return p * exponential(-half)...min(1, p * exponential(half))
    case .logLog:
      let centre = logarithm(-logarithm(p))
      let half: Double = z * error / (p * abs(logarithm(p)))
      return exponential(-exponential(centre + half))...exponential(-exponential(centre - half))
    }
  }
}
