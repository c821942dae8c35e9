import Record

/// What was read from the files of a dataset.
public struct DatasetContents: Sendable {
  /// Catalogue name.
  public let dataset: String
  /// The version the files themselves show; of several the newest first, joined by `+`.
  public let version: String
  public let tables: [ReadTable]
  public let rejected: RejectedRows
  /// What a user should know about this reading: codes mapped, names not resolved, rows that need a caveat.
  public let notes: [String]
  /// Rows of the files that were used.
  public let rowsRead: Int

  /// The table of a type, if the files provide it.
  public func table<Table: RecordTable>(_ type: Table.Type) -> Table? {
    for item in tables { if let table = item.table as? Table { return table } }
    return nil
  }
}

/// A table of the record with the years its source covers.
public struct ReadTable: Sendable {
  public let table: any RecordTable
  public let years: ClosedRange<Int>
  /// Version of the files this table was made of.
  public let version: String

  /// Name of the table in the archive.
  public var name: String { Swift.type(of: table).tableName }
}

/// What happens at a row that cannot be used.
public enum ReadMode: Sendable, Hashable {
  /// The rest is read; rejected rows are counted and listed.
  case collect
  /// The first one is thrown.
  case strict
}
