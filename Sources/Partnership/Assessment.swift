import Evidence
import StateSystem
import Treaties

/// The answer to a question: four panels, the ladder with the limit, pledges and tests, hypotheses, claims.
///
/// A pure function of an evaluator (the record, or results computed before), the coded treaties and cases, and the question: no clock, no
/// I/O, no randomness.
public struct Assessment: Hashable, Sendable, Codable {
  public let question: Question
  public let panels: [PanelResult]
  public let ladder: Ladder
  public let limit: Limit
  /// Where the limit falls over draws of each rung's rate; `nil` when no rung has evidence.
  public let limitDistribution: LimitDistribution?
  /// What would move the limit.
  public let limitMovers: [LimitMover]
  public let multiverse: Multiverse
  public let casework: PledgesAndTests
  public let weighing: Weighing
  public let claims: [ClaimResult]

  /// Assesses a triad on a day.
  ///
  /// - Parameters:
  ///   - evaluator: answers measure requests; what it cannot answer appears as not covered.
  ///   - coded: coded treaties, the case files of which the first that fits the triad is used, and cited figures, of which those with
  ///     role `claim` about the states of the triad are put to the test.
  /// - Complexity: about 400 measure requests.
  public init(
    _ question: Question, evaluator: any Evaluator, coded: Casework
  ) {
    let requests = Requests(question)
    let (panels, (ladder, multiverse)) = sideBySide {
      PanelBuilder(requests: requests, evaluator: evaluator).all
    } _: {
      (Ladder(requests, evaluator), Multiverse(requests, evaluator))
    }
    let casework = PledgesAndTests(question, coded: coded)
    self.question = question
    self.panels = panels
    self.ladder = ladder
    limit = Limit(ladder)
    limitDistribution = LimitDistribution(ladder)
    limitMovers = LimitMover.all(ladder)
    self.multiverse = multiverse
    self.casework = casework
    weighing = Weighing(question, panels: panels, casework: casework)
    let states = Set(question.partners + [question.third])
    let relevant = coded.figures.filter { figure in
      Set(figure.states).isSubset(of: states) && (figure.time.earliest.map { $0 < question.asOf } ?? true)
    }
    claims = relevant.filter { $0.role == .claim && !$0.measures.isEmpty }.map { claim in
      ClaimResult(
        claim,
        reported: relevant.filter {
          $0.role == .record && $0.id != claim.id && !Set($0.measures).isDisjoint(with: claim.measures)
        },
        evaluator: evaluator)
    }
  }

  public subscript(panel: Panel) -> PanelResult? { panels.first { $0.panel == panel } }

  /// The finding with a role, from any panel.
  public func finding(_ role: String) -> Finding? {
    panels.lazy.flatMap(\.findings).first { $0.role == role }?.finding
  }

  /// A series by id, from any panel.
  public func series(_ id: String) -> SeriesResult? {
    panels.lazy.compactMap { $0.series(id) }.first
  }

  /// Every finding in the order in which it is printed.
  public var allFindings: [NamedFinding] {
    panels.flatMap(\.findings)
      + ladder.rungs.flatMap { rung in
        [NamedFinding("rung.\(rung.rung.rawValue)", "Rung \(rung.rung.rawValue), \(rung.rung.name)", rung.rate)]
          + rung.supporting.enumerated().map {
            NamedFinding(
              "rung.\(rung.rung.rawValue).\($0.offset + 1)", "Rung \(rung.rung.rawValue), supporting", $0.element)
          }
      }
  }
}
