import Evidence
import Record
import StateSystem

/// The level of the relationship of two states in a year, as Entente fitted it.
///
/// Formula: posterior mean of the state-space model of `entente fit relationships`; the interval is the 90 % posterior interval with the parameters of the
/// fit taken as known. With `given=all` every year of the record informs it, with `given=past` the year itself and those before.
/// Range and direction: about −4...4, higher is closer; 0 is a pair of which nothing is known. Missing: not covered outside the years of the fit
/// and in years in which one of the two was no member of the state system. Errors: `ArgumentError`.
/// Complexity: O(log n), and O(n) for the comparison class. Source: docs/methods/relationship.md.
/// Not for: causes; nor for a year in which nothing of the pair was observed, where it is carried from other years (the note says so).
enum RelationshipLevel {
  private static let reach = 1.6448536269514722

  static let definition = MeasureDefinition(
    "relationship.level", panel: .conduct, unit: .coefficient,
    summary: "Level of the relationship of two states in a year, read off what they did.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("year", "calendar year"),
      .init("given", "all|past", default: "all"),
    ],
    example: "relationship.level a=CHN b=RUS year=1963"
  ) { record, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let year = try arguments.year()
    let isFiltered = try arguments.choice("given", ["all", "past"]) == "past"
    return arguments.finding(.conduct, .coefficient) { () throws(NotCovered) in
      guard let sourced = record.relationships else {
        throw NotCovered(
          .notInstalled, "relationships is not in the archive; `entente fit relationships` makes it")
      }
      let table = sourced.table
      let row = try sourced.row(of: a, b, in: year)
      func mean(_ row: Int) -> Double { isFiltered ? table.filteredMean(row) : table.mean(row) }
      let deviation = isFiltered ? table.filteredDeviation(row) : table.deviation(row)
      let (low, high) = (mean(row) - reach * deviation, mean(row) + reach * deviation)
      let others = table.years.indices.filter { Int(table.years[$0]) == year.value }.map(mean)
      let earlier = table.rows(of: a.id.cow, b.id.cow).filter { Int(table.years[$0]) < year.value }.map(mean)
      let observed = table.observedNames(row)
      return Answer(
        estimate: Estimate(
          mean(row), interval: Interval(low, high, level: 0.9), n: observed.count,
          method: "posterior mean and 90 % interval given \(isFiltered ? "this year and those before" : "all years"), "
            + "\(sourced.vintage.version), parameters of the fit taken as known; n counts the indicators observed in the year",
          sources: [sourced.source("first=\(min(a.id, b.id)) second=\(max(a.id, b.id)) year=\(year)", count: 1)]),
        classes: [
          ComparisonClass("all dyads in \(year)", others),
          .history("the pair's own earlier years", earlier: earlier, present: mean(row)),
        ],
        notes: notes(table, observed))
    }
  }

  private static func notes(_ table: RelationshipLevels, _ observed: [String]) -> [String] {
    let seen =
      observed.isEmpty
      ? "nothing of the pair was observed in the year; the level is carried from other years"
      : "observed in the year: \(observed.joined(separator: ", "))"
    guard table.dynamics.count == 4, table.dynamics[3] == 0 else { return [seen] }
    return [seen, "the parameters of the fit had not settled when it ended"]
  }

  static let all = [definition]
}

extension Sourced<RelationshipLevels> {
  fileprivate func row(of a: State, _ b: State, in year: Year) throws(NotCovered) -> Int {
    if let reason = reasonNotCovered(year.value) { throw NotCovered(reason) }
    if let row = table.row(of: a.id.cow, b.id.cow, year: year.value) { return row }
    if let reason = Reason.notMember([a, b], in: year) { throw NotCovered(reason) }
    throw NotCovered(.missing, "\(vintage.dataset) has no level of \(a.name) and \(b.name) in \(year)")
  }
}
