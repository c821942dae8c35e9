import Statistics

/// Workspace of a block of positions: Gaussian prior with tridiagonal precision and linear term, likelihood by position.
struct PositionBlock {
  /// Longest run of a state's positions that is proposed at once.
  static let longest = 8
  /// How far beyond the centre a proposal goes for where it stands: 0 not at all, towards 1 to the mirror image.
  ///
  /// Draws then lie on alternate sides of their mean, whose error shrinks the faster; the distribution drawn from is the same.
  /// Source: Green and Han (1992), doi:10.1007/978-1-4612-2920-9_10 (antithetic proposals); Adler (1981), doi:10.1103/PhysRevD.23.2901.
  static let overshoot = 0.5
  /// Share of proposals that overshoot; the others free a block whose approximation misleads on the far side.
  static let overshooting = 0.9
  /// Cells of scratch it needs.
  static let cells = 9 * longest

  let priorDiagonal: UnsafeMutablePointer<Double>
  let priorOff: UnsafeMutablePointer<Double>
  let linear: UnsafeMutablePointer<Double>
  let current: UnsafeMutablePointer<Double>
  let proposal: UnsafeMutablePointer<Double>
  private let centre: UnsafeMutablePointer<Double>
  private let noise: UnsafeMutablePointer<Double>
  private let pivot: UnsafeMutablePointer<Double>
  private let below: UnsafeMutablePointer<Double>

  /// - Parameter scratch: room for `cells` numbers.
  init(_ scratch: UnsafeMutablePointer<Double>) {
    func part(_ k: Int) -> UnsafeMutablePointer<Double> { scratch + k * Self.longest }
    priorDiagonal = part(0)
    priorOff = part(1)
    linear = part(2)
    current = part(3)
    proposal = part(4)
    centre = part(5)
    noise = part(6)
    pivot = part(7)
    below = part(8)
  }

  /// Draws `proposal` from the Gaussian approximation at `current`, beyond its centre; the log ratio of its acceptance, and `nil` where there is none.
  @inline(__always)
  func propose(
    _ n: Int, overshoot: Double, random: inout Xoshiro256, likelihood: (Int, Double) -> PositionDerivatives
  ) -> Double? {
    guard let forward = approximate(n, at: current, likelihood) else { return nil }
    var ratio: Double = -forward
    let spread = (1 - overshoot * overshoot).squareRoot()
    for k in 0..<n {
      noise[k] = random.normal()
      ratio += 0.5 * noise[k] * noise[k]
    }
    for k in stride(from: n - 1, through: 0, by: -1) {
      noise[k] /= pivot[k].squareRoot()
      if k < n - 1 { noise[k] -= below[k] * noise[k + 1] }
      proposal[k] = current[k] + (1 + overshoot) * (centre[k] - current[k]) + spread * noise[k]
    }
    guard let backward = approximate(n, at: proposal, likelihood) else { return nil }
    ratio += backward
    for k in 0..<n {
      noise[k] = (current[k] - proposal[k] - (1 + overshoot) * (centre[k] - proposal[k])) / spread
    }
    for k in 0..<n {
      let y: Double = k < n - 1 ? noise[k] + below[k] * noise[k + 1] : noise[k]
      ratio -= 0.5 * pivot[k] * y * y
    }
    return ratio
  }

  /// Factors the precision at `x` (LDLᵀ), leaves the approximate conditional mean in `centre`, and returns the log density at `x` with half
  /// the log determinant.
  @inline(__always)
  private func approximate(
    _ n: Int, at x: UnsafeMutablePointer<Double>, _ likelihood: (Int, Double) -> PositionDerivatives
  ) -> Double? {
    var target = 0.0
    var product = 1.0
    var mantissas = 1.0
    var exponents = 0.0
    var logDeterminant = 0.0
    for k in 0..<n {
      let d = likelihood(k, x[k])
      mantissas *= d.mantissa
      exponents += d.exponent
      target += d.value + x[k] * (linear[k] - 0.5 * priorDiagonal[k] * x[k])
      var diagonal: Double = priorDiagonal[k] + d.information
      centre[k] = d.information * x[k] + d.first + linear[k]
      if k > 0 {
        let l: Double = priorOff[k - 1] / pivot[k - 1]
        below[k - 1] = l
        diagonal -= l * priorOff[k - 1]
        target -= priorOff[k - 1] * x[k - 1] * x[k]
        centre[k] -= l * centre[k - 1]
      }
      guard diagonal > 0 else { return nil }
      pivot[k] = diagonal
      product *= diagonal
      if product > 1e200 || product < 1e-200 {
        logDeterminant += logarithm(product)
        product = 1
      }
    }
    // At most 8 mantissas below 2^8 each: their square leaves room beside the product.
    logDeterminant += logarithm(product * mantissas * mantissas)
    target += exponents * PositionDerivatives.logTwo
    centre[n - 1] /= pivot[n - 1]
    for k in stride(from: n - 2, through: 0, by: -1) { centre[k] = centre[k] / pivot[k] - below[k] * centre[k + 1] }
    return target + 0.5 * logDeterminant
  }
}
