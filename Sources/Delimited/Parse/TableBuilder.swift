/// Joins the rows of chunks, in file order, into the columns of a table.
struct TableBuilder {
  private let plan: Plan
  private var integers: [[Int32]]
  private var numbers: [[Double]]
  private var codes: [[Int32]]
  private let pools: [TextPool]
  private(set) var rowCount = 0
  private var lines = Delimited.LineNumbers()
  private(set) var issues: Delimited.RowIssues
  private(set) var blankLines = 0
  private(set) var transcodedFields = 0

  init(_ plan: Plan) {
    self.plan = plan
    integers = Array(repeating: [], count: plan.integerCount)
    numbers = Array(repeating: [], count: plan.numberCount)
    codes = Array(repeating: [], count: plan.interned.count)
    pools = plan.interned.map { TextPool(interned: $0) }
    if case .collect(let listing) = plan.mode {
      issues = Delimited.RowIssues(capacity: listing)
    } else {
      issues = Delimited.RowIssues(capacity: 1)
    }
  }

  /// Makes room for the rows that are still to be expected when `progress` of the input was read.
  mutating func reserve(progress: Double) {
    guard rowCount > 0, progress > 0.001, progress < 1, rowCount == integers.first?.count ?? rowCount else { return }
    let expected = min(Double(rowCount) / progress * 1.02, Double(rowCount) * 64)
    let wanted = min(Int(expected), plan.limits.rows)
    for i in integers.indices where integers[i].capacity < rowCount * 2 { integers[i].reserveCapacity(wanted) }
    for i in numbers.indices where numbers[i].capacity < rowCount * 2 { numbers[i].reserveCapacity(wanted) }
    for i in codes.indices where codes[i].capacity < rowCount * 2 { codes[i].reserveCapacity(wanted) }
  }

  /// Adds the rows of a chunk that begins after `lines` lines of the file; false if a text column passes 4 GiB.
  mutating func append(_ rows: RowBuffer, afterLines before: Int) -> Bool {
    for i in integers.indices {
      integers[i].append(contentsOf: UnsafeBufferPointer(start: rows.integers[i], count: rows.rows))
    }
    for i in numbers.indices {
      numbers[i].append(contentsOf: UnsafeBufferPointer(start: rows.numbers[i], count: rows.rows))
    }
    for i in codes.indices {
      guard appendCodes(i, rows) else { return false }
    }
    lines.append(rows.lines, shiftedBy: before)
    count(rows, afterLines: before)
    return true
  }

  /// Counts the rows of a chunk without keeping them.
  mutating func count(_ rows: RowBuffer, afterLines before: Int) {
    issues.add(rows.issues, shiftedBy: before)
    rowCount += rows.rows
    blankLines += rows.blankLines
    transcodedFields += rows.transcodedFields
  }

  private mutating func appendCodes(_ column: Int, _ rows: RowBuffer) -> Bool {
    let local = rows.pools[column]
    var map = [Int32](repeating: -1, count: local.count + 1)
    for code in 0..<local.count {
      let start = local.start(of: code)
      guard let joined = pools[column].code(local.bytes + start, Int(local.ends[code]) - start) else { return false }
      map[code + 1] = joined
    }
    let source = rows.codes[column]
    map.withUnsafeBufferPointer { map in
      for row in 0..<rows.rows { codes[column].append(map[Int(source[row]) + 1]) }
    }
    return true
  }

  /// The table of everything that was added.
  consuming func table() -> Delimited.Table {
    var storage: [String: Delimited.Table.Storage] = [:]
    for (column, position) in plan.wanted {
      guard let position else { continue }
      let slot = plan.actions[position].slot
      switch column.kind {
      case .integer: storage[column.name] = .integers(integers[slot])
      case .day: storage[column.name] = .days(integers[slot])
      case .number: storage[column.name] = .numbers(numbers[slot])
      case .text:
        let pool = pools[slot]
        let bytes = Array(UnsafeBufferPointer(start: pool.bytes, count: pool.byteCount))
        storage[column.name] = .texts(Delimited.TextColumn(codes: codes[slot], bytes: bytes, ends: pool.ends))
      }
    }
    return Delimited.Table(
      file: plan.file, rowCount: rowCount, header: plan.header, lines: lines, issues: issues, blankLines: blankLines,
      transcodedFields: transcodedFields, storage: storage, order: plan.wanted.map(\.column.name))
  }
}
