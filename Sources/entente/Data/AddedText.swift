import Archive
import Datasets

/// A rejected row as JSON.
struct RejectedItem: Encodable {
  let file: String
  let line: Int
  let column: String?
  let found: String
  let expected: String

  init(_ row: RejectedRow) {
    file = row.file
    line = row.line
    column = row.column
    found = row.found
    expected = row.expected
  }
}

/// An added dataset as JSON.
struct AddedItem: Encodable {
  let installed: InstalledDataset
  let replaced: String?
  let rejected: [RejectedItem]
  let warnings: [String]

  init(_ report: AddReport) {
    installed = report.installed
    replaced = report.replaced
    rejected = report.rejected.map(RejectedItem.init)
    warnings = report.warnings
  }
}

/// An added dataset in words.
enum AddedText {
  private static let exampleCount = 3

  static func lines(_ report: AddReport) -> String {
    let dataset = report.installed
    var text = "\(dataset.vintage.dataset) \(dataset.vintage.version)"
    if let replaced = report.replaced { text += " (in place of \(replaced))" }
    text += ": \(grouped(dataset.rowsRead)) rows; "
    text += dataset.tables.map { "\($0.name) \($0.firstYear)-\($0.lastYear)" }.joined(separator: ", ") + "\n"
    for note in dataset.notes { text += "  note: \(note)\n" }
    guard dataset.rowsRejected > 0 else { return text }
    text += "  \(grouped(dataset.rowsRejected)) rows left out"
    text += dataset.rowsRejected > exampleCount ? ", among them:\n" : ":\n"
    for row in report.rejected.prefix(exampleCount) { text += "    \(row)\n" }
    return text
  }

  /// A number with its digits in groups of three.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
