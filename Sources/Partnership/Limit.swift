/// Where the partnership stops: the lowest rung at which holding together is no better than for the comparison class and no higher rung
/// contradicts it.
public struct Limit: Hashable, Sendable, Codable {
  public enum Outcome: String, Hashable, Sendable, Codable {
    /// The limit is at `rung`.
    case at
    /// Every rung with evidence holds; the limit lies above `rung`, the highest of them.
    case above
    /// No rung has evidence.
    case unknown
    /// A rung fails but a higher one holds: the ladder does not order this pair.
    case contradicted
  }

  public let outcome: Outcome
  public let rung: Rung?
  /// Rungs without evidence, printed with the result.
  public let withoutData: [Rung]

  public init(outcome: Outcome, rung: Rung?, withoutData: [Rung]) {
    self.outcome = outcome
    self.rung = rung
    self.withoutData = withoutData
  }

  /// Reads the limit off a ladder.
  public init(_ ladder: Ladder) {
    let told = ladder.rungs.filter(\.status.isTold)
    let missing = ladder.rungs.filter { !$0.status.isTold }.map(\.rung)
    let (outcome, rung) = Self.place(told.map { ($0.rung, $0.status == .holds) })
    self.init(outcome: outcome, rung: rung, withoutData: missing)
  }

  /// The limit, given which of the rungs with evidence hold.
  ///
  /// A failing rung below a holding one is contradicted by it; the limit is the lowest failing rung above every holding one.
  package static func place(_ told: [(rung: Rung, holds: Bool)]) -> (outcome: Outcome, rung: Rung?) {
    let failing = told.filter { !$0.holds }.map(\.rung)
    let highest = told.filter(\.holds).map(\.rung).max()
    guard let lowest = failing.min() else {
      return highest.map { (.above, $0) } ?? (.unknown, nil)
    }
    guard let highest else { return (.at, lowest) }
    return failing.filter { $0 > highest }.min().map { (.at, $0) } ?? (.contradicted, lowest)
  }
}

extension RungStatus {
  /// Whether the evidence is enough for a verdict.
  public var isTold: Bool {
    switch self {
    case .holds, .indistinct, .below: true
    case .undecided, .noData: false
    }
  }
}
