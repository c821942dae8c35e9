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
  let base: UnsafePointer<UInt8>
  let count: Int
  /// Whether the end of the chunk is the end of the file.
  let isLast: Bool
  let out: RowBuffer
  /// Physical lines of the chunk before the current place.
  var line = 0
  /// The bytes of this row's texts that do not stand in the chunk as they are, one after the other.
  var scratch: [UInt8] = []
  var transcodedFields = 0
  let texts: UnsafeMutableBufferPointer<TextSlice>

  /// A text of the current row: a place in the chunk, or in the scratch bytes; `start` -1 if missing.
  struct TextSlice {
    var start: Int
    var count: Int
    var inScratch: Bool
  }

  /// How a field ends.
  enum End {
    case separator
    case row
    /// The chunk ends before the row does.
    case chunk
  }

  static func parse(
    _ plan: Plan, _ base: UnsafePointer<UInt8>, _ count: Int, isLast: Bool, into out: RowBuffer
  ) {
    let texts = UnsafeMutableBufferPointer<TextSlice>.allocate(capacity: plan.interned.count)
    texts.initialize(repeating: TextSlice(start: -1, count: 0, inScratch: false))
    defer { texts.deallocate() }
    var parser = RowParser(plan: plan, base: base, count: count, isLast: isLast, out: out, texts: texts)
    if let nul = memchr(base, 0, count) {
      let offset = UnsafeRawPointer(nul) - UnsafeRawPointer(base)
      out.failure = .nul(line: countLines(base, 0, offset) + 1, offset: offset)
      return
    }
    parser.run()
  }

  private mutating func run() {
    let plan = self.plan
    var p = 0
    while p < count {
      let first = base[p]
      if first == 0x0A || first == 0x0D {
        p = afterLineBreak(p)
        line += 1
        out.blankLines += 1
        continue
      }
      let next = readRow(p, plan)
      if out.failure != nil { return }
      guard let next else {
        out.consumed = p
        out.lineCount = line
        return
      }
      p = next
    }
    out.consumed = count
    out.lineCount = line
  }

  /// Reads the row that begins at `start`; returns where the next one begins, `nil` if this one does not end here.
  private mutating func readRow(_ start: Int, _ plan: Plan) -> Int? {
    let firstLine = line + 1
    let actions = plan.actions
    let quote: UInt8 = plan.quoted ? 0x22 : 0x00
    var issue: Delimited.RowIssue?
    var field = 0
    var p = start
    if !scratch.isEmpty { scratch.removeAll(keepingCapacity: true) }
    transcodedFields = 0
    while true {
      var end: Int
      var quotes = 0
      let step = field < actions.count && issue == nil ? actions[field].step : .skip
      if base[p] == quote, p < count {
        guard let closing = closingQuote(p) else {
          if !isLast, count - p <= plan.limits.fieldBytes + 2 {
            line = firstLine - 1
            return nil
          }
          return recover(p, field: field, firstLine: firstLine, issue: issue)
        }
        end = closing.end + 1
        quotes = 2
        if step != .skip,
          !convert(actions[field], field, p + 1, closing.end, escapes: closing.escapes)
        {
          issue = self.issue(field, p + 1, closing.end, line: firstLine)
        }
        if !isTerminator(base[end]) {
          let tail = end
          end = fieldEnd(end)
          issue = issue ?? strayText(field, tail, end, line: firstLine)
        }
      } else if step == .integer, let fast = fastInteger(actions[field], p) {
        end = fast
      } else if step == .number, let fast = fastNumber(actions[field], p) {
        end = fast
      } else {
        end = fieldEnd(p)
        if step != .skip, !convert(actions[field], field, p, end, escapes: false) {
          issue = self.issue(field, p, end, line: firstLine)
        }
      }
      if end - p - quotes > plan.limits.fieldBytes {
        out.failure = .limit(what: "the length of a field in bytes", limit: plan.limits.fieldBytes, line: firstLine)
        return nil
      }
      if base[end] == plan.separator {
        p = end + 1
        field += 1
        continue
      }
      if end >= count, !isLast {
        line = firstLine - 1
        return nil
      }
      let next = end >= count ? count : afterLineBreak(end)
      line += 1
      issue = issue ?? ragged(field + 1, start, end, line: firstLine)
      finish(issue, firstLine)
      return next
    }
  }

  /// Keeps the row, or counts it as rejected.
  private mutating func finish(_ issue: Delimited.RowIssue?, _ firstLine: Int) {
    if let issue {
      reject(issue)
      return
    }
    for slot in texts.indices {
      let text = texts[slot]
      if text.start < 0 {
        out.codes[slot][out.rows] = -1
        continue
      }
      let code =
        text.inScratch
        ? scratch.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { out.pools[slot].code($0 + text.start, text.count) } ?? out.pools[slot].code(base, 0)
        }
        : out.pools[slot].code(base + text.start, text.count)
      guard let code else {
        out.failure = .limit(what: "the size of a text column", limit: Int(UInt32.max), line: firstLine)
        return
      }
      out.codes[slot][out.rows] = code
    }
    out.transcodedFields += transcodedFields
    out.lines.append(firstLine)
    out.commit()
  }

  private func reject(_ issue: Delimited.RowIssue) {
    out.issues.add(issue)
    if plan.mode == .strict { out.failure = .row(issue) }
  }

  // MARK: - Scanning

  @inline(__always)
  private func isTerminator(_ b: UInt8) -> Bool {
    b == plan.separator || b == 0x0A || b == 0x0D
  }

  /// The end of the unquoted field that begins at `p`.
  @inline(__always)
  private func fieldEnd(_ p: Int) -> Int {
    let separator = plan.separator
    var q = p
    while true {
      let b = base[q]
      if b == separator || b == 0x0A || b == 0x0D { return q }
      q += 1
    }
  }

  /// The place behind a line break: LF, CR LF, or CR.
  @inline(__always)
  private func afterLineBreak(_ p: Int) -> Int {
    if base[p] == 0x0D, p + 1 < count, base[p + 1] == 0x0A { return p + 2 }
    return p + 1
  }

  /// The quote that closes the field that is opened at `p`, and whether there are doubled quotes before it; `nil` if
  /// there is none within the limit or the chunk. Line breaks on the way are counted.
  private mutating func closingQuote(_ p: Int) -> (end: Int, escapes: Bool)? {
    let limit = min(count, p + 2 + plan.limits.fieldBytes)
    var escapes = false
    var lines = 0
    var q = p + 1
    while q < limit {
      let b = base[q]
      if b == 0x22 {
        guard q + 1 < count, base[q + 1] == 0x22 else {
          line += lines
          return (q, escapes)
        }
        escapes = true
        q += 1
      } else if b == 0x0A || (b == 0x0D && base[q + 1] != 0x0A) {
        lines += 1
      }
      q += 1
    }
    return nil
  }

  /// Rejects a row with a quoted field that never closes, and goes on behind the line on which it opens.
  private mutating func recover(_ p: Int, field: Int, firstLine: Int, issue: Delimited.RowIssue?) -> Int? {
    var q = p
    while base[q] != 0x0A, base[q] != 0x0D { q += 1 }
    if q >= count, !isLast {
      line = firstLine - 1
      return nil
    }
    line += 1
    let place = place(of: field)
    finish(
      issue
        ?? Delimited.RowIssue(
          file: plan.file, line: firstLine, column: place.name, position: place.position,
          found: escaped(UnsafeBufferPointer(start: base + p, count: q - p)),
          expected: "a quote that closes the field within \(plan.limits.fieldBytes) bytes"), firstLine)
    return q >= count ? count : afterLineBreak(q)
  }
}

/// The line breaks (LF, CR LF, or CR) in a range of bytes; the byte behind the range must exist.
func countLines(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
  var lines = 0
  for q in start..<end where base[q] == 0x0A || (base[q] == 0x0D && base[q + 1] != 0x0A) { lines += 1 }
  return lines
}
