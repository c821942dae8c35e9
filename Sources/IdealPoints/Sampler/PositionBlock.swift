import CProbit
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
  /// Cells of scratch it needs beside those of the votes.
  private static let rows = 11
  let priorDiagonal: UnsafeMutablePointer<Double>
  let priorOff: UnsafeMutablePointer<Double>
  let linear: UnsafeMutablePointer<Double>
  /// Where the block stood before the proposal.
  let current: UnsafeMutablePointer<Double>
  private let centre: UnsafeMutablePointer<Double>
  private let noise: UnsafeMutablePointer<Double>
  /// Reciprocals of the pivots.
  private let inverse: UnsafeMutablePointer<Double>
  private let below: UnsafeMutablePointer<Double>
  private let first: UnsafeMutablePointer<Double>
  private let information: UnsafeMutablePointer<Double>
  private let votes: UnsafeMutablePointer<Double>

  /// Cells of scratch that a block of `votes` needs.
  static func cells(_ votes: PackedVotes) -> Int {
    rows * longest + 2 * (votes.most(in: longest) + Int(PROBIT_ROOM))
  }

  /// - Parameter scratch: room for `cells` numbers.
  init(_ scratch: UnsafeMutablePointer<Double>) {
    func part(_ k: Int) -> UnsafeMutablePointer<Double> { scratch + k * Self.longest }
    priorDiagonal = part(0)
    priorOff = part(1)
    linear = part(2)
    current = part(3)
    centre = part(4)
    noise = part(5)
    inverse = part(6)
    below = part(7)
    first = part(8)
    information = part(9)
    votes = part(Self.rows)
  }

  /// Moves `n` positions from `start` on to a draw from the Gaussian approximation at where they are, beyond its centre; the log ratio of its
  /// acceptance, and `nil` where there is none. Where they were is in `current`.
  @inline(__always)
  func propose(
    _ start: Int, _ n: Int, overshoot: Double, random: inout Xoshiro256, _ kernel: VoteKernel,
    items: UnsafePointer<Double>, theta: UnsafeMutablePointer<Double>
  ) -> Double? {
    let x = theta + start
    guard let forward = approximate(start, n, kernel, items, theta) else { return nil }
    var ratio: Double = -forward
    let spread = (1 - overshoot * overshoot).squareRoot()
    for k in 0..<n {
      noise[k] = random.normal()
      ratio += 0.5 * noise[k] * noise[k]
    }
    for k in stride(from: n - 1, through: 0, by: -1) {
      noise[k] *= inverse[k].squareRoot()
      if k < n - 1 { noise[k] -= below[k] * noise[k + 1] }
      x[k] = current[k] + (1 + overshoot) * (centre[k] - current[k]) + spread * noise[k]
    }
    guard let backward = approximate(start, n, kernel, items, theta) else { return nil }
    ratio += backward
    for k in 0..<n { noise[k] = (current[k] - x[k] - (1 + overshoot) * (centre[k] - x[k])) / spread }
    for k in 0..<n {
      let y: Double = k < n - 1 ? noise[k] + below[k] * noise[k + 1] : noise[k]
      ratio -= 0.5 * y * y / inverse[k]
    }
    return ratio
  }

  /// Factors the precision where the positions are (LDLᵀ), leaves the approximate conditional mean in `centre`, and returns the log density
  /// there with half the log determinant.
  @inline(__always)
  private func approximate(
    _ start: Int, _ n: Int, _ kernel: VoteKernel, _ items: UnsafePointer<Double>, _ theta: UnsafePointer<Double>
  ) -> Double? {
    let x = theta + start
    let sum = kernel.positions(
      start, n, theta: theta, items: items, scratch: votes, first: first, information: information)
    var target = sum.value
    var product = 1.0
    var logDeterminant = 0.0
    for k in 0..<n {
      let known = max(information[k], 0)
      target += x[k] * (linear[k] - 0.5 * priorDiagonal[k] * x[k])
      var diagonal: Double = priorDiagonal[k] + known
      centre[k] = known * x[k] + first[k] + linear[k]
      if k > 0 {
        let l: Double = priorOff[k - 1] * inverse[k - 1]
        below[k - 1] = l
        diagonal -= l * priorOff[k - 1]
        target -= priorOff[k - 1] * x[k - 1] * x[k]
        centre[k] -= l * centre[k - 1]
      }
      guard diagonal > 0 else { return nil }
      inverse[k] = 1 / diagonal
      product *= diagonal
      if product > 1e200 || product < 1e-200 {
        logDeterminant += logarithm(product)
        product = 1
      }
    }
    // The square of a mantissa below 2^8 leaves room beside the product.
    logDeterminant += logarithm(product * sum.mantissa * sum.mantissa)
    target += sum.exponent * probit_sum.logTwo
    centre[n - 1] *= inverse[n - 1]
    for k in stride(from: n - 2, through: 0, by: -1) { centre[k] = centre[k] * inverse[k] - below[k] * centre[k + 1] }
    return target + 0.5 * logDeterminant
  }
}
