import Statistics

/// Mean and covariance Ω of all positions, held near 0 and the identity by a Gaussian factor while the chain runs.
///
/// The model is stated on the white scale, where slopes are N(0, I); on the scale of the chain that is N(0, Ω⁻¹). Likelihood and slopes
/// then do not depend on location and scale at all; the factor only keeps the chain in place. It is the same in every rotation of the plane.
struct PlanePin: Sendable {
  let tolerance: Double
  private(set) var count = 0.0
  private(set) var sum = SIMD2<Double>.zero
  private(set) var squares = Symmetric2.zero

  init(tolerance: Double) { self.tolerance = tolerance }

  mutating func reset(_ theta: [SIMD2<Double>]) {
    count = Double(theta.count)
    sum = .zero
    squares = .zero
    for x in theta {
      sum += x
      squares.add(1, x)
    }
  }

  mutating func replace(_ old: SIMD2<Double>, _ new: SIMD2<Double>) {
    sum += new - old
    squares.add(-1, old)
    squares.add(1, new)
  }

  var mean: SIMD2<Double> { sum / count }

  var covariance: Symmetric2 {
    var centred = squares
    centred.add(-1 / count, sum)
    return (1 / max(count - 1, 1)) * centred
  }

  /// Log density of slopes whose outer products sum to `squares`, given the positions.
  func slopeTerm(squares b: Symmetric2, count items: Double) -> Double {
    let omega = covariance
    return 0.5 * (items * logarithm(max(omega.determinant, 1e-300)) - omega.trace(b))
  }

  /// Log of the factor.
  var value: Double {
    let gap = covariance - .identity
    let m = mean
    return -0.5 * (gap.trace(gap) + (m * m).sum()) / (tolerance * tolerance)
  }
}
