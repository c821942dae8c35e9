import GRDB
import Record
import enum Record.Column

extension Archive {
  /// Stores a dataset, in place of an installed one of the same name, in one transaction.
  ///
  /// - Throws: `ArchiveError`; the archive is then as it was before.
  /// - Complexity: O(bytes); the new pages stay in memory until the commit.
  public func install(_ installation: Installation) throws(ArchiveError) {
    try Archive.check(installation)
    try write { db in
      try db.execute(sql: "DELETE FROM dataset WHERE name = ?", arguments: [installation.dataset])
      try db.execute(
        sql: "INSERT INTO dataset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          installation.dataset, installation.version, installation.sha256, installation.retrieved, installation.source,
          installation.licence, installation.rowsRead, installation.rowsRejected,
          installation.notes.joined(separator: "\n"),
        ])
      for (position, file) in installation.files.enumerated() {
        try db.execute(
          sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?)",
          arguments: [installation.dataset, position, file.name, file.size, file.sha256])
      }
      for table in installation.tables { try Archive.insert(table, of: installation.dataset, into: db) }
      for (position, row) in installation.rejected.enumerated() {
        try db.execute(
          sql: "INSERT INTO rejected_row VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [installation.dataset, position, row.file, row.line, row.column ?? "", row.found, row.expected])
      }
    }
  }

  /// Takes a dataset out, in one transaction, and then gives its space back to the disk if there is room to do so.
  public func remove(_ dataset: String) throws(ArchiveError) {
    try write { db in
      let installed = try String.fetchAll(db, sql: "SELECT name FROM dataset ORDER BY name")
      guard installed.contains(dataset) else {
        throw ArchiveError.notInstalled(dataset: dataset, installed: installed)
      }
      try db.execute(sql: "DELETE FROM dataset WHERE name = ?", arguments: [dataset])
    }
    try? queue.vacuum()
  }

  private static func insert(_ table: Installation.Table, of dataset: String, into db: Database) throws {
    try db.execute(
      sql: "INSERT INTO record_table VALUES (?, ?, ?, ?, ?)",
      arguments: [dataset, table.name, table.layout, table.years.lowerBound, table.years.upperBound])
    for (position, name) in table.columns.names.enumerated() {
      guard let column = table.columns[name] else { continue }
      let bytes = column.stored
      try db.execute(
        sql: "INSERT INTO record_column VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          dataset, table.name, position, name, column.typeName, column.count,
          bytes.withUnsafeBytes { Column.checksum($0) }, bytes,
        ])
    }
  }

  private static func check(_ installation: Installation) throws(ArchiveError) {
    func refuse(_ detail: String) -> ArchiveError {
      .invalidInstallation(dataset: installation.dataset, detail: detail)
    }
    if installation.tables.isEmpty { throw refuse("the files gave no table") }
    let names = installation.tables.map(\.name)
    if Set(names).count != names.count { throw refuse("two tables have one name (\(names.joined(separator: ", ")))") }
    for table in installation.tables where table.columns.names.isEmpty {
      throw refuse("the table \(table.name) has no columns")
    }
  }
}
