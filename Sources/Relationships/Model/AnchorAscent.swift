import Statistics

/// Climbs `AnchorObjective` by limited-memory quasi-Newton steps whose first metric is the curvature that the levels, were they known, would give.
///
/// A plain step in that metric is one of expectation-maximisation (Lange 1995, "A quasi-Newton acceleration of the EM algorithm"); the memory learns what the levels hide. A step is
/// shortened until the objective rises, so it never falls; but for the first eight, which are plain, each parameter moving by 1.5 at most. It ends when the next step promises less than `tolerance` in log-probability, twice in a row.
/// Source: Nocedal (1980), doi:10.1090/S0025-5718-1980-0572855-7. Deterministic; the same bytes on any number of cores.
struct AnchorAscent {
  private static let memory = 12
  private static let plainSteps = 8

  let objective: AnchorObjective
  private(set) var parameters: ModelParameters
  private(set) var here: AnchorObjective.Value
  private var pairs: [(s: [Double], y: [Double])] = []
  private var calm = 0
  /// Whether it ended because nothing more was to be gained.
  private(set) var isSettled = false

  init(_ objective: AnchorObjective, from parameters: ModelParameters) {
    self.objective = objective
    self.parameters = parameters
    here = objective.at(parameters, from: .start(objective.data), tolerance: Self.rough)
    for _ in 0..<Self.plainSteps {
      guard let step = direction(projected(here.gradient)) else { return }
      let next = AnchorVector.moved(self.parameters, along: step.map { min(max($0, -1.5), 1.5) }, by: 1)
      here = objective.at(next, from: here.posterior, tolerance: Self.rough)
      self.parameters = next
    }
  }

  /// How far the sites are matched on the way, and at the end.
  private static let rough = 1e-3
  private static let fine = 1e-4

  /// One step; what it was promised and what it gained, `nil` at the end.
  mutating func step(tolerance: Double) -> (promised: Double, gained: Double)? {
    let gradient = projected(here.gradient)
    guard var direction = direction(gradient) else { return nil }
    var promised = 0.5 * Self.dot(gradient, direction)
    if promised <= 0 {
      pairs = []
      guard let plain = self.direction(gradient) else { return nil }
      direction = plain
      promised = 0.5 * Self.dot(gradient, direction)
    }
    calm = promised < tolerance ? calm + 1 : 0
    isSettled = calm >= 2
    guard promised > 0, !isSettled else { return nil }
    let longest = direction.reduce(0) { max($0, $1.magnitude) }
    var length: Double = min(1, 3 / longest)
    let matching = promised > 5 ? Self.rough : Self.fine
    for _ in 0..<12 {
      let next = AnchorVector.moved(parameters, along: direction, by: length)
      let there = objective.at(next, from: here.posterior, tolerance: matching)
      if there.value > here.value + 1e-4 * length * promised {
        let gained = there.value - here.value
        remember(AnchorVector.difference(next, parameters), projected(there.gradient), gradient)
        parameters = next
        here = there
        return (promised, gained)
      }
      length *= 0.4
    }
    guard !pairs.isEmpty else {
      isSettled = promised < 10 * tolerance
      return nil
    }
    // The memory misleads: begin anew with the plain metric.
    pairs = []
    return (promised, 0)
  }

  /// The variance of distant pairs is at most that of the others; a gradient beyond the bound counts for nothing.
  private func projected(_ gradient: [Double]) -> [Double] {
    var gradient = gradient
    let last = gradient.count - 1
    if parameters.minorVariance >= 1, gradient[last] > 0 { gradient[last] = 0 }
    return gradient
  }

  private mutating func remember(_ s: [Double], _ after: [Double], _ before: [Double]) {
    let y = zip(before, after).map { $0 - $1 }
    guard Self.dot(s, y) > 1e-10 * Self.dot(y, y).squareRoot() * Self.dot(s, s).squareRoot() else { return }
    pairs.append((s, y))
    if pairs.count > Self.memory { pairs.removeFirst() }
  }

  /// The two loops of the limited-memory method.
  private func direction(_ gradient: [Double]) -> [Double]? {
    var q = gradient
    var shares: [Double] = []
    for pair in pairs.reversed() {
      let share: Double = Self.dot(pair.s, q) / Self.dot(pair.s, pair.y)
      shares.append(share)
      for i in q.indices { q[i] -= share * pair.y[i] }
    }
    guard var r = solved(q) else { return nil }
    for (pair, share) in zip(pairs, shares.reversed()) {
      let back: Double = share - Self.dot(pair.y, r) / Self.dot(pair.s, pair.y)
      for i in r.indices { r[i] += back * pair.s[i] }
    }
    return r
  }

  private func solved(_ right: [Double]) -> [Double]? {
    var result: [Double] = []
    var start = 0
    for matrix in here.metric {
      let end = start + matrix.diagonal.count + matrix.others
      guard let part = matrix.solved(Array(right[start..<end])) else { return nil }
      result += part
      start = end
    }
    return result + [right[start] / max(0.05 * here.dynamics.x, 1), right[start + 1] / max(0.05 * here.dynamics.y, 1)]
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var total = 0.0
    for i in a.indices { total += a[i] * b[i] }
    return total
  }
}

/// The parameters of the anchors in one row: anchor by anchor intercepts, slopes and log of the loading; then log((1 + φ)/(1 − φ)) and log v.
enum AnchorVector {
  static func row(_ parameters: ModelParameters) -> [Double] {
    parameters.indicators.flatMap { $0.intercepts + $0.slopes + [logarithm($0.loading.magnitude)] }
      + LevelDynamics.coordinates(parameters)
  }

  static func difference(_ a: ModelParameters, _ b: ModelParameters) -> [Double] {
    zip(row(a), row(b)).map { $0 - $1 }
  }

  /// φ is held between .5 and .9999, v between .01 and 1.
  static func moved(_ parameters: ModelParameters, along direction: [Double], by length: Double) -> ModelParameters {
    var next = parameters
    var at = 0
    for k in next.indicators.indices {
      for t in next.indicators[k].intercepts.indices {
        next.indicators[k].intercepts[t] += length * direction[at]
        at += 1
      }
      for j in next.indicators[k].slopes.indices {
        next.indicators[k].slopes[j] += length * direction[at]
        at += 1
      }
      next.indicators[k].loading *= exponential(min(max(length * direction[at], -5), 5))
      at += 1
    }
    let from = LevelDynamics.coordinates(parameters)
    let odds = exponential(from[0] + length * direction[at])
    next.memory = min(max((odds - 1) / (odds + 1), 0.5), 0.9999)
    next.minorVariance = min(max(exponential(from[1] + length * direction[at + 1]), 0.01), 1)
    return next
  }
}
