import Evidence
import Record
import StateSystem

/// How democratic a state is, by Polity5.
///
/// Formula: polity2 as published: democracy minus autocracy score, with transitions interpolated. Range: -10...10.
/// Missing: not covered. The source's own number for the Soviet Union (364) is read as 365.
/// Errors: `ArgumentError` for an unknown state. Complexity: O(states) for the class.
/// Source: Marshall and Gurr (2020), Polity5: Political Regime Characteristics and Transitions, 1800-2018.
/// Not for: years of interruption or transition, which polity2 fills by rule.
enum Polity {
  static let definition = MeasureDefinition(
    indexed: "regime.polity2", panel: .convergence, unit: .coefficient,
    summary: "Polity5 score of a state, -10 to 10.",
    arguments: [.init("of", "a state"), .init("year", "calendar year")],
    example: "regime.polity2 of=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    return arguments.finding(.convergence, .coefficient) { () throws(NotCovered) in
      try RegimeScale.polity2.figure(prepared).answer(state, year, asShare: false)
    }
  }
}
