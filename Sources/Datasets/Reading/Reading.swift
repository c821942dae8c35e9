import Delimited
import Record

/// One reading of a dataset: its files, and what is collected on the way.
struct Reading {
  let entry: CatalogueEntry
  let files: [InputFile]
  let mode: ReadMode
  let workers: Int
  var rejected = RejectedRows()
  var notes: [String] = []
  var rowsRead = 0

  init(entry: CatalogueEntry, files: [InputFile], mode: ReadMode, workers: Int) {
    self.entry = entry
    self.files = files
    self.mode = mode
    self.workers = workers
  }

  /// The file of a role, if there is one.
  func file(_ role: String) -> InputFile? { files.first { $0.role == role } }

  /// The file of a role.
  func required(_ role: String) throws(DatasetError) -> InputFile {
    guard let file = file(role) else { throw .missingRole(dataset: entry.name, role: role) }
    return file
  }

  /// Reads columns of a file and takes over its rejected rows.
  mutating func read(
    _ file: InputFile, _ schema: Delimited.Schema, _ format: Delimited.Format = .lenientCSV
  ) throws(DatasetError) -> Delimited.Table {
    let mode: Delimited.Mode = mode == .strict ? .strict : .collect(listing: RejectedRows.capacity)
    let table: Delimited.Table
    do throws(DelimitedError) {
      table = try Delimited.read(file.source, format: format, schema: schema, mode: mode, workers: workers)
    } catch .row(let issue) {
      throw .rejected(dataset: entry.name, RejectedRow(issue))
    } catch {
      throw .unreadable(dataset: entry.name, error)
    }
    rejected.add(table.issues)
    guard table.rowCount > 0 else {
      throw .nothingUsable(
        dataset: entry.name, file: table.file, first: table.issues.listed.first.map(RejectedRow.init))
    }
    rowsRead += table.rowCount
    return table
  }

  /// Leaves out a row that was read.
  mutating func reject(
    _ table: Delimited.Table, row: Int, column: String?, found: String, expected: String
  ) throws(DatasetError) {
    let line = table.lines[row] ?? 0
    let rejection = RejectedRow(file: table.file, line: line, column: column, found: found, expected: expected)
    if mode == .strict { throw .rejected(dataset: entry.name, rejection) }
    rejected.add(rejection)
    rowsRead -= 1
  }

  /// The column names of a file.
  func header(of file: InputFile, _ format: Delimited.Format = .lenientCSV) throws(DatasetError) -> [String] {
    do throws(DelimitedError) {
      return try Delimited.header(file.source, format: format)
    } catch {
      throw .unreadable(dataset: entry.name, error)
    }
  }

  /// Throws unless the column names differ from each other.
  func checkDistinct(_ names: [String], of file: InputFile) throws(DatasetError) {
    var seen: Set<String> = []
    guard let twice = names.first(where: { !seen.insert($0.lowercased()).inserted }) else { return }
    throw .layout(
      dataset: entry.name, file: file.name, found: "two columns \"\(twice)\"", expected: "a header with a name a column"
    )
  }

  /// The rows with a key that no row before them has; the others are rejected.
  mutating func distinct<Key: Hashable>(
    _ table: Delimited.Table, _ rows: [Int]? = nil, column: String, expected: String, _ key: (Int) -> Key
  ) throws(DatasetError) -> [Int] {
    var seen: Set<Key> = Set(minimumCapacity: table.rowCount)
    var kept: [Int] = []
    for row in rows ?? Array(0..<table.rowCount) {
      if seen.insert(key(row)).inserted {
        kept.append(row)
      } else {
        try reject(table, row: row, column: column, found: "\(key(row)) again", expected: expected)
      }
    }
    return kept
  }

  /// A table of the record from columns, with the years it covers.
  func make<Table: RecordTable>(
    _ type: Table.Type, _ columns: ColumnSet, years: ClosedRange<Int>, version: String
  ) throws(DatasetError) -> ReadTable {
    do throws(RecordError) {
      return ReadTable(table: try Table(columns: columns), years: years, version: version)
    } catch {
      throw .record(dataset: entry.name, error)
    }
  }

  /// The years the publisher covers in a version, or else those of the rows.
  func years(_ version: String, rows: ClosedRange<Int>) -> ClosedRange<Int> {
    entry.releases.first { $0.version == version && $0.years != nil }?.years ?? rows
  }

  func integers(_ table: Delimited.Table, _ name: String) throws(DatasetError) -> [Int32] {
    do throws(DelimitedError) { return try table.integers(name) } catch {
      throw .unreadable(dataset: entry.name, error)
    }
  }

  func numbers(_ table: Delimited.Table, _ name: String) throws(DatasetError) -> [Double] {
    do throws(DelimitedError) { return try table.numbers(name) } catch { throw .unreadable(dataset: entry.name, error) }
  }

  func days(_ table: Delimited.Table, _ name: String) throws(DatasetError) -> [Int32] {
    do throws(DelimitedError) { return try table.days(name) } catch { throw .unreadable(dataset: entry.name, error) }
  }

  func texts(_ table: Delimited.Table, _ name: String) throws(DatasetError) -> Delimited.TextColumn {
    do throws(DelimitedError) { return try table.texts(name) } catch { throw .unreadable(dataset: entry.name, error) }
  }
}

extension Delimited.Format {
  /// Comma separated, quoted; UTF-8, and Windows-1252 where a field is not.
  static let lenientCSV = Delimited.Format(encoding: .utf8ElseWindows1252)
}

extension Delimited.Column {
  /// A Correlates of War number.
  static func state(
    _ name: String, or alternatives: [String] = [], missing: [String] = [], optional: Bool = false
  ) -> Delimited.Column {
    .integer(name, or: alternatives, missing: missing, range: 1...999, acceptsDecimals: true, optional: optional)
  }

  /// A calendar year.
  static func year(
    _ name: String, or alternatives: [String] = [], missing: [String] = []
  ) -> Delimited.Column {
    .integer(name, or: alternatives, missing: missing, range: 1...2_200, acceptsDecimals: true)
  }
}

/// The items with commas between them; of more than `limit` the first, and how many follow.
func listed(_ items: [String], limit: Int = 100) -> String {
  let shown = items.prefix(limit).joined(separator: ", ")
  return items.count > limit ? "\(shown) and \(items.count - limit) more" : shown
}

/// Smallest and largest of the values; `nil` if there is none.
func span(_ values: some Sequence<Int32>) -> ClosedRange<Int>? {
  var low: Int32 = .max
  var high: Int32 = .min
  for value in values {
    low = min(low, value)
    high = max(high, value)
  }
  return low <= high ? Int(low)...Int(high) : nil
}
