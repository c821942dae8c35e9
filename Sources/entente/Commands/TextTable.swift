/// A table that prints as text, Markdown, CSV or JSON.
struct TextTable {
  let columns: [String]
  var rows: [[String]]

  func rendered(_ format: TreatyOptions.OutputFormat) throws -> String {
    switch format {
    case .csv: return ([columns] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    case .md:
      func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
      }
      return line(columns) + "|" + String(repeating: " --- |", count: columns.count) + "\n" + rows.map(line).joined()
    case .json:
      let objects = rows.map { Dictionary(zip(columns, $0)) { first, _ in first } }
      return try OutputForm.json(objects)
    case .text:
      var widths = columns.map(\.count)
      for row in rows { for (i, cell) in row.enumerated() { widths[i] = max(widths[i], cell.count) } }
      return ([columns] + rows).map { row in
        var line = ""
        for (i, cell) in row.enumerated() {
          line += cell
          if i < row.count - 1 { line += String(repeating: " ", count: widths[i] - cell.count + 2) }
        }
        return line + "\n"
      }.joined()
    }
  }

  private static func quoted(_ field: String) -> String {
    field.contains(where: { ",\"\n\r".contains($0) }) ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}
