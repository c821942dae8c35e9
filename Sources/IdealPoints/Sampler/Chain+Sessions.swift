import CProbit
import Statistics

/// Quadratic approximation of the log density along the stretches and shifts of all sessions, at their neutral element.
private struct SessionApproximation {
  var density = 0.0
  var gradient: [Double]
  /// Lower triangle, row by row; stretch and shift of a session are adjacent.
  var precision: [Double]
  let size: Int

  init(sessions: Int) {
    size = 2 * sessions
    gradient = Array(repeating: 0, count: size)
    precision = Array(repeating: 0, count: size * size)
  }

  /// Calls `body` with the cells in place, which loops over positions and votes add to.
  mutating func withCells(_ body: (SessionCells) -> Double) {
    let size = size
    density += gradient.withUnsafeMutableBufferPointer { gradient -> Double in
      precision.withUnsafeMutableBufferPointer { precision in
        guard let gradient = gradient.baseAddress, let precision = precision.baseAddress else { return 0 }
        return body(SessionCells(gradient: gradient, precision: precision, size: size))
      }
    }
  }
}

private struct SessionCells {
  let gradient: UnsafeMutablePointer<Double>
  let precision: UnsafeMutablePointer<Double>
  let size: Int

  /// Adds a term whose value x moves with the stretch and the shift of one session.
  @inline(__always)
  func add(_ s: Int, _ first: Moment, _ information: Moment) {
    gradient[2 * s] += first.x
    gradient[2 * s + 1] += first.one
    precision[2 * s * size + 2 * s] += information.xx
    precision[(2 * s + 1) * size + 2 * s] += information.x
    precision[(2 * s + 1) * size + 2 * s + 1] += information.one
  }

  /// Adds minus the products of the moving parts of two sessions, row `s`, column `t`.
  @inline(__always)
  func subtractCross(_ s: Int, _ t: Int, aa: Double, ab: Double, ba: Double, bb: Double) {
    let (row, column) = s > t ? (s, t) : (t, s)
    let cross = s > t ? (ab, ba) : (ba, ab)
    precision[2 * row * size + 2 * column] -= aa
    precision[2 * row * size + 2 * column + 1] -= cross.0
    precision[(2 * row + 1) * size + 2 * column] -= cross.1
    precision[(2 * row + 1) * size + 2 * column + 1] -= bb
  }
}

/// Sums of weights times 1, x and x².
private struct Moment {
  var one = 0.0
  var x = 0.0
  var xx = 0.0

  init(one: Double = 0, x: Double = 0) {
    self.one = one
    self.x = x
  }

  /// One weight times 1, x and x².
  init(_ weight: Double, _ value: Double) {
    one = weight
    x = weight * value
    xx = x * value
  }

  @inline(__always)
  mutating func add(_ weight: Double, _ value: Double) {
    one += weight
    x += weight * value
    xx += weight * value * value
  }
}

extension Chain {
  /// Stretches and shifts every session at once, items moving with their home session.
  ///
  /// Position θ becomes e^a θ + b, slope β e^−a, cut points γ + β e^−a b: votes at home keep their likelihood, so only the prior and
  /// the votes on resolutions repeated in other sessions decide. One Metropolis step from the Gaussian approximation at the
  /// neutral element; the Jacobian is Σ a (positions − items − 1).
  mutating func moveSessions() {
    let map = sessions
    var solver = Cholesky(size: 2 * map.count)
    let here = sessionApproximation()
    guard let logDeterminant = solver.factor(here.precision) else { return }
    var centre = solver.solve(here.gradient)
    let z = centre.map { _ in random.normal() }
    let noise = solver.coloured(z)
    let jump = centre.indices.map { centre[$0] + noise[$0] }
    let threshold = logarithm(random.uniform())
    var ratio: Double = -here.density - 0.5 * logDeterminant
    for value in z { ratio += 0.5 * value * value }

    let oldTheta = theta
    let oldItems = items
    apply(jump)
    let there = sessionApproximation()
    var accepted = false
    if let back = solver.factor(there.precision) {
      centre = solver.solve(there.gradient)
      var reverse = centre
      for s in 0..<map.count {
        ratio += jump[2 * s] * (map.surplus[s] - 1)
        reverse[2 * s] = -jump[2 * s] - centre[2 * s]
        reverse[2 * s + 1] = -jump[2 * s + 1] * exponential(-jump[2 * s]) - centre[2 * s + 1]
      }
      ratio += there.density + 0.5 * back - 0.5 * solver.quadratic(reverse)
      accepted = threshold < ratio
    }
    if !accepted {
      theta = oldTheta
      items = oldItems
    }
    if !isWarmingUp { acceptance.sessions.note(accepted) }
  }

  private mutating func apply(_ jump: [Double]) {
    for i in theta.indices {
      let s = sessions.ofPosition[i]
      theta[i] = theta[i] * exponential(jump[2 * s]) + jump[2 * s + 1]
    }
    for j in items.indices {
      let s = sessions.home[j]
      items[j].slope *= exponential(-jump[2 * s])
      let amount: Double = items[j].slope * jump[2 * s + 1]
      items[j].lower += amount
      items[j].upper += amount
    }
  }

  private func sessionApproximation() -> SessionApproximation {
    var result = SessionApproximation(sessions: sessions.count)
    addPositionPrior(to: &result)
    var squares = [Double](repeating: 0, count: sessions.count)
    for (j, item) in items.enumerated() {
      let s = sessions.home[j]
      squares[s] += item.slope * item.slope
    }
    for s in 0..<sessions.count { result.gradient[2 * s] += sessions.surplus[s] }
    addScale(to: &result, squares)
    addForeignVotes(to: &result)
    return result
  }

  /// The slopes' prior N(0, 1/S), where S is the variance of all positions, and the pin of their mean and variance.
  private func addScale(to result: inout SessionApproximation, _ squares: [Double]) {
    var now = pin
    now.reset(theta)
    let total = squares.reduce(0, +)
    let count = Double(items.count)
    let size = result.size
    let variance = now.variance
    result.density += now.value + now.slopeTerm(squares: total, count: count)
    let pull: Double = 0.5 * (count / variance - total)
    var ofMean = [Double](repeating: 0, count: size)
    var ofVariance = ofMean
    var ofSquares = ofMean
    for (s, squared) in squares.enumerated() {
      ofSquares[2 * s] = -2 * squared
      result.precision[2 * s * size + 2 * s] += 2 * variance * squared
    }
    let bend: Double = -pull * 2 / (now.count - 1)
    for (s, moment) in sessionMoments.enumerated() {
      ofMean[2 * s] = moment.x / now.count
      ofMean[2 * s + 1] = moment.one / now.count
      let one: Double = moment.x - now.mean * moment.one
      ofVariance[2 * s] = 2 * (moment.xx - now.mean * moment.x) / (now.count - 1)
      ofVariance[2 * s + 1] = 2 * one / (now.count - 1)
      result.precision[2 * s * size + 2 * s] += bend * (2 * moment.xx - now.mean * moment.x)
      result.precision[(2 * s + 1) * size + 2 * s] += bend * (moment.x + one)
      result.precision[(2 * s + 1) * size + 2 * s + 1] += bend * moment.one
    }
    let weight: Double = 1 / (now.tolerance * now.tolerance)
    let square: Double = weight + 0.5 * count / (variance * variance)
    for r in 0..<size {
      result.gradient[r] -= weight * (now.mean * ofMean[r] + (variance - 1) * ofVariance[r])
      result.gradient[r] += pull * ofVariance[r] - 0.5 * variance * ofSquares[r]
      for c in 0...r {
        var cell: Double = weight * ofMean[r] * ofMean[c] + square * ofVariance[r] * ofVariance[c]
        cell += 0.5 * (ofVariance[r] * ofSquares[c] + ofSquares[r] * ofVariance[c])
        result.precision[r * size + c] += cell
      }
    }
  }

  /// Number, sum and sum of squares of the positions of each session.
  private var sessionMoments: [Moment] {
    var moments = [Moment](repeating: Moment(), count: sessions.count)
    moments.withUnsafeMutableBufferPointer { moments in
      for (i, x) in theta.enumerated() { moments[sessions.ofPosition[i]].add(1, x) }
    }
    return moments
  }

  private func addPositionPrior(to result: inout SessionApproximation) {
    let precision: Double = 1 / stepVariance
    let firstPrecision: Double = 1 / firstVariance
    result.withCells { cells in
      var density = 0.0
      for i in theta.indices {
        let s = sessions.ofPosition[i]
        let x = theta[i]
        let gap = gaps[i]
        guard gap > 0 else {
          let pull: Double = firstPrecision * x
          density -= 0.5 * pull * x
          cells.add(s, Moment(one: -pull, x: -pull * x), Moment(firstPrecision, x))
          continue
        }
        let t = sessions.ofPosition[i - 1]
        let y = theta[i - 1]
        let weight: Double = gap == 1 ? precision : precision / Double(gap)
        let pull: Double = weight * (x - y)
        density -= 0.5 * pull * (x - y)
        cells.add(s, Moment(one: -pull, x: -pull * x), Moment(weight, x))
        cells.add(t, Moment(one: pull, x: pull * y), Moment(weight, y))
        cells.subtractCross(s, t, aa: weight * x * y, ab: weight * x, ba: weight * y, bb: weight)
      }
      return density
    }
  }

  /// Votes abroad: in units of the item's home session a position moves with e^(a − a_home) θ + e^−a_home (b − b_home).
  private func addForeignVotes(to result: inout SessionApproximation) {
    let foreign = sessions.foreign
    guard foreign.groups > 0 else { return }
    let items = items.flat
    let room = foreign.count + Int(PROBIT_ROOM)
    result.withCells { cells in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * room) { scratch in
        guard let first = scratch.baseAddress else { return 0 }
        let information = first + room
        return theta.withUnsafeBufferPointer { theta -> Double? in
          guard let theta = theta.baseAddress else { return nil }
          return votes.withKernel(model, groups: foreign) { kernel in
            let sum = kernel.votes(
              ofGroups: foreign.groups, theta: theta, items: items, first: first, information: information)
            addGroups(kernel.votes, theta, first, information, to: cells)
            return sum.logLikelihood
          }
        } ?? 0
      }
    }
  }

  private func addGroups(
    _ votes: probit_votes, _ theta: UnsafePointer<Double>, _ first: UnsafePointer<Double>,
    _ information: UnsafePointer<Double>, to cells: SessionCells
  ) {
    let sides = Int(votes.side_bounds[sessions.away.count])
    for (g, group) in sessions.away.enumerated() {
      var f = Moment()
      var h = Moment()
      for i in Int(votes.side_bounds[g])..<Int(votes.side_bounds[g + 1]) {
        let x = theta[Int(votes.side_owner[i])]
        f.add(first[i], x)
        h.add(information[i], x)
      }
      for i in Int(votes.gap_bounds[g])..<Int(votes.gap_bounds[g + 1]) {
        let x = theta[Int(votes.gap_owner[i])]
        f.add(first[sides + i], x)
        h.add(information[sides + i], x)
      }
      guard h.one > 0 else { continue }
      cells.add(group.session, f, h)
      cells.add(group.home, Moment(one: -f.one, x: -f.x), h)
      cells.subtractCross(group.session, group.home, aa: h.xx, ab: h.x, ba: h.x, bb: h.one)
    }
  }
}
