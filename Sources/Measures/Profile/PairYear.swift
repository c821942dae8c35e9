import StateSystem

/// What the record says of every pair of states at the end of a year, from rows of that year and earlier years alone.
///
/// Matrices are by position in `states`, row by row; NaN is not covered. The one exception to "no later rows" is in `positions` and
/// `coordination`, which come from a fit of all sessions; each says so, and `positionsThen` and `coordinationThen` stand beside them.
package struct PairYear: Sendable {
  package let year: Int
  /// Members of the system in the year, ascending.
  package let states: [StateID]
  private let slots: [Int16]

  /// Bits of `ObligationKinds`, from obligor to beneficiary; empty where obligations are not covered.
  package internal(set) var owed: [UInt8] = []
  /// Similarity of alliance portfolios, Signorino and Ritter's S.
  package internal(set) var similarity: [Float] = []
  /// Recorded trade, million current dollars.
  package internal(set) var trade: [Float] = []
  /// Recorded trade of each state with all others.
  package internal(set) var tradeTotals: [Float] = []
  /// Disputes in which both stood on one side, and on opposite sides, in the fifteen years to the year; empty where not covered.
  package internal(set) var beside: [UInt16] = []
  package internal(set) var against: [UInt16] = []
  /// Whether they were strategic rivals; empty where not covered.
  package internal(set) var rivals: [Bool] = []
  /// Share of identical votes over five years.
  package internal(set) var agreement: [Float] = []
  /// Ideal points in the session that opened in the year, smoothed over all sessions: they look ahead.
  package internal(set) var positions: [Float] = []
  /// Place of the pair among all dyads by coordination over five years; predictions come from a fit of all sessions: they look ahead.
  package internal(set) var coordination: [Float] = []
  /// Positions and coordination as they were known at the end of the year; empty without filtered fits.
  var positionsThen: [Float] = []
  var coordinationThen: [Float] = []
  /// Composite index of national capability.
  package internal(set) var capability: [Float] = []
  /// Whether they are direct neighbours by land or across at most 24 miles of water; empty where not covered.
  package internal(set) var neighbours: [Bool] = []

  init(year: Int) {
    self.year = year
    let members = State.members(in: Year(year)).map(\.id).sorted()
    var slots = [Int16](repeating: -1, count: 1_000)
    for (slot, state) in members.enumerated() { slots[Int(state.cow)] = Int16(truncatingIfNeeded: slot) }
    states = members
    self.slots = slots
  }

  package var count: Int { states.count }

  /// Position of a state; `nil` if it is no member in the year.
  package func slot(of state: StateID) -> Int? { slot(cow: state.cow) }

  func slot(cow: UInt16) -> Int? {
    let slot = slots[Int(cow) < slots.count ? Int(cow) : 0]
    return slot >= 0 ? Int(slot) : nil
  }

  /// Years of votes read back from the end of the year.
  package static let voteYears = 5
  /// Years of disputes read back.
  package static let conductYears = 15
  /// Fewest common roll calls of a pair.
  package static let fewestCommon = 20

  /// Trade of a state with a partner over all its recorded trade; NaN where it is not covered.
  package func tradeShare(of state: Int, with partner: Int) -> Float {
    guard !trade.isEmpty, tradeTotals[state] > 0 else { return .nan }
    return trade[state * count + partner] / tradeTotals[state]
  }

  /// What is added to both shares, so that trade too small to be recorded counts as one ten-thousandth.
  package static let leastShare: Float = 0.0001

  /// Logarithm of a state's trade with the third power over its trade with the partner, each as a share of all its trade.
  package func pressure(on state: Int, from third: Int, partner: Int) -> Float {
    let above = tradeShare(of: state, with: third) + Self.leastShare
    let below = tradeShare(of: state, with: partner) + Self.leastShare
    return Float(logarithmOf(Double(above / below)))
  }
}
