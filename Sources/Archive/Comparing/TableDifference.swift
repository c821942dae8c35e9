import Record

/// How a table differs from another reading of it.
public struct TableDifference: Hashable, Sendable, Codable {
  public let table: String
  /// The columns that name a row; for a matrix, whose `before`, `after`, `added` and `removed` count columns, its name and
  /// theirs.
  public let unit: String
  public let before: Int
  public let after: Int
  public let added: Int
  public let removed: Int
  /// Rows in both in which a value differs.
  public let changed: Int
  /// Number of differing values a column.
  public let changedCells: [String: Int]
  /// The first few differences, in words.
  public let examples: [String]

  public var isEmpty: Bool { added == 0 && removed == 0 && changedCells.isEmpty }

  /// Differences of all parts of a table. Rows are matched by what names them, and equal names in order.
  ///
  /// - Complexity: O(values).
  static func all(_ table: String, _ before: ColumnSet, _ after: ColumnSet) -> [TableDifference] {
    let shape = TableShape(table: table, columns: after)
    return shape.rows.map { rows($0, of: table, before, after) }
      + shape.grids.map { grid($0, of: table, before, after) }
  }

  private static let exampleCount = 5

  private static func rows(
    _ rows: TableShape.Rows, of table: String, _ before: ColumnSet, _ after: ColumnSet
  ) -> TableDifference {
    let old = RowIndex(before, rows.keys, fallback: rows.values)
    let new = RowIndex(after, rows.keys, fallback: rows.values)
    var cells: [String: Int] = [:]
    var examples: [String] = []
    var changed: Set<Int> = []
    let pairs = new.pairs(with: old)
    for name in rows.values {
      guard let x = before[name], let y = after[name], x.typeName == y.typeName else {
        cells[name] = max(before[name]?.count ?? 0, after[name]?.count ?? 0)
        continue
      }
      for (i, j) in pairs where i < x.count && j < y.count {
        let (a, b) = (x.cell(i), y.cell(j))
        guard a != b else { continue }
        cells[name, default: 0] += 1
        changed.insert(j)
        if examples.count < exampleCount { examples.append("\(new.label(j)): \(name) \(a) -> \(b)") }
      }
    }
    return TableDifference(
      table: table, unit: rows.keys.isEmpty ? "row" : rows.keys.joined(separator: ", "), before: old.count,
      after: new.count, added: new.count - pairs.count, removed: old.count - pairs.count, changed: changed.count,
      changedCells: cells, examples: examples)
  }

  private static func grid(
    _ grid: TableShape.Grid, of table: String, _ before: ColumnSet, _ after: ColumnSet
  ) -> TableDifference {
    let oldRows = RowIndex(before, grid.rows, fallback: [])
    let newRows = RowIndex(after, grid.rows, fallback: [])
    let oldColumns = RowIndex(before, grid.columns, fallback: [])
    let newColumns = RowIndex(after, grid.columns, fallback: [])
    let columns = newColumns.pairs(with: oldColumns)
    func position(_ row: Int, _ column: Int, _ rows: RowIndex, _ columns: RowIndex) -> Int {
      grid.isColumnMajor ? column * rows.count + row : row * columns.count + column
    }
    var differing = 0
    var changed = 0
    var examples: [String] = []
    if let x = before[grid.column], let y = after[grid.column] {
      for (i, j) in newRows.pairs(with: oldRows) {
        var isChanged = false
        for (k, l) in columns {
          let (p, q) = (position(i, k, oldRows, oldColumns), position(j, l, newRows, newColumns))
          guard p < x.count, q < y.count else { continue }
          let (a, b) = (x.cell(p), y.cell(q))
          guard a != b else { continue }
          differing += 1
          isChanged = true
          if examples.count < exampleCount {
            examples.append("\(newRows.label(j)), \(newColumns.label(l)): \(a) -> \(b)")
          }
        }
        if isChanged { changed += 1 }
      }
    }
    return TableDifference(
      table: table, unit: "\(grid.column) by \(grid.columns.joined(separator: ", "))", before: oldColumns.count,
      after: newColumns.count,
      added: newColumns.count - columns.count, removed: oldColumns.count - columns.count, changed: changed,
      changedCells: differing == 0 ? [:] : [grid.column: differing], examples: examples)
  }
}

/// The rows of a table by what names them.
private struct RowIndex {
  private struct Key: Hashable {
    let cells: [Cell]
    /// Which of several rows with these cells.
    let occurrence: Int
  }

  private let columns: [(name: String, values: Column)]
  let count: Int

  /// Without keys a row is named by its position.
  init(_ set: ColumnSet, _ keys: [String], fallback: [String]) {
    columns = keys.compactMap { name in set[name].map { (name, $0) } }
    let lengths = (keys.isEmpty ? fallback : keys).compactMap { set[$0]?.count }
    count = lengths.min() ?? 0
  }

  /// Rows of `other` and of this index that have the same name.
  func pairs(with other: RowIndex) -> [(Int, Int)] {
    if columns.isEmpty { return (0..<min(count, other.count)).map { ($0, $0) } }
    var rows: [Key: Int] = Dictionary(minimumCapacity: other.count)
    for (row, key) in other.keys.enumerated() { rows[key] = row }
    return keys.enumerated().compactMap { row, key in rows[key].map { ($0, row) } }
  }

  func label(_ row: Int) -> String {
    columns.isEmpty
      ? "row \(row + 1)" : columns.map { "\($0.name) \($0.values.cell(row))" }.joined(separator: " ")
  }

  private var keys: [Key] {
    var seen: [[Cell]: Int] = Dictionary(minimumCapacity: count)
    return (0..<count).map { row in
      let cells = columns.map { $0.values.cell(row) }
      let occurrence = seen[cells, default: 0]
      seen[cells] = occurrence + 1
      return Key(cells: cells, occurrence: occurrence)
    }
  }
}
