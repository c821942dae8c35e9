import Statistics

extension Chain {
  /// Positions in blocks of a state's consecutive sessions, each by a Metropolis step given all else.
  mutating func updatePositions() {
    pin.reset(theta)
    slopeSquares = items.reduce(0) { $0 + $1.slope * $1.slope }
    var sweep = PositionSweep(
      random: random, pin: pin, firstPrecision: 1 / firstVariance, stepPrecision: 1 / stepVariance,
      slopeSquares: slopeSquares, slopes: Double(items.count), positions: Double(theta.count),
      overshooting: isWarmingUp ? 0 : PositionBlock.overshooting)
    let items = items.flat
    withUnsafeTemporaryAllocation(of: Double.self, capacity: PositionBlock.cells(votes.packed)) { scratch in
      guard let scratch = scratch.baseAddress else { return }
      let block = PositionBlock(scratch)
      theta.withUnsafeMutableBufferPointer { theta in
        gaps.withUnsafeBufferPointer { gaps in
          guard let theta = theta.baseAddress, let gaps = gaps.baseAddress else { return }
          _ = votes.withKernel(model) { kernel in
            for s in 0..<(votes.stateStarts.count - 1) {
              let states = votes.stateStarts[s]..<votes.stateStarts[s + 1]
              sweep.run(states, block, kernel, items: items, theta: theta, gaps: gaps)
            }
          }
        }
      }
    }
    random = sweep.random
    pin = sweep.pin
    if !isWarmingUp { acceptance.positions.add(sweep.tally) }
  }
}

/// One pass over all positions.
private struct PositionSweep {
  var random: Xoshiro256
  var pin: ScalePin
  let firstPrecision: Double
  let stepPrecision: Double
  let slopeSquares: Double
  let slopes: Double
  let positions: Double
  let overshooting: Double
  var tally = AcceptanceRecord.Ratio()

  /// Log density of the slopes given the positions as they are.
  private var slopeTerm: Double
  private let shrinkage: Double

  init(
    random: Xoshiro256, pin: ScalePin, firstPrecision: Double, stepPrecision: Double, slopeSquares: Double,
    slopes: Double, positions: Double, overshooting: Double
  ) {
    self.random = random
    self.pin = pin
    self.firstPrecision = firstPrecision
    self.stepPrecision = stepPrecision
    self.slopeSquares = slopeSquares
    self.slopes = slopes
    self.positions = positions
    self.overshooting = overshooting
    slopeTerm = pin.slopeTerm(squares: slopeSquares, count: slopes)
    shrinkage = max((slopeSquares - slopes) / positions, 0)
  }

  /// The positions `range` of one state.
  mutating func run(
    _ range: Range<Int>, _ block: PositionBlock, _ kernel: VoteKernel, items: UnsafePointer<Double>,
    theta: UnsafeMutablePointer<Double>, gaps: UnsafePointer<Int>
  ) {
    var start = range.lowerBound
    var end = min(range.upperBound, start + 1 + random.index(below: PositionBlock.longest))
    while start < range.upperBound {
      step(start..<end, of: range.upperBound, block, kernel, items, theta, gaps)
      start = end
      end = min(range.upperBound, start + PositionBlock.longest)
    }
  }

  /// One Metropolis step of the positions `range`, conditional on the state's other positions.
  private mutating func step(
    _ range: Range<Int>, of stateEnd: Int, _ block: PositionBlock, _ kernel: VoteKernel, _ items: UnsafePointer<Double>,
    _ theta: UnsafeMutablePointer<Double>, _ gaps: UnsafePointer<Int>
  ) {
    let n = range.count
    let first = range.lowerBound
    for k in 0..<n {
      let i = first + k
      let before: Double = gaps[i] == 0 ? firstPrecision : stepPrecision / Double(gaps[i])
      let after: Double = i + 1 < stateEnd ? stepPrecision / Double(gaps[i + 1]) : 0
      block.priorDiagonal[k] = before + after + shrinkage
      block.priorOff[k] = -after
      block.linear[k] = k == 0 && gaps[i] > 0 ? before * theta[i - 1] : 0
      if k == n - 1, i + 1 < stateEnd { block.linear[k] += after * theta[i + 1] }
      block.current[k] = theta[i]
    }
    let overshoots = random.uniform() < overshooting
    let ratio = block.propose(
      first, n, overshoot: overshoots ? PositionBlock.overshoot : 0, random: &random, kernel, items: items, theta: theta
    )
    let threshold = logarithm(random.uniform())
    var accepted = false
    if let ratio {
      var moved = pin
      var correction = 0.0
      for k in 0..<n {
        let new = theta[first + k]
        moved.replace(block.current[k], new)
        correction += new * new - block.current[k] * block.current[k]
      }
      let term = moved.slopeTerm(squares: slopeSquares, count: slopes)
      let pull: Double = moved.value - pin.value + 0.5 * shrinkage * correction + term - slopeTerm
      accepted = threshold < ratio + pull
      if accepted {
        pin = moved
        slopeTerm = term
      }
    }
    if !accepted { for k in 0..<n { theta[first + k] = block.current[k] } }
    tally.note(accepted)
  }
}
