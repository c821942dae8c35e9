/// What ties one indicator to the level.
public struct IndicatorParameters: Sendable, Hashable {
  public var loading: Double
  /// One a year, so that what moves all pairs alike is no change of any level.
  public var intercepts: [Double]
  /// One a column.
  public var slopes: [Double]
  /// Lag-one autocorrelation of the errors of a continuous indicator; 0 of a binary one.
  public var persistence: Double
  /// Stationary variance of the errors of a continuous indicator, by class of cell.
  public var variances: [Double]
}

/// All parameters of the model.
public struct ModelParameters: Sendable, Hashable {
  /// φ of the level: x_t = φ x_{t−1} + w_t.
  public var memory: Double
  /// Stationary variance of the level in cells of class 0.
  public var minorVariance: Double
  public var indicators: [IndicatorParameters]

  /// Stationary variance by class.
  @inline(__always)
  func variance(_ kind: UInt8) -> Double { kind == 1 ? 1 : minorVariance }

  /// Where the estimation begins: half a unit of loading in the declared direction.
  static func start(_ data: ModelData, loading: Double = 0.5) -> ModelParameters {
    ModelParameters(
      memory: 0.97, minorVariance: 0.7,
      indicators: data.indicators.map { indicator in
        var sum = 0.0
        var squares = 0.0
        var count = 0.0
        for value in indicator.values where !value.isNaN {
          sum += Double(value)
          squares += Double(value) * Double(value)
          count += 1
        }
        let mean: Double = sum / max(count, 1)
        let variance: Double = max(squares / max(count, 1) - mean * mean, 1e-6)
        let share: Double = min(max(mean, 1e-6), 1 - 1e-6)
        let isBinary = indicator.kind == .binary
        return IndicatorParameters(
          loading: indicator.sign * (isBinary ? loading : 0.3 * variance.squareRoot()),
          intercepts: Array(repeating: isBinary ? logit(share) : mean, count: data.layout.times),
          slopes: Array(repeating: 0, count: indicator.columns.count), persistence: isBinary ? 0 : 0.9,
          variances: isBinary ? [] : [variance, variance])
      })
  }
}
