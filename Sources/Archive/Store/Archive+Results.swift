import Foundation
import GRDB
import enum Record.Column

extension Archive {
  /// What a stored result is found by: the same key always means the same computation on the same data.
  public struct ResultKey: Hashable, Sendable, Codable {
    /// The model or measure.
    public let kind: String
    /// What it was computed for.
    public let subject: String
    /// Settings in a canonical spelling.
    public let settings: String
    public let seed: Int64
    /// The vintages it rests on, in a canonical spelling.
    public let vintages: String

    public init(kind: String, subject: String, settings: String, seed: Int64, vintages: String) {
      self.kind = kind
      self.subject = subject
      self.settings = settings
      self.seed = seed
      self.vintages = vintages
    }

    fileprivate var arguments: StatementArguments { [kind, subject, settings, seed, vintages] }
  }

  /// Keeps the bytes of a result, in place of those with the same key; `day` is ISO 8601.
  public func store(_ bytes: [UInt8], as key: ResultKey, computed day: String) throws(ArchiveError) {
    let data = Data(bytes)
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: key.arguments + [day, bytes.withUnsafeBytes { Column.checksum($0) }, data])
    }
  }

  /// The bytes of a result; `nil` if there is none with this key, or its bytes are not those that were stored.
  public func result(_ key: ResultKey) throws(ArchiveError) -> [UInt8]? {
    try read { db in
      let sql = """
        SELECT crc32, bytes FROM result WHERE kind = ? AND key = ? AND settings = ? AND seed = ? AND vintages = ?
        """
      guard let row = try Row.fetchOne(db, sql: sql, arguments: key.arguments) else { return nil }
      let data: Data = row["bytes"]
      let expected: Int = row["crc32"]
      return data.withUnsafeBytes { Column.checksum($0) } == expected ? [UInt8](data) : nil
    }
  }
}
