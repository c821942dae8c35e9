/// The probability of each of several causes by a time, the others competing.
///
/// Formula: F_c(t) = Σ S(u-) d_c(u)/n(u) over event times u ≤ t, S the probability of no event before u; the error is the infinitesimal
/// jackknife, √Σ D², D the derivative of the estimate with respect to the weight of a subject.
/// Range: 0...1; the causes and S add up to 1. Direction: rises with time.
/// Missing: censoring must not depend on what would have happened. Complexity: O(event times × subjects).
/// Source: Aalen and Johansen (1978), https://www.jstor.org/stable/4615704; as `survfit` of R's survival for competing risks.
/// Not for: one minus Kaplan-Meier of one cause, which is larger because it takes the others for censoring.
public struct AalenJohansen: Sendable {
  /// One cause.
  public struct Cause: Sendable {
    public let cause: UInt8
    public let incidence: [Double]
    public let errors: [Double]

    /// The interval at entry `k`.
    public func interval(_ k: Int, level: Double = 0.95, scale: CurveInterval = .log) -> ClosedRange<Double>? {
      scale.around(incidence[k], error: errors[k], level: level)
    }
  }

  /// Times at which a row ends, ascending.
  public let times: [Double]
  public let atRisk: [Int]
  public let eventFree: [Double]
  public let eventFreeErrors: [Double]
  public let causes: [Cause]

  /// - Parameters:
  ///   - subjects: the subject of each row, where one has several; the error is over subjects.
  ///   - rows: the rows of one group; all by default.
  public init(_ data: EventTimes, subjects: [Int32]? = nil, rows: [Int]? = nil) throws(SurvivalError) {
    if let subjects, subjects.count != data.rows {
      throw .lengths(what: "the subjects", found: subjects.count, expected: data.rows)
    }
    let rows = rows ?? Array(0..<data.rows)
    let codes = data.occurringCauses
    guard !codes.isEmpty else { throw .noEvents(cause: 1) }
    let counts = RiskCounts(data, rows: rows)
    let walk = InfluenceWalk(data, counts, rows: rows, subjects: subjects, causes: codes)
    times = counts.times
    atRisk = counts.atRisk
    eventFree = walk.eventFree
    eventFreeErrors = walk.eventFreeErrors
    causes = codes.indices.map { Cause(cause: codes[$0], incidence: walk.incidence[$0], errors: walk.errors[$0]) }
  }
}

/// The estimates and the derivatives of each with respect to each subject's weight, carried from time to time.
private struct InfluenceWalk {
  var eventFree: [Double] = []
  var eventFreeErrors: [Double] = []
  var incidence: [[Double]]
  var errors: [[Double]]

  init(_ data: EventTimes, _ counts: RiskCounts, rows: [Int], subjects: [Int32]?, causes: [UInt8]) {
    incidence = Array(repeating: [], count: causes.count)
    errors = incidence
    let own = Self.numbered(rows, subjects)
    let n = (own.max() ?? -1) + 1
    var survival = 1.0
    var total = [Double](repeating: 0, count: causes.count)
    var survivalInfluence = [Double](repeating: 0, count: n)
    var influence = [[Double]](repeating: survivalInfluence, count: causes.count)
    let position = Dictionary(zip(rows, rows.indices), uniquingKeysWith: { first, _ in first })
    for (k, t) in counts.times.enumerated() {
      if counts.events[k] > 0 {
        let risk = Double(counts.atRisk[k])
        let hazards = causes.map { cause in
          Double(counts.dying[k].count { data.causes[$0] == cause }) / risk
        }
        let hazard: Double = Double(counts.events[k]) / risk
        for c in causes.indices {
          total[c] += survival * hazards[c]
          for s in 0..<n { influence[c][s] += survivalInfluence[s] * hazards[c] }
        }
        for s in 0..<n { survivalInfluence[s] *= 1 - hazard }
        for (at, row) in rows.enumerated() where data.stops[row] >= t && (data.starts?[row] ?? -.infinity) < t {
          for c in causes.indices { influence[c][own[at]] -= survival * hazards[c] / risk }
          survivalInfluence[own[at]] += survival * hazard / risk
        }
        for row in counts.dying[k] {
          guard let at = position[row], let c = causes.firstIndex(of: data.causes[row]) else { continue }
          influence[c][own[at]] += survival / risk
          survivalInfluence[own[at]] -= survival / risk
        }
        survival *= 1 - hazard
      }
      eventFree.append(survival)
      eventFreeErrors.append(Self.norm(survivalInfluence))
      for c in causes.indices {
        incidence[c].append(total[c])
        errors[c].append(Self.norm(influence[c]))
      }
    }
  }

  /// Subjects numbered from 0 in order of occurrence; rows are subjects where none are given.
  private static func numbered(_ rows: [Int], _ subjects: [Int32]?) -> [Int] {
    guard let subjects else { return Array(rows.indices) }
    var numbers: [Int32: Int] = [:]
    return rows.map { row in
      if let known = numbers[subjects[row]] { return known }
      let next = numbers.count
      numbers[subjects[row]] = next
      return next
    }
  }

  private static func norm(_ values: [Double]) -> Double {
    values.reduce(0.0) { $0 + $1 * $1 }.squareRoot()
  }
}
