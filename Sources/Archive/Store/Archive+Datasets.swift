import Datasets
import Evidence
import GRDB

extension Archive {
  /// The installed datasets in order of name.
  public func datasets() throws(ArchiveError) -> [InstalledDataset] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM dataset ORDER BY name").map { row in
        let name: String = row["name"]
        let notes: String = row["notes"]
        return InstalledDataset(
          vintage: Archive.vintage(row), source: row["source"], licence: row["licence"],
          files: try Archive.files(of: name, in: db), tables: try Archive.tables(of: name, in: db),
          rowsRead: row["rows_read"], rowsRejected: row["rows_rejected"],
          notes: notes.isEmpty ? [] : notes.split(separator: "\n").map(String.init))
      }
    }
  }

  /// The installed dataset of this name.
  public func dataset(_ name: String) throws(ArchiveError) -> InstalledDataset {
    let all = try datasets()
    guard let found = all.first(where: { $0.vintage.dataset == name }) else {
      throw .notInstalled(dataset: name, installed: all.map(\.vintage.dataset))
    }
    return found
  }

  /// The listed rejected rows of an installed dataset, in the order of the files.
  public func rejectedRows(of dataset: String) throws(ArchiveError) -> [RejectedRow] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM rejected_row WHERE dataset = ? ORDER BY position", arguments: [dataset]
      ).map {
        let column: String = $0["field"]
        return RejectedRow(
          file: $0["file"], line: $0["line"], column: column.isEmpty ? nil : column, found: $0["found"],
          expected: $0["expected"])
      }
    }
  }

  static func vintage(_ row: Row) -> Vintage {
    Vintage(dataset: row["name"], version: row["version"], sha256: row["sha256"], retrieved: row["retrieved"])
  }

  private static func files(of dataset: String, in db: Database) throws -> [Installation.File] {
    try Row.fetchAll(db, sql: "SELECT * FROM file WHERE dataset = ? ORDER BY position", arguments: [dataset])
      .map { Installation.File(name: $0["name"], size: $0["size"], sha256: $0["sha256"]) }
  }

  private static func tables(of dataset: String, in db: Database) throws -> [InstalledDataset.Table] {
    let sql = """
      SELECT t.name, t.first_year, t.last_year, count(*) AS columns, sum(c.count) AS cells, sum(length(c.bytes)) AS bytes
      FROM record_table t JOIN record_column c ON c.dataset = t.dataset AND c.record_table = t.name
      WHERE t.dataset = ? GROUP BY t.name ORDER BY t.rowid
      """
    return try Row.fetchAll(db, sql: sql, arguments: [dataset]).map {
      InstalledDataset.Table(
        name: $0["name"], firstYear: $0["first_year"], lastYear: $0["last_year"], columns: $0["columns"],
        values: $0["cells"], bytes: $0["bytes"])
    }
  }
}
