/// Joins the rows of chunks, in file order, into the columns of a table.
struct TableBuilder {
  private let plan: Plan
  private var integers: [[Int32]]
  private var numbers: [[Double]]
  private var codes: [[Int32]]
  private let pools: TextPools
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
    pools = TextPools(plan.interned)
    issues = Delimited.RowIssues(plan.mode)
  }

  /// Makes room for `added` rows and, if that needs more memory anyway, for all that are still to be expected when
  /// `progress` of the input was read.
  private mutating func reserve(_ added: Int, progress: Double) {
    let needed = rowCount + added
    let expected = progress > 0 ? Double(needed) / progress * 1.03 : 0
    let wanted = max(needed + needed / 4, Int(min(expected, Double(needed) * 100, Double(plan.limits.rows))))
    for i in integers.indices where integers[i].capacity < needed { integers[i].reserveCapacity(wanted) }
    for i in numbers.indices where numbers[i].capacity < needed { numbers[i].reserveCapacity(wanted) }
    for i in codes.indices where codes[i].capacity < needed { codes[i].reserveCapacity(wanted) }
  }

  /// Adds the rows of a chunk that begins after `lines` lines of the file; false if a text column passes 4 GiB.
  mutating func append(_ rows: RowBuffer, afterLines before: Int, progress: Double) -> Bool {
    reserve(rows.rows, progress: progress)
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

  /// Adds a text column, with its codes changed from those of the chunk to those of the table.
  private mutating func appendCodes(_ column: Int, _ rows: RowBuffer) -> Bool {
    let local = rows.pools[column]
    var map = [Int32](repeating: -1, count: local.count + 1)
    for code in 0..<local.count {
      let start = local.start(of: code)
      guard let joined = pools.pools[column].code(local.bytes + start, Int(local.ends[code]) - start) else {
        return false
      }
      map[code + 1] = joined
    }
    let changed = UnsafeMutableBufferPointer(start: rows.codes[column], count: rows.rows)
    map.withUnsafeBufferPointer { map in
      for row in changed.indices { changed[row] = map[Int(changed[row]) + 1] }
    }
    codes[column].append(contentsOf: changed)
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
        let pool = pools.pools[slot]
        let bytes = Array(UnsafeBufferPointer(start: pool.bytes, count: pool.byteCount))
        let ends = Array(UnsafeBufferPointer(start: pool.ends, count: pool.count))
        storage[column.name] = .texts(Delimited.TextColumn(codes: codes[slot], bytes: bytes, ends: ends))
      }
    }
    return Delimited.Table(
      file: plan.file, rowCount: rowCount, header: plan.header, lines: lines, issues: issues, blankLines: blankLines,
      transcodedFields: transcodedFields, storage: storage, order: plan.wanted.map(\.column.name))
  }
}

/// Text pools that are released with their owner.
private final class TextPools {
  let pools: UnsafeMutableBufferPointer<TextPool>

  init(_ interned: [Bool]) {
    pools = .allocate(capacity: interned.count)
    for i in interned.indices { pools.initializeElement(at: i, to: TextPool(interned: interned[i])) }
  }

  deinit {
    for pool in pools { pool.free() }
    pools.deallocate()
  }
}
