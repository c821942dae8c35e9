/// Rows of a panel as JSON objects, a key a column.
///
/// A cell without a value is `null`, and the reason of each is in the row's `_missing`, by column: `"outsideYears"`.
public struct PanelJSON: Sendable {
  private let columns: [PanelColumn]
  private let keys: [String]

  public init(_ table: PanelTable) {
    columns = table.columns
    keys = table.columns.map { PanelJSON.quoted($0.variable.name) + ":" }
  }

  /// Writes the panel, a row a line: objects alone (`isArray` false, NDJSON), or as one JSON array.
  ///
  /// - Complexity: O(bytes).
  public static func write(
    _ table: PanelTable, asArray isArray: Bool, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let json = PanelJSON(table)
    var text = isArray ? "[\n" : ""
    for row in 0..<table.rowCount {
      text += json.object(row)
      text += isArray ? row == table.rowCount - 1 ? "\n" : ",\n" : "\n"
      if text.utf8.count > 1 << 20 {
        try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
        text = ""
      }
    }
    if isArray { text += "]\n" }
    try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
  }

  /// One row as an object.
  func object(_ row: Int) -> String {
    var text = "{"
    var missing = ""
    for (i, column) in columns.enumerated() {
      if i > 0 { text += "," }
      text += keys[i]
      let position = column.position(row)
      if position < 0 {
        text += "null"
        missing += "\(missing.isEmpty ? "" : ",")\(keys[i])\"notMember\""
      } else if let code = column.cells.missingCode(at: position) {
        text += "null"
        missing += "\(missing.isEmpty ? "" : ",")\(keys[i])\"\(code.kind.rawValue)\""
      } else if let number = column.cells.number(at: position) {
        text += PanelColumn.written(number)
      } else {
        text += PanelJSON.quoted(column.cells.text(at: position) ?? "")
      }
    }
    if !missing.isEmpty { text += ",\"_missing\":{\(missing)}" }
    return text + "}"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
