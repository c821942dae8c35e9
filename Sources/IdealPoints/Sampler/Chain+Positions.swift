import Statistics

extension Chain {
  /// Longest run of a state's positions that is proposed at once.
  static let longestBlock = 12

  mutating func updatePositions() {
    pin.reset(theta)
    slopeSquares = items.reduce(0) { $0 + $1.slope * $1.slope }
    var block = PositionBlock(capacity: Self.longestBlock)
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
  private mutating func step(_ block: inout PositionBlock, _ range: Range<Int>, of whole: Range<Int>) {
    let n = range.count
    let first = range.lowerBound
    let slopes = Double(items.count)
    let squares = slopeSquares
    let shrinkage: Double = max((squares - slopes) / Double(theta.count), 0)
    for k in 0..<n {
      let i = first + k
      let before: Double = gaps[i] == 0 ? 1 / firstVariance : 1 / (stepVariance * Double(gaps[i]))
      let after: Double = i + 1 < whole.upperBound ? 1 / (stepVariance * Double(gaps[i + 1])) : 0
      block.priorDiagonal[k] = before + after + shrinkage
      block.priorOff[k] = -after
      block.linear[k] = k == 0 && gaps[i] > 0 ? before * theta[i - 1] : 0
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
          correction += proposal[k] * proposal[k] - current[k] * current[k]
        }
        return moved.value - pin.value + 0.5 * shrinkage * correction
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

/// Workspace of a block of positions: Gaussian prior with tridiagonal precision and linear term, likelihood by position.
struct PositionBlock {
  var priorDiagonal: [Double]
  var priorOff: [Double]
  var linear: [Double]
  var current: [Double]
  var proposal: [Double]
  private var diagonal: [Double]
  private var centre: [Double]
  private var noise: [Double]
  private var factor: TridiagonalFactor

  init(capacity: Int) {
    let zeros = [Double](repeating: 0, count: capacity)
    priorDiagonal = zeros
    priorOff = zeros
    linear = zeros
    current = zeros
    proposal = zeros
    diagonal = zeros
    centre = zeros
    noise = zeros
    factor = TridiagonalFactor(capacity: capacity)
  }

  /// Draws `proposal` from the Gaussian approximation at `current` and decides on it.
  mutating func propose(
    _ n: Int, random: inout Xoshiro256, likelihood: (Int, Double) -> PositionDerivatives,
    pull: ([Double], [Double]) -> Double
  ) -> Bool {
    var ratio = 0.0
    guard let forward = approximate(n, at: current, likelihood) else { return false }
    ratio -= forward.target + 0.5 * forward.logDeterminant
    for k in 0..<n {
      noise[k] = random.normal()
      ratio += 0.5 * noise[k] * noise[k]
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
    _ n: Int, at x: [Double], _ likelihood: (Int, Double) -> PositionDerivatives
  ) -> (target: Double, logDeterminant: Double)? {
    var target = 0.0
    for k in 0..<n {
      let d = likelihood(k, x[k])
      diagonal[k] = priorDiagonal[k] + d.information
      centre[k] = d.information * x[k] + d.first + linear[k]
      target += d.value + x[k] * (linear[k] - 0.5 * priorDiagonal[k] * x[k])
      if k + 1 < n { target -= priorOff[k] * x[k] * x[k + 1] }
    }
    guard let logDeterminant = factor.factor(diagonal, off: priorOff, n: n) else { return nil }
    factor.solve(&centre)
    return (target, logDeterminant)
  }
}
