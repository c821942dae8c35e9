/// The data behind a figure, row by row.
public struct DataTable: Hashable, Sendable {
  /// One entry of the table.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
    /// No value; the reason stands in a column of its own.
    case missing

    /// The number, or nothing when there is none or it is not finite.
    init(_ number: Double?) {
      if let number, number.isFinite { self = .number(number) } else { self = .missing }
    }

    init(_ count: Int?) {
      if let count { self = .number(Double(count)) } else { self = .missing }
    }

    /// The cell as text: numbers in the shortest form that reads back to the same value, missing as nothing.
    public var string: String {
      switch self {
      case .text(let text): text
      case .number(let number): Digits.exact(number)
      case .missing: ""
      }
    }
  }

  public var columns: [String]
  /// As many cells in each row as there are columns.
  public var rows: [[Cell]]

  public init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Comma-separated values with a header line.
  public var csv: String {
    ([columns] + rows.map { $0.map(\.string) })
      .map { $0.map(Self.quoted).joined(separator: ",") + "\n" }
      .joined()
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    guard needsQuotes || field.hasPrefix(" ") || field.hasSuffix(" ") else { return field }
    var out = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}

extension Reading {
  /// Value, low, high and coverage, as four cells.
  var cells: [DataTable.Cell] {
    [
      DataTable.Cell(value), DataTable.Cell(interval?.lowerBound), DataTable.Cell(interval?.upperBound),
      .text(reason ?? "covered"),
    ]
  }

  static let columns = ["value", "low", "high", "coverage"]
}
