import Statistics

/// Mean and variance S of all positions, held near 0 and 1 by a Gaussian factor while the chain runs.
///
/// The model is stated on the standardised scale, where slopes are N(0, 1); on the scale of the chain that is N(0, 1/S). Likelihood
/// and slopes then do not depend on location and scale at all, so the factor is a free choice: it only keeps the chain in place.
struct ScalePin: Sendable {
  /// Standard deviation of the factor, for the mean and for the variance.
  let tolerance: Double
  private(set) var count = 0.0
  private(set) var sum = 0.0
  private(set) var squares = 0.0

  init(tolerance: Double) { self.tolerance = tolerance }

  mutating func reset(_ theta: [Double]) {
    count = Double(theta.count)
    sum = theta.reduce(0, +)
    squares = theta.reduce(0) { $0 + $1 * $1 }
  }

  mutating func replace(_ old: Double, _ new: Double) {
    sum += new - old
    squares += new * new - old * old
  }

  var mean: Double { sum / count }
  var variance: Double { (squares - sum * mean) / max(count - 1, 1) }
  /// Log density of the slopes given the positions.
  func slopeTerm(squares: Double, count: Double) -> Double { 0.5 * (count * logarithm(variance) - variance * squares) }

  /// Log of the factor.
  var value: Double {
    let gap = variance - 1
    return -0.5 * (gap * gap + mean * mean) / (tolerance * tolerance)
  }
}
