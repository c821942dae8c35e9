/// A variable of a Stata file.
public struct StataVariable: Sendable, Equatable {
  /// How the values are stored.
  public enum Storage: Sendable, Equatable {
    case byte, int, long, double
    /// A text of at most this many bytes.
    case text(Int)
  }

  /// At most 32 letters, digits and underscores.
  public let name: String
  /// At most 80 characters.
  public let label: String
  public let storage: Storage
  /// Words for whole numbers.
  public let labels: [Int32: String]
  /// Words for extended missing values, by letter.
  public let missingLabels: [Character: String]

  public init(
    _ name: String, label: String, storage: Storage, labels: [Int32: String] = [:],
    missingLabels: [Character: String] = [:]
  ) {
    self.name = name
    self.label = label
    self.storage = storage
    self.labels = labels
    self.missingLabels = missingLabels
  }
}

/// A cell of a Stata file.
public enum StataCell: Sendable, Equatable {
  case whole(Int32)
  case number(Double)
  case text(String)
  /// `.a` to `.z`, by letter; `nil` is the plain `.`.
  case missing(Character?)
}

/// A Stata file as it was read.
public struct StataTable: Sendable, Equatable {
  public let label: String
  public let variables: [StataVariable]
  /// Cells column by column.
  public let columns: [[StataCell]]

  public var rowCount: Int { columns.first?.count ?? 0 }
}

/// Why a Stata file cannot be written or read.
public enum StataError: Error, Equatable, Sendable, CustomStringConvertible {
  case unwritable(path: String, detail: String)
  case unreadable(path: String, detail: String)
  case library(path: String, step: String, detail: String)

  public var description: String {
    switch self {
    case .unwritable(let path, let detail): "\(path): cannot be written (\(detail)); name another file"
    case .unreadable(let path, let detail): "\(path): cannot be read (\(detail))"
    case .library(let path, let step, let detail): "\(path): \(step) failed (\(detail))"
    }
  }
}
