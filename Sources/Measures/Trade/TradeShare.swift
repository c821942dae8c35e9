import Evidence
import Record
import StateSystem

/// The share of a partner in a state's trade in a year.
///
/// Formula: total trade of the two over the sum of the recorded flows of the state with all partners. Range: 0...1; higher is more
/// dependent on the partner. The share of a in b's trade and of b in a's differ; the difference is the asymmetry of the pair.
/// Missing: not covered where `trade.total` is not; missing flows of the state with others are left out of the sum and counted in a note.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(dyads of the year) once a year.
/// Source: Barbieri (1996), doi:10.1177/0022343396033001003 (trade share).
/// Not for: dependence in the sense of what it would cost to do without; that needs elasticities.
enum TradeShare {
  static let definition = MeasureDefinition(
    indexed: "trade.share", panel: .exchange, unit: .share,
    summary: "Share of a partner in a state's trade in a year.",
    arguments: [
      .init("of", "the partner"), .init("for", "the state whose trade is shared out"), .init("year", "calendar year"),
    ],
    example: "trade.share of=RUS for=CHN year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (partner, state) = try arguments.pair("of", "for")
    let year = try arguments.year()
    return arguments.finding(.exchange, .share) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let total = try index.total(state, partner, year.value)
      let sums = try index.sums(of: state, year.value)
      guard sums.total > 0 else { throw NotCovered(.undefined, "\(state.name) has no recorded trade in \(year)") }
      let value = total / sums.total
      let (dyad, _) = try index.covered(state, partner, year.value)
      let earlier = index.series(dyad).filter { $0.year < year.value && !$0.total.isNaN }.compactMap { trade in
        index.sums.sums(of: state.id, in: trade.year).flatMap { $0.total > 0 ? trade.total / $0.total : nil }
      }
      var notes = index.sourced.caveats([state.id, partner.id], year.value...year.value)
      if sums.missing > 0 {
        notes.append("\(sums.missing) missing flows of \(state.sentenceName(in: year)) are left out")
      }
      return Answer(
        estimate: Estimate(
          value, n: Int(sums.dyads),
          method:
            "\(TradeWords.amount(total)) over \(TradeWords.amount(sums.total)): sums of both importers' records, million current US dollars; n is the number of partners",
          sources: [index.source(allOf: state.id, year.value, count: Int(sums.dyads))]),
        classes: [
          ComparisonClass("all states' shares in another state's trade in \(year)", index.year(year.value).shares),
          .history("the partner's own earlier shares", earlier: earlier, present: value),
        ],
        notes: notes)
    }
  }
}
