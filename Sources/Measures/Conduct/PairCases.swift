import Evidence
import Record
import StateSystem

/// The cases in which a pair of states could hold together against a third power, over contests such as disputes or wars.
enum PairCases {
  /// Fewest cases of a pair in a comparison class; the ladder asks for as many.
  static let fewest = 3

  /// Calls `body` for every pair of `states` that has a case in the contest: one of the two stood against the third power.
  ///
  /// A pair of which both did is one case.
  static func forEach(
    in contest: JoiningBaseRates.Contest, against third: StateID, states: [StateID],
    _ body: (_ pair: Dyad, _ isJoined: Bool) -> Void
  ) {
    guard let against = contest.opponents[third] else { return }
    for state in against.sorted() where state != third {
      for other in states where other != state && other != third {
        let isBoth = against.contains(other)
        if isBoth, other < state { continue }
        if let dyad = Dyad(state, other) { body(dyad, isBoth) }
      }
    }
  }

  /// The rates of all pairs with enough cases, in no order.
  static func rates(_ contests: [JoiningBaseRates.Contest], against third: StateID, states: [StateID]) -> [Double] {
    var counts: [Dyad: (n: Int, joined: Int)] = [:]
    for contest in contests {
      forEach(in: contest, against: third, states: states) { dyad, isJoined in
        counts[dyad, default: (0, 0)].n += 1
        if isJoined { counts[dyad, default: (0, 0)].joined += 1 }
      }
    }
    return counts.values.filter { $0.n >= fewest }.map { Double($0.joined) / Double($0.n) }
  }
}

extension PreparedRecord {
  /// The rates of all pairs of members in the last year against a third power, as a comparison class.
  func pairClass(
    _ contests: [JoiningBaseRates.Contest], dataset: String, years: ClosedRange<Int>, against third: StateID
  ) -> ComparisonClass {
    let key = ThirdYears(dataset: dataset, years: years, third: third)
    let values = pairClasses.value(for: key) {
      PairCases.rates(
        contests, against: third,
        states: State.all.filter { $0.isMember(in: Year(years.upperBound)) }.map(\.id))
    }
    return ComparisonClass(
      "all pairs of members in \(years.upperBound) with at least \(PairCases.fewest) cases against the same third power",
      values)
  }
}

/// A dataset, a range of years and a third power, as a key.
struct ThirdYears: Hashable, Sendable {
  let dataset: String
  let years: ClosedRange<Int>
  let third: StateID
}

extension ClosedRange<Int> {
  /// Ranges of the same length that end before this one and lie within `covered`, from the earliest.
  func earlier(within covered: ClosedRange<Int>) -> [ClosedRange<Int>] {
    let last = lowerBound - count
    guard last >= covered.lowerBound else { return [] }
    return (covered.lowerBound...last).map { $0...($0 + count - 1) }
  }
}
