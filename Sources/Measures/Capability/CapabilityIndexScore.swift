import Evidence
import Record
import StateSystem

/// The composite index of national capability of a state in a year.
///
/// Formula: mean of the state's shares in the system's military expenditure and personnel, iron and steel, energy, population and urban
/// population, as published. Range: 0...1, already a share of the system.
/// Missing: as published; a state or year without a figure is not covered.
/// Errors: `ArgumentError` for an unknown state. Complexity: O(states) for the class.
/// Source: Singer, Bremer and Stuckey (1972); Singer (1987), doi:10.1080/03050628808434695.
/// Not for: use alone. It weighs population and steel heavily and ranks China first in 2001; see `capability.milex` and
/// `capability.gdpPerHeadProduct`. Versions differ in the fourth digit.
enum CapabilityIndexScore {
  static let definition = MeasureDefinition(
    indexed: "capability.cinc", panel: .exchange, unit: .share,
    summary: "Composite index of national capability: share of the system's material capabilities.",
    arguments: [.init("of", "a state"), .init("year", "calendar year")],
    example: "capability.cinc of=CHN year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    return arguments.finding(.exchange, .share) { () throws(NotCovered) in
      guard let sourced = prepared.record.capabilities, let index = prepared.capabilities else {
        throw NotCovered(.notInstalled("cow-nmc"))
      }
      let column = sourced.table.cinc
      let figure = StateYearFigure(
        sourced, index, words: "composite index of national capability, share of the system", column: "cinc",
        memo: prepared.yearColumns
      ) { column[$0] }
      return try figure.answer(state, year, asShare: false)
    }
  }
}
