import Evidence

/// What the archive says of an installed dataset.
public struct InstalledDataset: Hashable, Sendable, Codable {
  public struct Table: Hashable, Sendable, Codable {
    public let name: String
    public let firstYear: Int
    public let lastYear: Int
    public let columns: Int
    /// Values of all columns.
    public let values: Int
    /// Bytes of all columns.
    public let bytes: Int
  }

  public let vintage: Vintage
  public let source: String
  public let licence: String
  public let files: [Installation.File]
  public let tables: [Table]
  public let rowsRead: Int
  public let rowsRejected: Int
  public let notes: [String]
}
