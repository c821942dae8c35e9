import Evidence
import GRDB
import Record
import enum Record.Column
import enum Record.RecordError

/// A table of an installed dataset without its columns.
struct StoredTable {
  let name: String
  let layout: Int
  let years: ClosedRange<Int>
  let vintage: Vintage

  /// All tables, in order of dataset.
  static func all(_ db: Database) throws -> [StoredTable] {
    let sql = """
      SELECT t.name AS record_table, t.layout, t.first_year, t.last_year, d.name, d.version, d.sha256, d.retrieved
      FROM record_table t JOIN dataset d ON d.name = t.dataset ORDER BY d.name, t.rowid
      """
    return try Row.fetchAll(db, sql: sql).map { row in
      let first: Int = row["first_year"]
      let last: Int = row["last_year"]
      return StoredTable(
        name: row["record_table"], layout: row["layout"], years: min(first, last)...max(first, last),
        vintage: Archive.vintage(row))
    }
  }

  /// The columns, each compared with its checksum.
  func columns(_ db: Database) throws -> ColumnSet {
    let sql = """
      SELECT name, type, count, crc32, bytes FROM record_column WHERE dataset = ? AND record_table = ? ORDER BY position
      """
    var columns = ColumnSet()
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [vintage.dataset, name])
    while let row = try rows.next() {
      let column: String = row["name"]
      switch try StoredTable.decoded(row) {
      case .success(let values): columns[column] = values
      case .failure(let defect):
        throw ArchiveError.corruptColumn(
          dataset: vintage.dataset, table: name, column: column, detail: defect.detail)
      }
    }
    return columns
  }

  struct Defect: Error {
    let detail: String
  }

  /// The column in a row of `type, count, crc32, bytes`, or what is wrong with it.
  static func decoded(_ row: Row) throws -> Result<Column, Defect> {
    let type: String = row["type"]
    let count: Int = row["count"]
    let expected: Int = row["crc32"]
    return try row.withUnsafeData(named: "bytes") { data in
      guard let data, !data.isEmpty else {
        // SQLite hands out no address for a value without bytes.
        let empty = Column(type: type, count: count, stored: UnsafeRawBufferPointer(start: nil, count: 0))
        return empty.map { .success($0) } ?? .failure(Defect(detail: "no bytes for \(count) values of type \(type)"))
      }
      return data.withUnsafeBytes { bytes in
        let found = Column.checksum(bytes)
        guard found == expected else {
          return .failure(Defect(detail: "the stored bytes have checksum \(found), expected \(expected)"))
        }
        guard let column = Column(type: type, count: count, stored: bytes) else {
          return .failure(Defect(detail: "\(bytes.count) bytes do not hold \(count) values of type \(type)"))
        }
        return .success(column)
      }
    }
  }
}

/// Takes tables of the asked parts from one state of the archive.
struct TableLoader {
  private let db: Database
  private let parts: Set<RecordPart>
  private let choosing: [RecordPart: String]
  private let stored: [StoredTable]

  init(_ db: Database, parts: Set<RecordPart>, choosing: [RecordPart: String]) throws {
    self.db = db
    self.parts = parts
    self.choosing = choosing
    stored = try StoredTable.all(db)
  }

  /// The part as a table of the record; `nil` if it was not asked for or no dataset provides it.
  func table<T: RecordTable>(_ part: RecordPart) throws -> Sourced<T>? {
    guard parts.contains(part), let found = try source(of: part) else { return nil }
    guard found.layout == T.layout else {
      throw ArchiveError.outdatedLayout(
        dataset: found.vintage.dataset, table: found.name, found: found.layout, expected: T.layout)
    }
    let columns = try found.columns(db)
    do {
      return Sourced(try T(columns: columns), vintage: found.vintage, years: found.years)
    } catch {
      throw ArchiveError.corruptColumn(
        dataset: found.vintage.dataset, table: found.name, column: error.columnName, detail: error.description)
    }
  }

  private func source(of part: RecordPart) throws -> StoredTable? {
    let candidates = stored.filter { $0.name == part.tableName }
    let names = candidates.map(\.vintage.dataset)
    if let chosen = choosing[part] {
      if let found = candidates.first(where: { $0.vintage.dataset == chosen }) { return found }
      let installed = try String.fetchAll(db, sql: "SELECT name FROM dataset ORDER BY name")
      throw installed.contains(chosen)
        ? ArchiveError.notProvided(dataset: chosen, table: part.tableName, providers: names)
        : ArchiveError.notInstalled(dataset: chosen, installed: installed)
    }
    guard let provider = part.provider(among: names) else { return nil }
    return candidates.first { $0.vintage.dataset == provider }
  }
}

extension RecordError {
  fileprivate var columnName: String {
    switch self {
    case .column(_, let name, _, _), .length(_, let name, _, _), .value(_, let name, _, _, _): name
    case .order: "all"
    }
  }
}
