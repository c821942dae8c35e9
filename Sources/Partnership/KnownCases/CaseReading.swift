import Evidence
import StateSystem
import Treaties

/// The limit of one known case, computed over its own period, beside what history says.
///
/// The window is the calendar years that the period touches, first and last inside, and the day is 31 December of the last of them: votes, disputes,
/// sanctions and wars are all read over those years. The rule looks at nothing but the period.
public struct CaseReading: Hashable, Sendable, Codable, Identifiable {
  /// What the comparison says.
  public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case hit, miss, undecided
  }

  /// One rung of the case.
  public struct Step: Hashable, Sendable, Codable {
    public let rung: Rung
    public let status: RungStatus
    /// Share held together, and out of how many; `nil` where there is no figure.
    public let rate: Double?
    public let n: Int?
    /// Whether history has them hold here; `nil` where it says nothing.
    public let expected: Bool?
    /// Why there is no figure.
    public let absence: String?

    /// Whether the rung is decided and agrees with history; `nil` where either says nothing.
    public var agrees: Bool? {
      guard status.isTold, let expected else { return nil }
      return (status == .holds) == expected
    }
  }

  public let id: String
  public let partners: [StateID]
  public let third: StateID
  public let firstYear: Int
  public let lastYear: Int
  public let asOf: Day
  public let expected: KnownCase.Expectation
  public let outcome: Limit.Outcome
  public let limit: Rung?
  public let distribution: LimitDistribution?
  public let steps: [Step]
  public let verdict: Verdict
  /// Why it is a hit, a miss, or undecided.
  public let reason: String

  /// The question a case is asked as; `nil` for a period without both ends.
  public static func question(_ known: KnownCase) -> Question? {
    guard let first = known.period.earliest?.year.value, let last = known.period.latest?.year.value,
      let asOf = Day(last, 12, 31), known.partners.count == 2
    else { return nil }
    return try? Question(
      known.partners[0], known.partners[1], third: known.third, asOf: asOf, windowYears: last - first + 1,
      seriesYears: last - first + 1)
  }

  /// - Returns: `nil` for a case without a question.
  /// - Complexity: one ladder.
  public init?(_ known: KnownCase, evaluator: any Evaluator, thresholds: Ladder.Thresholds = Ladder.Thresholds()) {
    guard let question = Self.question(known) else { return nil }
    let ladder = Ladder(Requests(question), evaluator, thresholds: thresholds)
    self.init(known, question, ladder)
  }

  init(_ known: KnownCase, _ question: Question, _ ladder: Ladder) {
    let limit = Limit(ladder)
    id = known.id
    partners = question.partners
    third = question.third
    firstYear = question.seriesRange.lowerBound
    lastYear = question.seriesRange.upperBound
    asOf = question.asOf
    expected = known.expected
    outcome = limit.outcome
    self.limit = limit.rung
    distribution = LimitDistribution(ladder)
    steps = zip(KnownCase.Step.allCases, ladder.rungs).map { step, result in
      Step(
        rung: result.rung, status: result.status, rate: result.rate.value, n: result.rate.estimate?.n,
        expected: known.expected.holds(at: step),
        absence: result.status.isTold ? nil : result.reading)
    }
    (verdict, reason) = CaseJudgement.judge(known.expected, limit, steps)
  }

  /// Share of the draws in which history allows the limit; `nil` when no rung has evidence.
  public var shareAdmitted: Double? {
    distribution.map { spread in
      spread.rungs.reduce(expected.admits(limit: nil) ? spread.above : 0) { sum, share in
        sum + (expected.admits(limit: share.rung.step) ? share.isLimit : 0)
      }
    }
  }
}

/// When a limit found is a hit, a miss, or decides nothing.
enum CaseJudgement {
  /// A limit at a rung is held against `KnownCase.Expectation.admits(limit:)`. Where every rung with evidence holds, a pair that history has
  /// parted is a miss only if there is evidence at the step at which it did, or above; otherwise nothing is decided. A ladder that
  /// does not order the pair is a miss.
  static func judge(
    _ expected: KnownCase.Expectation, _ limit: Limit, _ steps: [CaseReading.Step]
  ) -> (CaseReading.Verdict, String) {
    switch limit.outcome {
    case .unknown:
      return (.undecided, "no rung has enough evidence")
    case .contradicted:
      return (.miss, "a rung fails below one that holds, so the ladder does not order the pair")
    case .at:
      guard let rung = limit.rung else { return (.undecided, "no rung has enough evidence") }
      if expected.admits(limit: rung.step) {
        return (.hit, "the limit lies where history allows it")
      }
      if let holdsTo = expected.holdsTo, rung.step <= holdsTo {
        return (
          .miss,
          "history has them hold at \(rung.name)" + (rung.step == holdsTo ? "" : ", and up to \(holdsTo.rawValue)")
        )
      }
      return (.miss, "history has them part at \(expected.failsAt?.rawValue ?? "a lower rung"), below \(rung.name)")
    case .above:
      guard let rung = limit.rung else { return (.undecided, "no rung has enough evidence") }
      guard let failsAt = expected.failsAt else {
        let reaches = expected.holdsTo.map { rung.step >= $0 } ?? true
        return (
          .hit,
          reaches
            ? "they hold on every rung with evidence"
            : "they hold on every rung with evidence, none of it as high as \(expected.holdsTo?.rawValue ?? "")"
        )
      }
      return steps.contains { $0.status.isTold && $0.rung >= Rung(failsAt) }
        ? (.miss, "they hold at \(rung.name), and history has them part at \(failsAt.rawValue)")
        : (.undecided, "they hold as far as there is evidence, and none reaches \(failsAt.rawValue)")
    }
  }
}

extension Rung {
  /// The step of a known case that names the rung.
  public var step: KnownCase.Step {
    switch self {
    case .uncontested: .uncontested
    case .opposed: .opposed
    case .flagged: .flagged
    case .economic: .economic
    case .coerced: .coerced
    case .war: .war
    }
  }
}
