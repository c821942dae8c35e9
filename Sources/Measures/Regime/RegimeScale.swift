import Evidence
import Record
import StateSystem

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
