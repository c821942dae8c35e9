import Evidence
import Record
import StateSystem

/// Gross domestic product times gross domestic product per head: net rather than gross resources.
///
/// Formula: GDP × GDP per head, in billion × thousand constant 2011 US dollars; by default its share in the sum over all states.
/// Range: 0 and up; share 0...1. Missing: not covered where either factor is missing.
/// Errors: `ArgumentError` for an unknown state. Complexity: O(states × years).
/// Source: Beckley (2018), doi:10.1162/isec_a_00328.
/// Not for: the size of an economy; the unit has no meaning of its own, so compare shares or ratios.
enum GDPPerHeadProduct {
  static let definition = MeasureDefinition(
    indexed: "capability.gdpPerHeadProduct", panel: .exchange, unit: .share,
    summary: "GDP times GDP per head, as a share of the sum over all states: net resources.",
    arguments: [
      .init("of", "a state"), .init("year", "calendar year"),
      .init("as", StateYearFigure.asArgument.meaning, default: "share"),
    ],
    example: "capability.gdpPerHeadProduct of=CHN year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    let isShare = try arguments.choice("as", ["value", "share"]) == "share"
    return arguments.finding(.exchange, isShare ? .share : .coefficient) { () throws(NotCovered) in
      guard let sourced = prepared.record.economies, let index = prepared.economies else {
        throw NotCovered(.notInstalled("sdp-gdp"))
      }
      let table = sourced.table
      let figure = StateYearFigure(
        sourced, index, words: "GDP in billion times GDP per head in thousand constant 2011 US dollars",
        column: "wbgdp2011est, wbgdppc2011est", memo: prepared.yearColumns
      ) { (table.gdp[$0] / 1e9) * (table.gdpPerHead[$0] / 1e3) }
      return try figure.answer(state, year, asShare: isShare)
    }
  }
}
