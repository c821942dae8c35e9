import Panel
import Stata

/// A panel as a Stata file with labels; a cell without a value is `.a` to `.e`, by reason.
enum StataPanel {
  static func write(_ table: PanelTable, to path: String) throws {
    let request = table.request
    let variables = table.columns.map(variable)
    do throws(StataError) {
      try StataTable.write(
        to: path, label: "Entente panel: \(request.unit.rawValue), \(request.firstYear)-\(request.lastYear)",
        variables: variables, rowCount: table.rowCount
      ) { row, column in cell(table.columns[column].cell(at: row)) }
    } catch {
      throw CommandFailure.usage(error.description)
    }
  }

  private static func cell(_ cell: PanelCell) -> StataCell {
    switch cell {
    case .whole(let value): .whole(value)
    case .number(let value): .number(value)
    case .text(let value): .text(value)
    case .missing(let code): .missing(code.letter)
    }
  }

  private static func variable(_ column: PanelColumn) -> StataVariable {
    let variable = column.variable
    var labels: [Int32: String] = [:]
    for (value, text) in variable.codes { labels[Int32(value)] = text }
    return StataVariable(
      variable.name, label: variable.label, storage: storage(column.storage), labels: labels,
      missingLabels: missingLabels(column))
  }

  private static func storage(_ storage: PanelStorage) -> StataVariable.Storage {
    switch storage {
    case .byte: .byte
    case .short: .int
    case .integer: .long
    case .number: .double
    case .text(let width): .text(width)
    }
  }

  /// The reasons as words for `.a` to `.e`; a text has no missing values to label, and a key none at all.
  private static func missingLabels(_ column: PanelColumn) -> [Character: String] {
    if case .text = column.storage { return [:] }
    guard column.variable.missingRule != "Never missing." else { return [:] }
    var labels: [Character: String] = [:]
    for code in MissingCode.allCases { labels[code.letter] = code.label }
    return labels
  }
}
