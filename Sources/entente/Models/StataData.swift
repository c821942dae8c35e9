import Models
import Stata

extension DataTable {
  /// The named columns of a Stata file: numbers with every missing value as none, or texts.
  ///
  /// Value labels do not make a column of texts: a formula sees the codes, as Stata does.
  init(stata path: String, columns names: [String]) throws {
    let table = try StataTable(reading: path)
    var columns: [String: Column] = [:]
    for name in names {
      guard let place = table.variables.firstIndex(where: { $0.name == name }) else {
        throw CommandFailure.usage(
          "\(path): no variable \"\(name)\"; it has \(table.variables.map(\.name).joined(separator: ", "))")
      }
      if case .text = table.variables[place].storage {
        columns[name] = DataTable.texts(table.columns[place])
      } else {
        columns[name] = .numbers(
          table.columns[place].map { cell in
            switch cell {
            case .whole(let value): Double(value)
            case .number(let value): value
            case .text, .missing: Double.nan
            }
          })
      }
    }
    self.init(file: path, rows: table.rowCount, columns: columns)
  }

  private static func texts(_ cells: [StataCell]) -> Column {
    var numbers: [String: Int32] = [:]
    var levels: [String] = []
    let codes = cells.map { cell -> Int32 in
      guard case .text(let text) = cell, !text.isEmpty else { return -1 }
      if let known = numbers[text] { return known }
      let next = Int32(truncatingIfNeeded: levels.count)
      numbers[text] = next
      levels.append(text)
      return next
    }
    return .texts(codes: codes, levels: levels)
  }
}
