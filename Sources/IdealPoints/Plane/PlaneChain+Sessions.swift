import Statistics

/// An affine map of the plane near the identity.
struct AffineMove {
  let matrix: Matrix2
  let shift: SIMD2<Double>
  /// Log of the matrix's determinant.
  let logDeterminant: Double

  init(kind: Int, _ x: Double) {
    var matrix = Matrix2.identity
    var shift = SIMD2<Double>.zero
    switch kind {
    case 0: matrix.first.x = exponential(x)
    case 1: matrix.second.y = exponential(x)
    case 2: matrix.first.y = x
    case 3: matrix.second.x = x
    case 4: shift.x = x
    default: shift.y = x
    }
    self.matrix = matrix
    self.shift = shift
    logDeterminant = kind < 2 ? x : 0
  }

  func position(_ x: SIMD2<Double>) -> SIMD2<Double> { matrix * x + shift }

  /// The item that says of moved positions what `p` says of those that were not moved.
  func item(_ p: PlaneItem) -> PlaneItem {
    let slope = matrix.inverse.transposed * p.slope
    let moved: Double = (slope * shift).sum()
    return PlaneItem(slope: slope, lower: p.lower + moved, upper: p.upper + moved)
  }
}

extension PlaneChain {
  /// Runs of sessions moved in a sweep.
  private static let movesPerSweep = 60

  /// Stretches, shears and shifts random runs of sessions together with the items at home in them, one at a time.
  ///
  /// Votes at home keep their likelihood, so only the walk across the ends, the prior of the slopes and votes on resolutions repeated
  /// outside the run decide. Random-walk Metropolis steps; the Jacobian is det^(positions − items).
  mutating func moveSessions() {
    pin.reset(theta)
    slopeSquares = items.reduce(into: .zero) { $0.add(1, $1.slope) }
    for _ in 0..<Self.movesPerSweep {
      let kind = random.index(below: SessionReach.kinds)
      let longest = Double(sessions.count)
      let length = min(max(Int(exponential(random.uniform() * logarithm(longest + 1))), 1), sessions.count)
      let first = random.index(below: sessions.count - length + 1)
      let accepted = moveSessions(first...(first + length - 1), kind)
      if isWarmingUp {
        reach.adapt(kind, sessions: length, accepted: accepted, sweep: sweeps)
      } else {
        acceptance.sessions.note(accepted)
      }
    }
  }

  private mutating func moveSessions(_ range: ClosedRange<Int>, _ kind: Int) -> Bool {
    let move = AffineMove(kind: kind, reach.scale(kind, sessions: range.count) * random.normal())
    let threshold = logarithm(random.uniform())
    let change = change(range, move)
    guard threshold < change.logRatio else { return false }
    apply(move, to: range)
    pin = change.pin
    slopeSquares = change.squares
    return true
  }

  mutating func apply(_ move: AffineMove, to range: ClosedRange<Int>) {
    for s in range {
      for i in sessions.positions[s] { theta[i] = move.position(theta[i]) }
      for j in sessions.items[s] { items[j] = move.item(items[j]) }
    }
  }

  /// Log ratio of the densities after and before a move, the Jacobian included, with the sums that go with it.
  func change(
    _ range: ClosedRange<Int>, _ move: AffineMove
  ) -> (logRatio: Double, pin: PlanePin, squares: Symmetric2) {
    var places = 0
    var number = 0
    var moved = pin
    var squares = slopeSquares
    for s in range {
      places += sessions.positions[s].count
      number += sessions.items[s].count
      for i in sessions.positions[s] { moved.replace(theta[i], move.position(theta[i])) }
      for j in sessions.items[s] {
        squares.add(-1, items[j].slope)
        squares.add(1, move.item(items[j]).slope)
      }
    }
    var ratio: Double = move.logDeterminant * Double(places - number)
    let count = Double(items.count)
    ratio += moved.value - pin.value
    ratio += moved.slopeTerm(squares: squares, count: count) - pin.slopeTerm(squares: slopeSquares, count: count)
    ratio += walkChange(range, move) + likelihoodChange(range, move)
    return (ratio, moved, squares)
  }

  /// Change of the log density of the walk.
  private func walkChange(_ range: ClosedRange<Int>, _ move: AffineMove) -> Double {
    var change = 0.0
    for s in range {
      for i in sessions.positions[s] {
        let new = move.position(theta[i])
        if gaps[i] == 0 {
          change -= 0.5 * (firstPrecision.quadratic(new) - firstPrecision.quadratic(theta[i]))
        } else {
          let before = theta[i - 1]
          let moved = range.contains(sessions.ofPosition[i - 1]) ? move.position(before) : before
          change -= stepChange(theta[i] - before, new - moved, gaps[i])
        }
        guard i + 1 < theta.count, gaps[i + 1] > 0, !range.contains(sessions.ofPosition[i + 1]) else { continue }
        change -= stepChange(theta[i + 1] - theta[i], theta[i + 1] - new, gaps[i + 1])
      }
    }
    return change
  }

  private func stepChange(_ old: SIMD2<Double>, _ new: SIMD2<Double>, _ gap: Int) -> Double {
    0.5 * (stepPrecision.quadratic(new) - stepPrecision.quadratic(old)) / Double(gap)
  }

  /// Change of the log-likelihood of votes cast in the run on items from elsewhere, and the other way round.
  private func likelihoodChange(_ range: ClosedRange<Int>, _ move: AffineMove) -> Double {
    var change = 0.0
    sessions.forEachVoteAcross(range) { vote in
      let item = items[Int(vote.item)]
      let x = theta[Int(vote.position)]
      let newItem = range.contains(Int(vote.home)) ? move.item(item) : item
      let newX = range.contains(Int(vote.session)) ? move.position(x) : x
      let kind = Int(vote.vote)
      change += model.value(kind, lower: newItem.lower, upper: newItem.upper, mean: (newItem.slope * newX).sum())
      change -= model.value(kind, lower: item.lower, upper: item.upper, mean: (item.slope * x).sum())
    }
    return change
  }
}
