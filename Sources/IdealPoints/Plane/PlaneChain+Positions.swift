import Statistics

extension PlaneChain {
  /// Longest run of a state's positions that is proposed at once.
  private static let longestBlock = 12

  mutating func updatePositions() {
    pin.reset(theta)
    slopeSquares = items.reduce(into: .zero) { $0.add(1, $1.slope) }
    var block = PlaneBlock(capacity: Self.longestBlock)
    for s in 0..<(votes.stateStarts.count - 1) {
      let range = votes.stateStarts[s]..<votes.stateStarts[s + 1]
      var start = range.lowerBound
      var end = min(range.upperBound, start + 1 + random.index(below: Self.longestBlock))
      while start < range.upperBound {
        step(&block, start..<end, of: range)
        start = end
        end = min(range.upperBound, start + Self.longestBlock)
      }
    }
  }

  /// One Metropolis step of the positions `range`, conditional on the state's other positions.
  private mutating func step(_ block: inout PlaneBlock, _ range: Range<Int>, of whole: Range<Int>) {
    let n = range.count
    let first = range.lowerBound
    let slopes = Double(items.count)
    let squares = slopeSquares
    let places = Double(theta.count)
    let shrinkage = Symmetric2(
      xx: max((squares.xx - slopes) / places, 0), xy: 0, yy: max((squares.yy - slopes) / places, 0))
    for k in 0..<n {
      let i = first + k
      let before = gaps[i] == 0 ? firstPrecision : (1 / Double(gaps[i])) * stepPrecision
      let after = i + 1 < whole.upperBound ? (1 / Double(gaps[i + 1])) * stepPrecision : .zero
      block.prior[k] = before + after + shrinkage
      block.coupling[k] = after
      block.linear[k] = k == 0 && gaps[i] > 0 ? before * theta[i - 1] : .zero
      if k == n - 1, i + 1 < whole.upperBound { block.linear[k] += after * theta[i + 1] }
      block.current[k] = theta[i]
    }
    let pin = pin
    var moved = pin
    let accepted = items.withUnsafeBufferPointer { items in
      block.propose(n, random: &random) { k, x in
        votes.derivatives(at: first + k, theta: x, items: items, model: model)
      } pull: { current, proposal in
        var correction = 0.0
        for k in 0..<n {
          moved.replace(current[k], proposal[k])
          correction += shrinkage.quadratic(proposal[k]) - shrinkage.quadratic(current[k])
        }
        return moved.value - pin.value + 0.5 * correction
          + moved.slopeTerm(squares: squares, count: slopes) - pin.slopeTerm(squares: squares, count: slopes)
      }
    }
    if accepted {
      self.pin = moved
      for k in 0..<n { theta[first + k] = block.proposal[k] }
    }
    if !isWarmingUp { acceptance.positions.note(accepted) }
  }
}

/// Workspace of a block of positions: Gaussian prior with block tridiagonal precision and linear term, likelihood by position.
struct PlaneBlock {
  var prior: [Symmetric2]
  /// Minus the block of the precision between a position and the next.
  var coupling: [Symmetric2]
  var linear: [SIMD2<Double>]
  var current: [SIMD2<Double>]
  var proposal: [SIMD2<Double>]
  private var diagonal: [Symmetric2]
  private var centre: [SIMD2<Double>]
  private var noise: [SIMD2<Double>]
  private var factor: PairTridiagonalFactor

  init(capacity: Int) {
    prior = Array(repeating: .zero, count: capacity)
    coupling = prior
    diagonal = prior
    linear = Array(repeating: .zero, count: capacity)
    current = linear
    proposal = linear
    centre = linear
    noise = linear
    factor = PairTridiagonalFactor(capacity: capacity)
  }

  /// Draws `proposal` from the Gaussian approximation at `current` and decides on it.
  mutating func propose(
    _ n: Int, random: inout Xoshiro256, likelihood: (Int, SIMD2<Double>) -> PlanePositionDerivatives,
    pull: ([SIMD2<Double>], [SIMD2<Double>]) -> Double
  ) -> Bool {
    guard let forward = approximate(n, at: current, likelihood) else { return false }
    var ratio: Double = -forward.target - 0.5 * forward.logDeterminant
    for k in 0..<n {
      noise[k] = SIMD2(random.normal(), random.normal())
      ratio += 0.5 * (noise[k] * noise[k]).sum()
    }
    factor.colour(&noise)
    for k in 0..<n { proposal[k] = centre[k] + noise[k] }
    let threshold = logarithm(random.uniform())
    guard let backward = approximate(n, at: proposal, likelihood) else { return false }
    for k in 0..<n { noise[k] = current[k] - centre[k] }
    ratio += backward.target + 0.5 * backward.logDeterminant - 0.5 * factor.quadratic(noise)
    return threshold < ratio + pull(current, proposal)
  }

  /// Factors the precision at `x` and leaves the approximate conditional mean in `centre`.
  private mutating func approximate(
    _ n: Int, at x: [SIMD2<Double>], _ likelihood: (Int, SIMD2<Double>) -> PlanePositionDerivatives
  ) -> (target: Double, logDeterminant: Double)? {
    var target = 0.0
    for k in 0..<n {
      let d = likelihood(k, x[k])
      diagonal[k] = prior[k] + d.information
      centre[k] = d.information * x[k] + d.first + linear[k]
      target += d.value + (x[k] * linear[k]).sum() - 0.5 * prior[k].quadratic(x[k])
      if k + 1 < n { target += (x[k] * (coupling[k] * x[k + 1])).sum() }
    }
    guard let logDeterminant = factor.factor(diagonal, coupling: coupling, n: n) else { return nil }
    factor.solve(&centre)
    return (target, logDeterminant)
  }
}
