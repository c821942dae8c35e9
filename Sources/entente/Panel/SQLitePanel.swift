import Foundation
import GRDB
import Panel

/// A panel as a SQLite file: table `panel`, table `variable` with the codebook, and table `missing` with how many cells of
/// each variable have no value for which reason. In `panel` such a cell is NULL.
enum SQLitePanel {
  static func write(_ table: PanelTable, to path: String) throws {
    do {
      var configuration = Configuration()
      // The file takes its name when it is whole, so nothing is lost without a journal.
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { db in
        try rows(table, db)
        try codebook(table, db)
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw CommandFailure.usage("\(path): cannot be written (\(error.message ?? error.description))")
    }
  }

  private static func rows(_ table: PanelTable, _ db: Database) throws {
    let columns = table.columns.map { column -> String in
      let type =
        switch column.storage {
        case .byte, .short, .integer: "INTEGER"
        case .number: "REAL"
        case .text: "TEXT"
        }
      return "\"\(column.variable.name)\" \(type)"
    }
    try db.execute(sql: "CREATE TABLE panel (\(columns.joined(separator: ", ")))")
    let places = table.columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.makeStatement(sql: "INSERT INTO panel VALUES (\(places))")
    for row in 0..<table.rowCount {
      let values: [(any DatabaseValueConvertible)?] = table.columns.map { column in
        switch column.cell(at: row) {
        case .whole(let value): Int64(value)
        case .number(let value): value
        case .text(let value): value
        case .missing: nil
        }
      }
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  private static func codebook(_ table: PanelTable, _ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE variable (position INTEGER PRIMARY KEY, name TEXT, label TEXT, unit TEXT, meaning TEXT, dataset TEXT,
          version TEXT, first_year INTEGER, last_year INTEGER, missing_rule TEXT);
        CREATE TABLE missing (name TEXT, reason TEXT, cells INTEGER);
        """)
    for (position, column) in table.columns.enumerated() {
      let variable = column.variable
      try db.execute(
        sql: "INSERT INTO variable VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          position, variable.name, variable.label, variable.unit, variable.meaning, variable.dataset, column.version,
          column.years?.lowerBound, column.years?.upperBound, variable.missingRule,
        ])
      for (code, count) in zip(MissingCode.allCases, column.tally()) where count > 0 {
        try db.execute(
          sql: "INSERT INTO missing VALUES (?, ?, ?)", arguments: [variable.name, code.kind.rawValue, count])
      }
    }
  }
}
