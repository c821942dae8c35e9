extension Delimited {
  /// A row that was rejected: where it is, what was found there, and what was expected.
  public struct RowIssue: Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// The 1-based physical line on which the row begins.
    public let line: Int
    /// The name of the column as the file writes it; `nil` where the row as a whole is at fault.
    public let column: String?
    /// The 1-based position of the column; `nil` where the row as a whole is at fault.
    public let position: Int?
    /// What stands there: at most 60 bytes, with control characters and bytes that are not UTF-8 escaped.
    public let found: String
    public let expected: String

    public var description: String {
      var place = "\(file): line \(line)"
      if let position {
        let name = column ?? ""
        place += name.isEmpty ? ", column \(position)" : ", column \(position) (\(name))"
      }
      return "\(place): found \(found), expected \(expected)"
    }

    /// The same issue counted from another first line.
    func shifted(by lines: Int) -> RowIssue {
      RowIssue(
        file: file, line: line + lines, column: column, position: position, found: found, expected: expected)
    }
  }

  /// The rejected rows of one file: all of them counted, the first ones listed.
  public struct RowIssues: Hashable, Sendable {
    /// The number of rejected rows.
    public private(set) var total: Int = 0
    /// The first rejected rows, in file order.
    public private(set) var listed: [RowIssue] = []
    let capacity: Int

    init(_ mode: Mode) {
      if case .collect(let listing) = mode { capacity = max(listing, 0) } else { capacity = 1 }
    }

    public var isEmpty: Bool { total == 0 }

    mutating func add(_ issue: @autoclosure () -> RowIssue) {
      total += 1
      if listed.count < capacity { listed.append(issue()) }
    }

    mutating func add(_ other: RowIssues, shiftedBy lines: Int) {
      total += other.total
      for issue in other.listed.prefix(capacity - listed.count) { listed.append(issue.shifted(by: lines)) }
    }
  }
}

/// The first bytes of `bytes`, quoted, with everything that does not print escaped.
func escaped(_ bytes: some Collection<UInt8>, limit: Int = 60) -> String {
  var shown = Array(bytes.prefix(limit))
  let cut = bytes.count > shown.count
  if let next = bytes.dropFirst(limit).first, next & 0xC0 == 0x80, let lead = shown.lastIndex(where: { $0 >= 0xC0 }) {
    shown.removeSubrange(lead...)
  }
  var result = "\""
  var text: [UInt8] = []
  func isText(_ b: UInt8) -> Bool { b >= 0x80 }
  func flush() {
    guard !text.isEmpty else { return }
    if let s = String(validating: text, as: UTF8.self) {
      result += s
    } else {
      for b in text { result += "\\x" + hex(b) }
    }
    text.removeAll(keepingCapacity: true)
  }
  for b in shown {
    if isText(b) {
      text.append(b)
      continue
    }
    flush()
    switch b {
    case 0x09: result += "\\t"
    case 0x0A: result += "\\n"
    case 0x0D: result += "\\r"
    case 0x22: result += "\\\""
    case 0x5C: result += "\\\\"
    case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(b))
    default: result += "\\x" + hex(b)
    }
  }
  flush()
  return result + (cut ? "\"..." : "\"")
}

private func hex(_ b: UInt8) -> String {
  (b < 16 ? "0" : "") + String(b, radix: 16)
}
