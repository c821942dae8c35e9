/// A dataset as it was when it was read: the version, the checksum of its files and the day it was retrieved.
public struct Vintage: Hashable, Sendable, Codable {
  /// Catalogue name, for example `cow-trade`.
  public let dataset: String
  /// The publisher's version, for example `4.0`.
  public let version: String
  /// SHA-256 over the installed files in catalogue order, lower-case hexadecimal.
  public let sha256: String
  /// Day of retrieval, ISO 8601.
  public let retrieved: String

  public init(dataset: String, version: String, sha256: String, retrieved: String) {
    self.dataset = dataset
    self.version = version
    self.sha256 = sha256
    self.retrieved = retrieved
  }
}

/// Where a figure comes from: the dataset, its version, and which of its rows.
public struct Source: Hashable, Sendable, Codable {
  /// Catalogue name of the dataset, or the key of a cited work.
  public let dataset: String
  public let version: String
  /// A selector that finds the rows in the published file, for example `ccode1=365 ccode2=710 year=2001`.
  public let rows: String
  /// How many rows were used, when counted.
  public let rowCount: Int?

  public init(dataset: String, version: String, rows: String, rowCount: Int? = nil) {
    self.dataset = dataset
    self.version = version
    self.rows = rows
    self.rowCount = rowCount
  }
}
