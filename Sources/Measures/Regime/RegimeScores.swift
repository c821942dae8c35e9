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

/// A scale of regimes.
enum RegimeScale: String, CaseIterable {
  case polyarchy
  case polity2

  /// Distance between the ends of the scale.
  var span: Double { self == .polyarchy ? 1 : 20 }

  /// The column of the scale in the record, or why there is none.
  func figure(_ prepared: PreparedRecord) throws(NotCovered) -> StateYearFigure {
    switch self {
    case .polyarchy:
      guard let sourced = prepared.record.democracy, let index = prepared.democracy else {
        throw NotCovered(.notInstalled("vdem"))
      }
      let column = sourced.table.polyarchy
      return StateYearFigure(
        sourced, index, words: "electoral democracy index", column: "v2x_polyarchy", memo: prepared.yearColumns
      ) { column[$0] }
    case .polity2:
      guard let sourced = prepared.record.polity, let index = prepared.polity else {
        throw NotCovered(.notInstalled("polity5"))
      }
      let column = sourced.table.polity2
      return StateYearFigure(sourced, index, words: "Polity score", column: "polity2", memo: prepared.yearColumns) {
        (-10...10).contains(column[$0]) ? Double(column[$0]) : .nan
      }
    }
  }
}
