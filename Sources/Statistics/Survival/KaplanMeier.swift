/// The probability of going without an event, and the cumulative hazard, without a model.
///
/// Formula: S(t) = Π (1 - d/n) with Greenwood's error; H(t) = Σ d/n with error (Σ d/n²)^½ (Nelson-Aalen), over event times up to t, n at
/// risk and d events. Any cause but 0 is an event. Late entry is respected.
/// Range: S falls from 1, H rises from 0. Missing: censored rows count as long as they are observed. Complexity: O(n log n).
/// Source: Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452; Nelson (1972), doi:10.1080/00401706.1972.10488991; Aalen (1978),
/// doi:10.1214/aos/1176344247.
/// Not for: the probability of one of several causes (`AalenJohansen`).
public struct KaplanMeier: Sendable {
  /// Times at which a row ends, ascending.
  public let times: [Double]
  public let atRisk: [Int]
  public let events: [Int]
  public let survival: [Double]
  /// Greenwood's standard error of the survival.
  public let errors: [Double]
  public let cumulativeHazard: [Double]
  public let hazardErrors: [Double]

  /// - Parameter rows: the rows of one group; all by default.
  public init(_ data: EventTimes, rows: [Int]? = nil) {
    let rows = rows ?? Array(0..<data.rows)
    let counts = RiskCounts(data, rows: rows)
    times = counts.times
    atRisk = counts.atRisk
    events = counts.events
    var (s, h, greenwood, aalen) = (1.0, 0.0, 0.0, 0.0)
    var survival: [Double] = []
    var errors: [Double] = []
    var hazard: [Double] = []
    var hazardErrors: [Double] = []
    for k in counts.times.indices {
      let (n, d) = (Double(counts.atRisk[k]), Double(counts.events[k]))
      if d > 0 {
        s *= 1 - d / n
        h += d / n
        greenwood += d < n ? d / (n * (n - d)) : .infinity
        aalen += d / (n * n)
      }
      survival.append(s)
      errors.append(s > 0 ? s * greenwood.squareRoot() : .nan)
      hazard.append(h)
      hazardErrors.append(aalen.squareRoot())
    }
    self.survival = survival
    self.errors = errors
    cumulativeHazard = hazard
    self.hazardErrors = hazardErrors
  }

  /// The interval of the survival at entry `k` of `times`.
  public func interval(_ k: Int, level: Double = 0.95, scale: CurveInterval = .log) -> ClosedRange<Double>? {
    scale.around(survival[k], error: errors[k], level: level)
  }

  /// The first time at which the survival is at or below `p`; `nil` if it stays above.
  ///
  /// Where the survival is exactly `p` over a stretch, the middle of it, as in R.
  public func time(survivalBelow p: Double) -> Double? {
    let slack = 1e-12
    guard let k = survival.firstIndex(where: { $0 <= p + slack }) else { return nil }
    guard abs(survival[k] - p) <= slack, let next = survival.firstIndex(where: { $0 < p - slack }) else {
      return times[k]
    }
    return 0.5 * (times[k] + times[next])
  }
}

/// Rows at risk and ending at each time.
struct RiskCounts {
  let times: [Double]
  let atRisk: [Int]
  /// Events of any cause.
  let events: [Int]
  /// Rows with an event at each time.
  let dying: [[Int]]

  init(_ data: EventTimes, rows: [Int]) {
    let stops = rows.map { data.stops[$0] }.sorted()
    let starts = data.starts.map { all in rows.map { all[$0] }.sorted() } ?? []
    var times: [Double] = []
    for t in stops where times.last != t { times.append(t) }
    var place: [Double: Int] = [:]
    for (k, t) in times.enumerated() { place[t] = k }
    var dying = [[Int]](repeating: [], count: times.count)
    for row in rows where data.causes[row] != 0 {
      if let k = place[data.stops[row]] { dying[k].append(row) }
    }
    var atRisk: [Int] = []
    var gone = 0
    var entered = 0
    for t in times {
      while gone < stops.count, stops[gone] < t { gone += 1 }
      while entered < starts.count, starts[entered] < t { entered += 1 }
      atRisk.append((data.starts == nil ? rows.count : entered) - gone)
    }
    self.times = times
    self.atRisk = atRisk
    self.dying = dying
    events = dying.map(\.count)
  }
}
