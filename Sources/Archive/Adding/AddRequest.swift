import Datasets

/// What to add, from where, and how.
public struct AddRequest: Sendable {
  public var entry: CatalogueEntry
  public var origin: Origin
  /// A version of the dataset; otherwise the newest that is there.
  public var release: String?
  public var mode: ReadMode
  /// The day to note as the day of retrieval, ISO 8601.
  public var day: String
  /// The files at the places of `origin`, where they have been listed before.
  var listing: [String]?

  public init(
    _ entry: CatalogueEntry, from origin: Origin, release: String? = nil, mode: ReadMode = .collect, day: String
  ) {
    self.entry = entry
    self.origin = origin
    self.release = release
    self.mode = mode
    self.day = day
  }
}

/// What happens while a dataset is added.
public enum AddEvent: Sendable {
  /// Bytes of a file that have arrived, of how many where that is known.
  case fetching(file: String, received: Int, of: Int?)
  /// The files are there and are being read.
  case reading(bytes: Int)
  /// The tables are being stored.
  case storing
}

/// What came of adding a dataset.
public struct AddReport: Sendable {
  public let installed: InstalledDataset
  /// Version that was replaced.
  public let replaced: String?
  /// The first rejected rows.
  public let rejected: [RejectedRow]
  /// What went differently than hoped.
  public let warnings: [String]
}
