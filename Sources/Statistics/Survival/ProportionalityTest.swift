/// The transform of time against which effects are tested.
public enum TimeTransform: String, Sendable, Hashable, CaseIterable {
  /// One minus the Kaplan-Meier curve just before the event.
  case kaplanMeier = "km"
  case rank
  case identity
  case logarithm = "log"
}

/// Whether effects are constant over time: the score test for adding x × g(t) to a proportional hazards model.
///
/// Formula: U = Σ g(t)(x - x̄(t)) over events, against the information of β and the added coefficients at β̂. Schoenfeld residuals, scaled
/// by the average information, show the shape.
/// Range: χ²; a small p speaks against proportional hazards. Complexity: O(n k²).
/// Source: Grambsch and Therneau (1994), doi:10.1093/biomet/81.3.515; as `cox.zph` of R's survival 3 (the exact score test, not the 1994
/// approximation, from which it differs).
/// Not for: proof of proportionality; with few events it sees little.
public struct ProportionalityTest: Sendable {
  public struct Line: Sendable {
    public let name: String
    public let chiSquare: Double
    public let freedom: Int
    public var significance: Double { ChiSquare.upperTail(chiSquare, freedom: Double(freedom)) }
  }

  public let transform: TimeTransform
  /// By coefficient or group of coefficients.
  public let lines: [Line]
  public let global: Line
  /// Times of the events, ascending, strata together.
  public let eventTimes: [Double]
  /// g of each event.
  public let transformed: [Double]
  /// Schoenfeld residuals by event.
  public let residuals: [[Double]]
  /// Residuals scaled by events × covariance, plus the coefficient: estimates of β(t).
  public let scaledResiduals: [[Double]]

  /// - Parameter groups: names with the positions of the coefficients of each, for terms of several columns; by default each alone.
  public init(
    _ fit: CoxFit, transform: TimeTransform = .kaplanMeier, groups: [(name: String, columns: [Int])]? = nil
  ) throws(SurvivalError) {
    let events = SchoenfeldEvents(fit)
    let g = try events.transformed(transform, fit)
    let p = fit.names.count
    let mean: Double = g.reduce(0, +) / Double(g.count)
    var score = [Double](repeating: 0, count: p)
    var mixed = [Double](repeating: 0, count: p * (p + 1) / 2)
    var square = mixed
    var plain = mixed
    for (e, event) in events.list.enumerated() {
      let weight: Double = g[e] - mean
      for j in 0..<p { score[j] += weight * event.residual[j] }
      for at in mixed.indices {
        let v = event.varianceShare[at]
        plain[at] += v
        mixed[at] += weight * v
        square[at] += weight * weight * v
      }
    }
    let blocks = (
      SquareMatrix(lower: plain, size: p), SquareMatrix(lower: mixed, size: p), SquareMatrix(lower: square, size: p)
    )
    func test(_ name: String, _ chosen: [Int]) -> Line {
      Line(name: name, chiSquare: Self.statistic(score, blocks, chosen), freedom: chosen.count)
    }
    lines = (groups ?? (0..<p).map { (fit.names[$0], [$0]) }).map { test($0.name, $0.columns) }
    global = test("GLOBAL", Array(0..<p))
    self.transform = transform
    eventTimes = events.list.map(\.time)
    transformed = g
    residuals = events.list.map { event in (0..<p).map { event.residual[$0] * fit.scales[$0] } }
    let count = Double(events.list.count)
    scaledResiduals = residuals.map { residual in
      zip(fit.covariance.times(residual), fit.coefficients).map { $0 * count + $1 }
    }
  }

  private static func statistic(
    _ score: [Double], _ blocks: (plain: SquareMatrix, mixed: SquareMatrix, square: SquareMatrix), _ chosen: [Int]
  ) -> Double {
    let p = score.count
    var joint = SquareMatrix(p + chosen.count)
    for j in 0..<p { for k in 0..<p { joint[j, k] = blocks.plain[j, k] } }
    for (a, j) in chosen.enumerated() {
      for k in 0..<p {
        joint[p + a, k] = blocks.mixed[j, k]
        joint[k, p + a] = blocks.mixed[k, j]
      }
      for (b, k) in chosen.enumerated() { joint[p + a, p + b] = blocks.square[j, k] }
    }
    guard let inverse = joint.inverse else { return .nan }
    return CoxFit.quadratic(inverse, [Double](repeating: 0, count: p) + chosen.map { score[$0] })
  }
}

/// The events of a fit in order of time, with their Schoenfeld residuals in standardised coordinates.
private struct SchoenfeldEvents {
  struct Event {
    let time: Double
    let stratum: Int
    let row: Int32
    let residual: [Double]
    /// The variance of x over the risk set at this time, shared out among the events at this time.
    let varianceShare: [Double]
  }
  let list: [Event]

  init(_ fit: CoxFit) {
    let p = fit.pass.columns
    var events: [Event] = []
    fit.pass.forEachEvent(risks: fit.pass.predictors(fit.gamma, offset: fit.offset).map(exponential)) { s, k, moment in
      let stratum = fit.pass.sets.strata[s]
      let share = moment.variance.map { $0 / Double(moment.count) }
      for row in stratum.deaths[k] {
        let residual = (0..<p).map { fit.pass.x[Int(row) * p + $0] - moment.mean[$0] }
        events.append(
          Event(time: stratum.times[k], stratum: s, row: row, residual: residual, varianceShare: share))
      }
    }
    list = events.sorted { ($0.time, $0.stratum, $0.row) < ($1.time, $1.stratum, $1.row) }
  }

  func transformed(_ transform: TimeTransform, _ fit: CoxFit) throws(SurvivalError) -> [Double] {
    switch transform {
    case .identity: return list.map(\.time)
    case .logarithm:
      if let bad = list.first(where: { $0.time <= 0 }) { throw .transform(time: bad.time) }
      return list.map { logarithm($0.time) }
    case .rank:
      // Among the ends of all rows, as R has it; tied times share their mean rank.
      let stops = fit.pass.sets.times.stops.sorted()
      return list.map { event in
        let upTo = CoxFit.count(stops, upTo: event.time)
        let below = CoxFit.count(stops, upTo: event.time.nextDown)
        return Double(below) + (Double(upTo - below) + 1) / 2
      }
    case .kaplanMeier:
      let times = fit.pass.sets.times
      let pooled = try EventTimes(
        starts: times.starts, stops: times.stops, causes: times.causes.map { $0 == fit.cause ? 1 : 0 })
      let curve = KaplanMeier(pooled)
      let eventTimes = curve.times.indices.filter { curve.events[$0] > 0 }
      var before = 1.0
      var values: [Double: Double] = [:]
      for k in eventTimes {
        values[curve.times[k]] = 1 - before
        before = curve.survival[k]
      }
      return list.map { values[$0.time] ?? .nan }
    }
  }
}
