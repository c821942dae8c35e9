import Datasets
import Record

/// A dataset that has been read and is ready to be stored: everything the archive keeps of it.
public struct Installation: Sendable {
  /// A file as it was read.
  public struct File: Hashable, Sendable, Codable {
    public let name: String
    public let size: Int
    /// Lower-case hexadecimal.
    public let sha256: String

    public init(name: String, size: Int, sha256: String) {
      self.name = name
      self.size = size
      self.sha256 = sha256
    }
  }

  /// A record table with the years its publisher covers.
  public struct Table: Sendable {
    public let name: String
    public let layout: Int
    public let years: ClosedRange<Int>
    public let columns: ColumnSet

    public init(name: String, layout: Int, years: ClosedRange<Int>, columns: ColumnSet) {
      self.name = name
      self.layout = layout
      self.years = years
      self.columns = columns
    }

    public init<T: RecordTable>(_ table: T, years: ClosedRange<Int>) {
      self.init(name: T.tableName, layout: T.layout, years: years, columns: table.columns)
    }
  }

  public var dataset: String
  public var version: String
  /// SHA-256 over the bytes of all files in catalogue order.
  public var sha256: String
  /// Day of retrieval, ISO 8601.
  public var retrieved: String
  /// Folder, file or address the files came from.
  public var source: String
  public var licence: String
  public var files: [File]
  public var tables: [Table]
  public var rowsRead: Int
  public var rowsRejected: Int
  /// The first rejected rows; `rowsRejected` counts all of them.
  public var rejected: [RejectedRow]
  public var notes: [String]

  public init(
    dataset: String, version: String, sha256: String, retrieved: String, source: String, licence: String,
    files: [File], tables: [Table], rowsRead: Int, rowsRejected: Int = 0, rejected: [RejectedRow] = [],
    notes: [String] = []
  ) {
    self.dataset = dataset
    self.version = version
    self.sha256 = sha256
    self.retrieved = retrieved
    self.source = source
    self.licence = licence
    self.files = files
    self.tables = tables
    self.rowsRead = rowsRead
    self.rowsRejected = rowsRejected
    self.rejected = rejected
    self.notes = notes
  }
}
