extension Delimited {
  /// The rows of a file as typed columns: contiguous, in file order, all of the same length.
  ///
  /// A missing integer or day is `Int32.min`, a missing number is NaN, a missing text has code -1.
  public struct Table: Sendable {
    /// The name of the file, with the member of the archive if it is in one.
    public let file: String
    public let rowCount: Int
    /// The header as the file writes it; names may be empty and may repeat.
    public let header: [String]
    /// The physical line of each row.
    public let lines: LineNumbers
    /// The rows that were rejected.
    public let issues: RowIssues
    /// The number of blank lines passed over after the header.
    public let blankLines: Int
    /// The number of fields that were not UTF-8 and were read as Windows-1252.
    public let transcodedFields: Int

    enum Storage: Sendable {
      case integers([Int32])
      case numbers([Double])
      case texts(TextColumn)
      case days([Int32])
    }
    let storage: [String: Storage]
    let order: [String]

    /// Whether the file has the column of this name in the schema; always true for a column that is not optional.
    public func has(_ name: String) -> Bool { storage[name] != nil }

    /// The column of this name, as the schema calls it.
    public func integers(_ name: String) throws(DelimitedError) -> [Int32] {
      guard case .integers(let values)? = storage[name] else { throw absent(name, "integer") }
      return values
    }

    /// The column of this name, as the schema calls it.
    public func numbers(_ name: String) throws(DelimitedError) -> [Double] {
      guard case .numbers(let values)? = storage[name] else { throw absent(name, "number") }
      return values
    }

    /// The column of this name, as the schema calls it.
    public func texts(_ name: String) throws(DelimitedError) -> TextColumn {
      guard case .texts(let values)? = storage[name] else { throw absent(name, "text") }
      return values
    }

    /// The column of this name, as the schema calls it, in days since 1970-01-01.
    public func days(_ name: String) throws(DelimitedError) -> [Int32] {
      guard case .days(let values)? = storage[name] else { throw absent(name, "day") }
      return values
    }

    private func absent(_ name: String, _ type: String) -> DelimitedError {
      .noSuchColumn(file: file, name: name, type: type, available: order.filter { storage[$0] != nil })
    }
  }

  /// What is known of a file after its batches were handed out.
  public struct Summary: Sendable {
    public let file: String
    public let rowCount: Int
    public let issues: RowIssues
    public let blankLines: Int
    public let transcodedFields: Int
  }
}
