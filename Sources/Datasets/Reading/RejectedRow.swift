import Delimited

/// A row of a published file that was left out: where it is, what was found, what was expected.
public struct RejectedRow: Sendable, Hashable, CustomStringConvertible {
  public let file: String
  /// Physical line on which the row begins, from 1.
  public let line: Int
  /// Column name as the file writes it; `nil` where the row as a whole is at fault.
  public let column: String?
  public let found: String
  public let expected: String

  public init(file: String, line: Int, column: String?, found: String, expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }

  init(_ issue: Delimited.RowIssue) {
    self.init(
      file: issue.file, line: issue.line, column: issue.column, found: issue.found, expected: issue.expected)
  }

  public var description: String {
    let place = column.map { ", column \($0)" } ?? ""
    return "\(file), line \(line)\(place): found \(found), expected \(expected)"
  }
}

/// The rows left out of a dataset: all counted, the first ones listed.
public struct RejectedRows: Sendable, Hashable {
  /// How many are listed at most.
  public static let capacity = 1_000

  public private(set) var total = 0
  public private(set) var listed: [RejectedRow] = []

  public var isEmpty: Bool { total == 0 }

  mutating func add(_ row: RejectedRow) {
    total += 1
    if listed.count < Self.capacity { listed.append(row) }
  }

  mutating func add(_ issues: Delimited.RowIssues) {
    total += issues.total
    for issue in issues.listed.prefix(max(Self.capacity - listed.count, 0)) { listed.append(RejectedRow(issue)) }
  }
}
