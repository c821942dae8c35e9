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
    withUnsafeTemporaryAllocation(of: Double.self, capacity: PositionBlock.cells) { scratch in
      guard let scratch = scratch.baseAddress else { return }
      let block = PositionBlock(scratch)
      withItems { items in
        theta.withUnsafeMutableBufferPointer { theta in
          gaps.withUnsafeBufferPointer { gaps in
            guard let theta = theta.baseAddress, let gaps = gaps.baseAddress else { return }
            _ = votes.withKernel(model) { kernel in
              for s in 0..<(votes.stateStarts.count - 1) {
                sweep.run(
                  votes.stateStarts[s]..<votes.stateStarts[s + 1], block, kernel, items: items, theta: theta, gaps: gaps
                )
              }
            }
          }
        }
      }
    }
    random = sweep.random
    pin = sweep.pin
    if !isWarmingUp { acceptance.positions.add(sweep.tally) }
  }

  /// Slope, lower and upper cut of every item, over and over.
  private func withItems(_ body: (UnsafePointer<Double>) -> Void) {
    var flat = [Double](repeating: 0, count: 3 * items.count)
    for (j, item) in items.enumerated() {
      flat[3 * j] = item.slope
      flat[3 * j + 1] = item.lower
      flat[3 * j + 2] = item.upper
    }
    flat.withUnsafeBufferPointer { if let base = $0.baseAddress { body(base) } }
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

  private var shrinkage: Double { max((slopeSquares - slopes) / positions, 0) }

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
    let ratio = block.propose(n, overshoot: overshoots ? PositionBlock.overshoot : 0, random: &random) {
      kernel.position(first + $0, theta: $1, items: items)
    }
    let threshold = logarithm(random.uniform())
    guard let ratio else { return tally.note(false) }
    var moved = pin
    var correction = 0.0
    for k in 0..<n {
      moved.replace(block.current[k], block.proposal[k])
      correction += block.proposal[k] * block.proposal[k] - block.current[k] * block.current[k]
    }
    let pull: Double =
      moved.value - pin.value + 0.5 * shrinkage * correction
      + moved.slopeTerm(squares: slopeSquares, count: slopes) - pin.slopeTerm(squares: slopeSquares, count: slopes)
    let accepted = threshold < ratio + pull
    if accepted {
      pin = moved
      for k in 0..<n { theta[first + k] = block.proposal[k] }
    }
    tally.note(accepted)
  }
}
