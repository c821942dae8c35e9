import Evidence
import Record
import StateSystem

/// The gross domestic product of a state in a year.
///
/// Formula: as published, million constant 2011 US dollars; `as=share`: over the sum of all states with a figure.
/// Range: 0 and up; share 0...1. Missing: not covered.
/// Errors: `ArgumentError` for an unknown state. Complexity: O(states); with history of shares O(states × years).
/// Source: Anders, Fariss and Markowitz (2020), doi:10.1093/isq/sqaa013.
/// Not for: a quotient with trade in current dollars without a deflator.
enum GrossDomesticProduct {
  static let definition = MeasureDefinition(
    indexed: "capability.gdp", panel: .exchange, unit: .constantUSDMillion,
    summary: "Gross domestic product of a state, or its share of the system's.",
    arguments: [.init("of", "a state"), .init("year", "calendar year"), StateYearFigure.asArgument],
    example: "capability.gdp of=CHN year=2001 as=share"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    let isShare = try arguments.choice("as", ["value", "share"]) == "share"
    return arguments.finding(.exchange, isShare ? .share : .constantUSDMillion) { () throws(NotCovered) in
      guard let sourced = prepared.record.economies, let index = prepared.economies else {
        throw NotCovered(.notInstalled("sdp-gdp"))
      }
      let column = sourced.table.gdp
      let figure = StateYearFigure(
        sourced, index, words: "gross domestic product, million constant 2011 US dollars", column: "wbgdp2011est",
        memo: prepared.yearColumns
      ) { column[$0] / 1_000_000 }
      return try figure.answer(state, year, asShare: isShare)
    }
  }
}
