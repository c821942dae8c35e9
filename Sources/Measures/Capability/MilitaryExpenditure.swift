import Evidence
import Record
import StateSystem

/// The military expenditure of a state in a year.
///
/// Formula: as published, in million current US dollars from 1914; `as=share`: over the sum of all states with a figure.
/// Range: 0 and up; share 0...1. Missing: not covered. Before 1914 the source counts in pounds: only the share is given.
/// Errors: `ArgumentError` for an unknown state. Complexity: O(states); with history of shares O(states × years).
/// Source: Singer, Bremer and Stuckey (1972); Singer (1987), doi:10.1080/03050628808434695.
/// Not for: comparison over years in current dollars without a deflator.
enum MilitaryExpenditure {
  /// The first year in which the source counts in US dollars.
  static let firstDollarYear = 1914

  static let definition = MeasureDefinition(
    indexed: "capability.milex", panel: .exchange, unit: .currentUSDMillion,
    summary: "Military expenditure of a state, or its share of the system's.",
    arguments: [.init("of", "a state"), .init("year", "calendar year"), StateYearFigure.asArgument],
    example: "capability.milex of=USA year=2001 as=share"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    let isShare = try arguments.choice("as", ["value", "share"]) == "share"
    return arguments.finding(.exchange, isShare ? .share : .currentUSDMillion) { () throws(NotCovered) in
      guard let sourced = prepared.record.capabilities, let index = prepared.capabilities else {
        throw NotCovered(.notInstalled("cow-nmc"))
      }
      guard isShare || year.value >= firstDollarYear else {
        throw NotCovered(
          .undefined, "before \(firstDollarYear) the source counts in current pounds; ask for the share with as=share")
      }
      let table = sourced.table
      let figure = StateYearFigure(
        sourced, index, words: isShare ? "military expenditure" : "military expenditure, million current US dollars",
        column: "milex",
        memo: prepared.yearColumns
      ) { isShare || Int(table.years[$0]) >= firstDollarYear ? table.militaryExpenditure[$0] / 1000 : .nan }
      return try figure.answer(state, year, asShare: isShare)
    }
  }
}
