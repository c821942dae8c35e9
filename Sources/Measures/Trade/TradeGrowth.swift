import Evidence
import Record
import StateSystem

/// Growth of the trade between two states from the year before.
///
/// Formula: total(year) / total(year - 1) - 1, with totals as in `trade.total`. Range: -1 and up; 0.2 is 20 % more.
/// Missing: not covered where one of the totals is not; undefined after a total of 0.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(dyads of two years) once a year.
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: real growth; current dollars include inflation and exchange rates.
enum TradeGrowth {
  static let definition = MeasureDefinition(
    indexed: "trade.growth", panel: .exchange, unit: .growth,
    summary: "Growth of the trade of two states from the year before, in current dollars.",
    arguments: [.init("a", "a state"), .init("b", "another state"), .init("year", "calendar year")],
    example: "trade.growth a=CHN b=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let year = try arguments.year().value
    return arguments.finding(.exchange, .growth) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let now = try index.total(a, b, year)
      let before = try index.total(a, b, year - 1)
      guard before > 0 else {
        throw NotCovered(.undefined, "the recorded trade in \(year - 1) was 0, so there is no rate of growth")
      }
      let value = now / before - 1
      let (dyad, _) = try index.covered(a, b, year)
      let series = index.series(dyad).filter { $0.year < year }
      let earlier = zip(series, series.dropFirst()).compactMap { previous, next -> Double? in
        guard next.year == previous.year + 1, previous.total > 0, !next.total.isNaN else { return nil }
        return next.total / previous.total - 1
      }
      return Answer(
        estimate: Estimate(
          value, n: 2,
          method:
            "\(TradeWords.amount(now)) in \(year) over \(TradeWords.amount(before)) in \(year - 1), less one; sums of both importers' records, current US dollars",
          sources: [index.source(dyad, "\(year - 1)-\(year)", count: 2)]),
        classes: [
          ComparisonClass("all dyads with a total in \(year) and \(year - 1)", index.growth(year)),
          .history("the pair's own earlier years", earlier: earlier, present: value),
        ],
        notes: index.sourced.caveats([a.id, b.id], (year - 1)...year))
    }
  }
}

extension TradeIndex {
  /// Growth of all dyads with totals in the year and the one before; both years are in order of the dyad, so they are merged.
  fileprivate func growth(_ year: Int) -> [Double] {
    var values: [Double] = []
    let before = table.rows(of: Year(year - 1))
    var old = before.lowerBound
    for row in table.rows(of: Year(year)) {
      let key = (table.firsts[row], table.seconds[row])
      while old < before.upperBound, (table.firsts[old], table.seconds[old]) < key { old += 1 }
      guard old < before.upperBound, (table.firsts[old], table.seconds[old]) == key else { continue }
      let growth = DyadTrade(table, row: row).total / DyadTrade(table, row: old).total - 1
      if growth.isFinite { values.append(growth) }
    }
    return values
  }
}
