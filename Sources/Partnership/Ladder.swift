import Evidence
import StateSystem

/// The result on one rung: the findings it rests on, the status, and the sentence that says why.
public struct RungResult: Hashable, Sendable, Codable {
  public let rung: Rung
  public let status: RungStatus
  /// The finding whose rate is drawn; it may be not covered.
  public let rate: Finding
  /// Further findings on the rung.
  public let supporting: [Finding]
  /// The rule that gave the status, in words with the figures.
  public let reading: String
  /// What the rate is read against: the middle of the comparison class, one half, or the base rate of joining.
  public let comparison: Double?
  /// The coordination test on a rung of votes, where the ideal points are fitted: it then decides the status.
  public let coordination: Finding?

  public init(
    _ rung: Rung, status: RungStatus, rate: Finding, supporting: [Finding], reading: String, comparison: Double? = nil,
    coordination: Finding? = nil
  ) {
    self.comparison = comparison
    self.coordination = coordination
    self.rung = rung
    self.status = status
    self.rate = rate
    self.supporting = supporting
    self.reading = reading
  }
}

extension RungResult {
  /// The status in words: against the comparison class, or against what the ideal points predict.
  public var statusWords: String {
    guard coordination != nil else { return status.words }
    return switch status {
    case .holds: "holds: more than their ideal points predict"
    case .indistinct: "no more than their ideal points predict"
    case .below: "less than their ideal points predict"
    case .undecided, .noData: status.words
    }
  }
}

/// The cost ladder of a triad.
public struct Ladder: Hashable, Sendable, Codable {
  public let rungs: [RungResult]

  /// The rules by which a status is given, with the day they were fixed.
  public struct Thresholds: Hashable, Sendable, Codable {
    /// A vote rung holds when the whole interval of the percentile lies above this share of the class.
    public var percentile = 0.5
    /// Fewest roll calls or cases for a status other than undecided.
    public var fewestRollCalls = 10
    public var fewestCases = 3
    public var declaredAt = "2026-11-23"

    public init() {}
  }
}

extension Ladder {
  /// The state whose government flags important votes: the United States.
  public static let flagging: StateID = 2

  /// How much is asked for.
  package enum Detail: Sendable {
    case full
    /// No supporting figures that do not bear on a status.
    case statuses
    /// The rates alone: of coordination neither place nor history, so that a status may differ from the one printed.
    case rates
  }

  /// Climbs the ladder with the measures at hand.
  ///
  /// Rungs 1-3 take the coordination test: agreement beyond what the two states' ideal points predict. Without fitted ideal points they take
  /// observed agreement and its place among all dyads on the same roll calls, and say so: like-minded states agree without acting together.
  ///
  /// - Parameter detail: what is left out, for many ladders at once.
  package init(
    _ requests: Requests, _ evaluator: any Evaluator, thresholds: Thresholds = Thresholds(), detail: Detail = .full
  ) {
    let a = requests.question.a
    let b = requests.question.b
    func votes(_ set: Requests.RollCallSet) -> Finding {
      evaluator.finding(for: requests.agreement(a, b, over: .window, set: set))
    }
    func beside(_ findings: @autoclosure () -> [Finding]) -> [Finding] { detail == .full ? findings() : [] }
    func rank(_ set: Requests.RollCallSet) -> Finding { evaluator.finding(for: requests.thirdRank(set: set)) }
    func matched(_ set: Requests.RollCallSet) -> Finding {
      evaluator.finding(for: requests.matchedAgreement(set: set))
    }
    func test(_ set: Requests.RollCallSet) -> Finding {
      evaluator.finding(for: requests.coordination(set: set, detail: detail))
    }
    func further(_ set: Requests.RollCallSet) -> [Finding] {
      let plane = evaluator.finding(for: requests.coordination(set: set, dimensions: 2))
      let rank = set == .flagged ? nil : evaluator.finding(for: requests.coordinationRank(set: set))
      return [plane, rank].compactMap { $0?.result.reason?.kind == .notInstalled ? nil : $0 }
    }
    let isFlagging = requests.question.thirdFlagsVotes
    let high: Requests.RollCallSet = isFlagging ? .flagged : .alone
    rungs = [
      .votes(
        .uncontested, votes(.unopposed), test(.unopposed), supporting: beside(further(.unopposed)), thresholds),
      .votes(
        .opposed, votes(.opposed), test(.opposed),
        supporting: beside(further(.opposed) + [rank(.opposed), matched(.opposed)]), thresholds),
      // The list of important votes is the US State Department's; it speaks for no other third power.
      .votes(
        .flagged, votes(high), test(high),
        supporting: beside(further(high) + [votes(isFlagging ? .alone : .flagged), matched(high)]), thresholds
      ),
      .economic(
        joined: evaluator.finding(for: requests.sanctionsJoined),
        exchange: evaluator.finding(for: requests.sanctionsExchange),
        arms: beside([evaluator.finding(for: requests.sanctionsArms)]), thresholds),
      .joining(
        .coerced, evaluator.finding(for: requests.disputesJoined()),
        supporting: beside([evaluator.finding(for: requests.disputesJoined(source: "gml"))]), thresholds),
      .joining(.war, evaluator.finding(for: requests.warsJoined), supporting: [], thresholds),
    ]
  }
}

extension RungResult {
  /// A rung of votes: coordination against zero, or, without fitted ideal points, agreement against the middle of the class.
  static func votes(
    _ rung: Rung, _ rate: Finding, _ test: Finding, supporting: [Finding], _ thresholds: Ladder.Thresholds
  ) -> RungResult {
    if let estimate = test.estimate, let interval = estimate.interval, let observed = rate.value {
      return coordinated(rung, rate, test, estimate, interval, observed, supporting, thresholds)
    }
    return agreeing(rung, rate, supporting: supporting, thresholds)
  }

  private static func coordinated(
    _ rung: Rung, _ rate: Finding, _ test: Finding, _ estimate: Estimate, _ interval: Interval, _ observed: Double,
    _ supporting: [Finding], _ thresholds: Ladder.Thresholds
  ) -> RungResult {
    let n = estimate.n ?? 0
    let isTold = n >= thresholds.fewestRollCalls
    let place = test.percentiles.first
    let status: RungStatus =
      !isTold
      ? .undecided
      : interval.low > 0 && (place?.low ?? 1) > thresholds.percentile
        ? .holds : interval.high < 0 ? .below : .indistinct
    func points(_ value: Double) -> String {
      let tenths = Int((value.magnitude * 1000).rounded())
      return (tenths == 0 ? "" : value < 0 ? "−" : "+") + "\(tenths / 10).\(tenths % 10)"
    }
    let words =
      switch status {
      case .undecided: "contested roll calls: \(n); a status needs \(thresholds.fewestRollCalls)"
      case .holds: "they vote alike more often than their ideal points predict, and more so than most dyads"
      case .below: "they vote alike less often than their ideal points predict"
      default:
        interval.low > 0
          ? "they vote alike more often than their ideal points predict, but no more so than most dyads"
          : "like-mindedness is enough to explain how often they vote alike"
      }
    return RungResult(
      rung, status: status, rate: rate, supporting: [test] + supporting,
      reading:
        "coordination \(points(estimate.value)) points (\(points(interval.low)) to \(points(interval.high))): \(words)",
      comparison: observed - estimate.value, coordination: test)
  }

  /// Observed agreement: the interval of the percentile against the middle of the class.
  private static func agreeing(
    _ rung: Rung, _ rate: Finding, supporting: [Finding], _ thresholds: Ladder.Thresholds
  ) -> RungResult {
    guard let estimate = rate.estimate else {
      return RungResult(
        rung, status: .noData, rate: rate, supporting: supporting, reading: rate.result.reason?.detail ?? "no data")
    }
    let n = estimate.n ?? 0
    guard n >= thresholds.fewestRollCalls, let place = rate.percentiles.first else {
      return RungResult(
        rung, status: .undecided, rate: rate, supporting: supporting,
        reading: "roll calls: \(n); a status needs \(thresholds.fewestRollCalls) and a comparison class")
    }
    let status: RungStatus =
      place.low > thresholds.percentile ? .holds : place.high < thresholds.percentile ? .below : .indistinct
    let words =
      switch status {
      case .holds: "the whole interval of the percentile lies above the middle of the class"
      case .below: "the whole interval of the percentile lies below the middle of the class"
      default: "the interval of the percentile includes the middle of the class"
      }
    return RungResult(
      rung, status: status, rate: rate, supporting: supporting, reading: words, comparison: rate.distribution?.median)
  }

  /// The rung of economic pressure: exchange must hold up and the partner must stay out.
  static func economic(joined: Finding, exchange: Finding, arms: [Finding], _ thresholds: Ladder.Thresholds)
    -> RungResult
  {
    let joinedThird = joined.items.filter { $0.tags.contains("joined-third") }
    guard let estimate = exchange.estimate, let n = estimate.n else {
      let reason = exchange.result.reason?.detail ?? joined.result.reason?.detail ?? "no data"
      return RungResult(.economic, status: .noData, rate: exchange, supporting: [joined] + arms, reading: reason)
    }
    guard n >= thresholds.fewestCases else {
      return RungResult(
        .economic, status: .undecided, rate: exchange, supporting: [joined] + arms,
        reading: "sanction cases with trade figures: \(n); a status needs \(thresholds.fewestCases)")
    }
    if !joinedThird.isEmpty {
      return RungResult(
        .economic, status: .below, rate: exchange, supporting: [joined] + arms,
        reading:
          "the other partner joined the third power's sanctions in \(joinedThird.count) of \(joined.items.count) cases",
        comparison: 0.5)
    }
    // By construction half of the target's other partners do at least as well as the median.
    let half = 0.5
    let status: RungStatus =
      (estimate.interval?.low ?? 0) > half ? .holds : (estimate.interval?.high ?? 1) < half ? .below : .indistinct
    return RungResult(
      .economic, status: status, rate: exchange, supporting: [joined] + arms,
      reading: "the interval of the share is read against one half, the share among the target's other partners",
      comparison: half)
  }

  /// The rungs of disputes and wars: the rate of joining against the base rate of any state.
  static func joining(_ rung: Rung, _ rate: Finding, supporting: [Finding], _ thresholds: Ladder.Thresholds)
    -> RungResult
  {
    guard let estimate = rate.estimate, let n = estimate.n, let interval = estimate.interval else {
      return RungResult(
        rung, status: .noData, rate: rate, supporting: supporting, reading: rate.result.reason?.detail ?? "no data")
    }
    guard n >= thresholds.fewestCases else {
      return RungResult(
        rung, status: .undecided, rate: rate, supporting: supporting,
        reading: "cases: \(n); a status needs \(thresholds.fewestCases)")
    }
    let base = rate.benchmarks.first?.value ?? 0
    // Base rates of joining on the partner's side: any state first, then states that owed defense.
    let pact = rate.benchmarks.first { $0.label.hasPrefix("states that owed defense") }?.value
    let status: RungStatus =
      interval.low > base ? .holds : pact.map { interval.high < $0 } == true ? .below : .indistinct
    return RungResult(
      rung, status: status, rate: rate, supporting: supporting,
      reading:
        "the interval of the rate is read against the rate at which any state joins and the rate among states that owe defense",
      comparison: base)
  }
}

extension RungResult {
  /// Whether the rung fails whatever its rate: the other partner joined the third power's sanctions.
  var isBroken: Bool {
    rung == .economic && supporting.contains { $0.items.contains { $0.tags.contains("joined-third") } }
  }
}

extension Distribution {
  /// The middle of the class, within the bin in which it falls; `nil` for an empty class.
  public var median: Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let half = Double(total) / 2
    let width: Double = (high - low) / Double(counts.count)
    var below = 0.0
    for (bin, count) in counts.enumerated() where count > 0 {
      if below + Double(count) >= half { return low + width * (Double(bin) + (half - below) / Double(count)) }
      below += Double(count)
    }
    return high
  }
}
