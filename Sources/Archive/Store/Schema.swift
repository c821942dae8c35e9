import GRDB

/// The tables of the archive and how older files are brought up to date.
///
/// A migration that has shipped is never edited; a change is a new one.
enum Schema {
  /// "ENTN", written in the file's header so that an archive can be told from any other SQLite file.
  static let applicationID = 0x454E_544E

  /// Bytes of a page: large ones make fewer steps through the overflow pages of a column.
  static let pageSize = 16_384

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 datasets, columns, rejected rows, results") { db in
      try db.execute(sql: version1)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    return migrator
  }

  private static let version1 = """
    CREATE TABLE dataset (
      name TEXT PRIMARY KEY,
      version TEXT NOT NULL,
      sha256 TEXT NOT NULL,        -- over the bytes of all files, in the order of `file.position`
      retrieved TEXT NOT NULL,     -- day, ISO 8601
      source TEXT NOT NULL,        -- folder, file or address the files came from
      licence TEXT NOT NULL,
      rows_read INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL,
      notes TEXT NOT NULL          -- one a line
    ) STRICT;
    CREATE TABLE file (
      dataset TEXT NOT NULL REFERENCES dataset(name) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (dataset, position)
    ) STRICT;
    CREATE TABLE record_table (
      dataset TEXT NOT NULL REFERENCES dataset(name) ON DELETE CASCADE,
      name TEXT NOT NULL,
      layout INTEGER NOT NULL,     -- number of the column layout
      first_year INTEGER NOT NULL, -- years the publisher covers
      last_year INTEGER NOT NULL,
      PRIMARY KEY (dataset, name)
    ) STRICT;
    CREATE TABLE record_column (
      dataset TEXT NOT NULL,
      record_table TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      count INTEGER NOT NULL,      -- values
      crc32 INTEGER NOT NULL,      -- of `bytes`
      bytes BLOB NOT NULL,         -- little-endian values; text: count + 1 offsets (uint32), then UTF-8
      PRIMARY KEY (dataset, record_table, position),
      FOREIGN KEY (dataset, record_table) REFERENCES record_table(dataset, name) ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE rejected_row (
      dataset TEXT NOT NULL REFERENCES dataset(name) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      field TEXT NOT NULL,         -- column; empty where the row as a whole is at fault
      found TEXT NOT NULL,
      expected TEXT NOT NULL,
      PRIMARY KEY (dataset, position)
    ) STRICT;
    CREATE TABLE result (
      kind TEXT NOT NULL,          -- model or measure
      key TEXT NOT NULL,           -- what it was computed for
      settings TEXT NOT NULL,
      seed INTEGER NOT NULL,
      vintages TEXT NOT NULL,      -- the data it rests on
      computed TEXT NOT NULL,      -- day, ISO 8601
      crc32 INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (kind, key, settings, seed, vintages)
    ) STRICT;
    """
}
