/// The rows read from one chunk, column by column, before they are joined to those of the chunks before.
final class RowBuffer: @unchecked Sendable {
  private(set) var rows = 0
  private var capacity = 0
  let integers: UnsafeMutableBufferPointer<UnsafeMutablePointer<Int32>>
  let numbers: UnsafeMutableBufferPointer<UnsafeMutablePointer<Double>>
  let codes: UnsafeMutableBufferPointer<UnsafeMutablePointer<Int32>>
  let pools: [TextPool]
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
    integers = .allocate(capacity: plan.integerCount)
    numbers = .allocate(capacity: plan.numberCount)
    codes = .allocate(capacity: plan.interned.count)
    pools = plan.interned.map { TextPool(interned: $0) }
    issues = RowBuffer.noIssues(plan)
    capacity = 1 << 12
    for i in integers.indices { integers.initializeElement(at: i, to: .allocate(capacity: capacity)) }
    for i in numbers.indices { numbers.initializeElement(at: i, to: .allocate(capacity: capacity)) }
    for i in codes.indices { codes.initializeElement(at: i, to: .allocate(capacity: capacity)) }
  }

  deinit {
    for pointer in integers { pointer.deallocate() }
    for pointer in numbers { pointer.deallocate() }
    for pointer in codes { pointer.deallocate() }
    integers.deallocate()
    numbers.deallocate()
    codes.deallocate()
  }

  func reset(_ plan: Plan) {
    rows = 0
    lines = Delimited.LineNumbers()
    issues = RowBuffer.noIssues(plan)
    lineCount = 0
    blankLines = 0
    transcodedFields = 0
    consumed = 0
    failure = nil
    for pool in pools { pool.removeAll() }
  }

  /// Keeps the row that was written behind the last one.
  @inline(__always)
  func commit() {
    rows += 1
    if rows == capacity { grow() }
  }

  private func grow() {
    let larger = capacity * 2
    for i in integers.indices { integers[i] = RowBuffer.moved(integers[i], rows, to: larger) }
    for i in numbers.indices { numbers[i] = RowBuffer.moved(numbers[i], rows, to: larger) }
    for i in codes.indices { codes[i] = RowBuffer.moved(codes[i], rows, to: larger) }
    capacity = larger
  }

  private static func moved<T: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<T>, _ count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    new.update(from: old, count: count)
    old.deallocate()
    return new
  }

  private static func noIssues(_ plan: Plan) -> Delimited.RowIssues {
    if case .collect(let listing) = plan.mode { return Delimited.RowIssues(capacity: listing) }
    return Delimited.RowIssues(capacity: 1)
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
