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
    let told = ladder.rungs.filter { [.holds, .indistinct, .below].contains($0.status) }
    let missing = ladder.rungs.filter { !told.contains($0) }.map(\.rung)
    let failing = told.filter { $0.status != .holds }
    let holding = told.filter { $0.status == .holds }
    if told.isEmpty {
      self.init(outcome: .unknown, rung: nil, withoutData: missing)
    } else if let lowest = failing.map(\.rung).min() {
      let contradicted = holding.contains { $0.rung > lowest }
      // A failing rung below a holding one is contradicted by it; the limit is the lowest failing rung above every holding one.
      let above = failing.map(\.rung).filter { rung in holding.allSatisfy { $0.rung < rung } }.min()
      if let above {
        self.init(outcome: .at, rung: above, withoutData: missing)
      } else {
        self.init(outcome: contradicted ? .contradicted : .at, rung: lowest, withoutData: missing)
      }
    } else {
      self.init(outcome: .above, rung: holding.map(\.rung).max(), withoutData: missing)
    }
  }
}
