import Evidence
import Record
import StateSystem

/// How democratic a state's electoral institutions are, by Varieties of Democracy.
///
/// Formula: the index v2x_polyarchy as published. Range: 0...1; higher is more democratic.
/// Missing: not covered. Errors: `ArgumentError` for an unknown state. Complexity: O(states) for the class.
/// Source: Coppedge et al., V-Dem Country-Year Dataset; Teorell et al. (2019), doi:10.1007/s12116-018-9268-z.
/// Not for: differences of a few hundredths; the publisher's measurement intervals are wider and not in this table.
enum Polyarchy {
  static let definition = MeasureDefinition(
    indexed: "regime.polyarchy", panel: .convergence, unit: .coefficient,
    summary: "Electoral democracy index of a state (V-Dem), 0 to 1.",
    arguments: [.init("of", "a state"), .init("year", "calendar year")],
    example: "regime.polyarchy of=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    return arguments.finding(.convergence, .coefficient) { () throws(NotCovered) in
      try RegimeScale.polyarchy.figure(prepared).answer(state, year, asShare: false)
    }
  }
}
