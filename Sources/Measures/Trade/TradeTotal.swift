import Evidence
import Record
import StateSystem

/// Trade between two states in a year.
///
/// Formula: imports of a from b on a's records plus imports of b from a on b's records; million current US dollars.
/// Range: 0 and up. Missing: a year outside the dataset, a state outside the system, a dyad without a row or with one side
/// missing is not covered; the recorded side alone is no total (ask `trade.imports`).
/// Errors: `ArgumentError` for an unknown or repeated state.
/// Complexity: O(log rows) after O(rows) once.
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: comparison over years without a deflator, or with totals on one state's own statistics, which can be half as large.
enum TradeTotal {
  static let definition = MeasureDefinition(
    indexed: "trade.total", panel: .exchange, unit: .currentUSDMillion,
    summary: "Trade of two states in a year: the sum of what each recorded as imports from the other.",
    arguments: [.init("a", "a state"), .init("b", "another state"), .init("year", "calendar year")],
    example: "trade.total a=CHN b=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let year = try arguments.year().value
    return arguments.finding(.exchange, .currentUSDMillion) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let value = try index.total(a, b, year)
      let (dyad, trade) = try index.covered(a, b, year)
      let earlier = index.series(dyad).filter { $0.year < year && !$0.total.isNaN }.map(\.total)
      return Answer(
        estimate: Estimate(
          value, n: 2,
          method: "\(TradeWords.flows(a, b, dyad, trade)): \(TradeWords.flows); \(TradeWords.noInterval)",
          sources: [index.source(dyad, "\(year)")]),
        classes: [
          ComparisonClass("all dyads with both flows recorded in \(year)", index.year(year).totals),
          .history("the pair's own earlier years", earlier: earlier, present: value),
        ],
        notes: index.sourced.caveats([a.id, b.id], year...year))
    }
  }
}
