/// The rows read from one chunk, column by column, before they are joined to those of the chunks before.
///
/// The columns are plain memory that only the parser of the chunk writes; `capacity` rows have room.
final class RowBuffer: @unchecked Sendable {
  var rows = 0
  private(set) var capacity: Int
  let integers: UnsafeMutableBufferPointer<UnsafeMutablePointer<Int32>>
  let numbers: UnsafeMutableBufferPointer<UnsafeMutablePointer<Double>>
  let codes: UnsafeMutableBufferPointer<UnsafeMutablePointer<Int32>>
  let pools: UnsafeMutableBufferPointer<TextPool>
  var lines = Delimited.LineNumbers()
  var issues: Delimited.RowIssues
  /// Physical lines that were consumed.
  var lineCount = 0
  var blankLines = 0
  var transcodedFields = 0
  /// Where the first row begins that has no end here; the number of bytes if there is none.
  var consumed = 0
  var failure: ChunkFailure?

  init(_ plan: Plan) {
    capacity = 1 << 12
    integers = .allocate(capacity: plan.integerCount)
    numbers = .allocate(capacity: plan.numberCount)
    codes = .allocate(capacity: plan.interned.count)
    pools = .allocate(capacity: plan.interned.count)
    issues = Delimited.RowIssues(plan.mode)
    for i in integers.indices { integers.initializeElement(at: i, to: .allocate(capacity: capacity)) }
    for i in numbers.indices { numbers.initializeElement(at: i, to: .allocate(capacity: capacity)) }
    for i in codes.indices { codes.initializeElement(at: i, to: .allocate(capacity: capacity)) }
    for i in pools.indices { pools.initializeElement(at: i, to: TextPool(interned: plan.interned[i])) }
  }

  deinit {
    for pointer in integers { pointer.deallocate() }
    for pointer in numbers { pointer.deallocate() }
    for pointer in codes { pointer.deallocate() }
    for pool in pools { pool.free() }
    integers.deallocate()
    numbers.deallocate()
    codes.deallocate()
    pools.deallocate()
  }

  func reset(_ plan: Plan) {
    rows = 0
    lines = Delimited.LineNumbers()
    issues = Delimited.RowIssues(plan.mode)
    lineCount = 0
    blankLines = 0
    transcodedFields = 0
    consumed = 0
    failure = nil
    for i in pools.indices { pools[i].removeAll() }
  }

  /// Makes room for more rows behind the first `rows`.
  func grow(_ rows: Int) {
    capacity *= 2
    for i in integers.indices { integers[i] = moved(integers[i], rows, to: capacity) }
    for i in numbers.indices { numbers[i] = moved(numbers[i], rows, to: capacity) }
    for i in codes.indices { codes[i] = moved(codes[i], rows, to: capacity) }
  }
}

/// Why the rest of a chunk was not read; lines count from 1 and offsets from 0 at its beginning.
enum ChunkFailure {
  case nul(line: Int, offset: Int)
  case limit(what: String, limit: Int, line: Int)
  case row(Delimited.RowIssue)

  func error(file: String, line base: Int, offset: Int) -> DelimitedError {
    switch self {
    case .nul(let line, let at): .nul(file: file, line: base + line, offset: offset + at)
    case .limit(let what, let limit, let line):
      .limit(file: file, what: what, limit: limit, position: "line \(base + line)")
    case .row(let issue): .row(issue.shifted(by: base))
    }
  }
}
