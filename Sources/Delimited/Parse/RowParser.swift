#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the rows of one chunk of bytes that is taken to begin at the beginning of a row.
///
/// The byte behind the last one must be a line feed (``ByteBuffer/terminate()``): scans for the end of a field then
/// need no check for the end of the chunk.
struct RowParser {
  let plan: Plan
  let out: RowBuffer
  let base: UnsafePointer<UInt8>
  let count: Int
  /// Whether the end of the chunk is the end of the file.
  let isLast: Bool
  private let actions: UnsafePointer<Plan.Action>
  private let fieldCount: Int
  let separator: UInt8
  /// The quote, or a byte that does not occur.
  private let quote: UInt8
  let fieldLimit: Int
  let powersOfTen: UnsafePointer<Double>
  /// The rows kept so far: the place of the current one.
  private(set) var row = 0
  /// Physical lines of the chunk before the current place.
  var line = 0
  /// The line of the next row if nothing stands between it and the last one.
  private var expectedLine = -1
  /// The texts of the current row.
  let texts: UnsafeMutableBufferPointer<TextSlice>
  /// The bytes of this row's texts that do not stand in the chunk as they are, one after the other.
  var scratch: [UInt8] = []
  var transcodedFields = 0
  /// Whether the current row is rejected, and why. The flag spares the inner loop the optional.
  private var isRejected = false
  private var issue: Delimited.RowIssue?

  /// A text of the current row: a place in the chunk, or in the scratch bytes; `start` -1 if missing.
  struct TextSlice {
    var start: Int
    var count: Int
    var inScratch: Bool
  }

  static func parse(
    _ plan: Plan, _ base: UnsafePointer<UInt8>, _ count: Int, isLast: Bool, into out: RowBuffer
  ) {
    // A NUL byte ends what can be read, but an earlier failure comes first.
    let nul = memchr(base, 0, count).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
    guard var parser = RowParser(plan, base, nul ?? count, isLast: isLast && nul == nil, into: out) else { return }
    parser.run()
    parser.texts.deallocate()
    if let nul, out.failure == nil { out.failure = .nul(line: countLines(base, 0, nul) + 1, offset: nul) }
  }

  private init?(_ plan: Plan, _ base: UnsafePointer<UInt8>, _ count: Int, isLast: Bool, into out: RowBuffer) {
    guard let powersOfTen = plan.powersOfTen.baseAddress, let actions = plan.actions.baseAddress else { return nil }
    self.plan = plan
    self.out = out
    self.base = base
    self.count = count
    self.isLast = isLast
    self.powersOfTen = powersOfTen
    self.actions = UnsafePointer(actions)
    fieldCount = plan.actions.count
    separator = plan.separator
    quote = plan.quoted ? 0x22 : 0x00
    fieldLimit = plan.limits.fieldBytes
    texts = .allocate(capacity: plan.interned.count)
    texts.initialize(repeating: TextSlice(start: -1, count: 0, inScratch: false))
  }

  private mutating func run() {
    var p = 0
    while p < count {
      let first = base[p]
      if first == 0x0A || first == 0x0D {
        p = afterLineBreak(p)
        line += 1
        out.blankLines += 1
        continue
      }
      guard let next = readRow(p) else { break }
      p = next
    }
    out.rows = row
    out.lines.count = row
    out.consumed = p
    out.lineCount = line
  }

  /// Reads the row that begins at `start`; returns where the next one begins, `nil` if this one does not end here or
  /// the chunk failed.
  @inline(__always)
  private mutating func readRow(_ start: Int) -> Int? {
    let firstLine = line + 1
    var field = 0
    var p = start
    while true {
      var end: Int
      if base[p] == quote, p < count {
        guard let closing = readQuoted(p, field, firstLine) else {
          if isLast || count - p > fieldLimit + 2 { return recover(p, field, firstLine) }
          abandon(firstLine)
          return nil
        }
        end = closing
      } else {
        end = readUnquoted(p, field, firstLine)
        if end - p > fieldLimit {
          out.failure = .limit(what: "the length of a field in bytes", limit: fieldLimit, line: firstLine)
          return nil
        }
      }
      if base[end] == separator {
        p = end + 1
        field += 1
        continue
      }
      if end >= count, !isLast {
        abandon(firstLine)
        return nil
      }
      if end - start > plan.limits.rowBytes {
        out.failure = .limit(what: "the length of a row in bytes", limit: plan.limits.rowBytes, line: firstLine)
        return nil
      }
      line += 1
      if field + 1 != fieldCount, !isRejected { blame(ragged(field + 1, start, end, line: firstLine)) }
      guard finish(firstLine) else { return nil }
      return end >= count ? count : afterLineBreak(end)
    }
  }

  /// Reads an unquoted field; returns the place of the byte that ends it.
  @inline(__always)
  private mutating func readUnquoted(_ p: Int, _ field: Int, _ firstLine: Int) -> Int {
    guard field < fieldCount, !isRejected else { return fieldEnd(p) }
    let action = actions + field
    switch action.pointee.step {
    case .skip:
      return fieldEnd(p)
    case .integer:
      if let end = fastInteger(action, p) { return end }
    case .number:
      if let end = fastNumber(action, p) { return end }
    case .text:
      let end = fieldEnd(p)
      if fastText(action, p, end) { return end }
    case .day:
      break
    }
    let end = fieldEnd(p)
    if !convert(action, p, end, escapes: false) { blame(issue(field, p, end, line: firstLine)) }
    return end
  }

  /// Reads the quoted field that opens at `p`; returns the place of the byte that ends it, `nil` if nothing closes it.
  private mutating func readQuoted(_ p: Int, _ field: Int, _ firstLine: Int) -> Int? {
    guard let closing = closingQuote(p) else { return nil }
    var end = closing.end + 1
    if field < fieldCount, !isRejected {
      let action = actions + field
      if !convert(action, p + 1, closing.end, escapes: closing.escapes) {
        blame(issue(field, p + 1, closing.end, line: firstLine))
      }
    }
    if !isTerminator(base[end]) {
      let tail = end
      end = fieldEnd(end)
      blame(strayText(field, tail, end, line: firstLine))
    }
    return end
  }

  /// Leaves a row whose end is in the next chunk.
  private mutating func abandon(_ firstLine: Int) {
    line = firstLine - 1
    issue = nil
    isRejected = false
  }

  /// Rejects the current row, unless it already is.
  @inline(never)
  private mutating func blame(_ issue: Delimited.RowIssue?) {
    guard !isRejected, let issue else { return }
    self.issue = issue
    isRejected = true
  }

  /// Keeps the row, or counts it as rejected; false if the chunk fails here.
  @inline(__always)
  private mutating func finish(_ firstLine: Int) -> Bool {
    if isRejected { return reject() }
    for slot in texts.indices {
      guard let code = code(slot) else {
        out.failure = .limit(what: "the size of a text column", limit: Int(UInt32.max), line: firstLine)
        return false
      }
      out.codes[slot][row] = code
    }
    if !scratch.isEmpty || transcodedFields > 0 {
      out.transcodedFields += transcodedFields
      transcodedFields = 0
      scratch.removeAll(keepingCapacity: true)
    }
    if firstLine != expectedLine { out.lines.begin(row, firstLine) }
    expectedLine = firstLine + 1
    row += 1
    if row == out.capacity { out.grow(row) }
    return true
  }

  /// The code of a text of the current row; -1 if it is missing, `nil` if the column is full.
  @inline(__always)
  private func code(_ slot: Int) -> Int32? {
    let text = texts[slot]
    if text.start < 0 { return -1 }
    if !text.inScratch { return out.pools[slot].code(base + text.start, text.count) }
    return scratch.withUnsafeBufferPointer { bytes in
      out.pools[slot].code(bytes.baseAddress.map { $0 + text.start } ?? base, text.count)
    }
  }

  @inline(never)
  private mutating func reject() -> Bool {
    guard let issue else { return true }
    out.issues.add(issue)
    if plan.mode == .strict { out.failure = .row(issue) }
    self.issue = nil
    isRejected = false
    transcodedFields = 0
    scratch.removeAll(keepingCapacity: true)
    return plan.mode != .strict
  }

  /// Rejects a row with a quoted field that never closes, and goes on behind the line on which it opens.
  private mutating func recover(_ p: Int, _ field: Int, _ firstLine: Int) -> Int? {
    var q = p
    while base[q] != 0x0A, base[q] != 0x0D { q += 1 }
    if q >= count, !isLast {
      abandon(firstLine)
      return nil
    }
    line += 1
    let place = place(of: field)
    blame(
      Delimited.RowIssue(
        file: plan.file, line: firstLine, column: place.name, position: place.position,
        found: escaped(UnsafeBufferPointer(start: base + p, count: q - p)),
        expected: "a quote that closes the field within \(fieldLimit) bytes"))
    guard reject() else { return nil }
    return q >= count ? count : afterLineBreak(q)
  }
}
