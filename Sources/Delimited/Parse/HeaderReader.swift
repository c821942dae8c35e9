/// What stands before the first row: byte order mark, preamble, column names.
struct Head {
  var names: [String]
  /// The 1-based line of the header; 0 where there is none.
  var line: Int
  /// The bytes and lines before the first row.
  var bytes: Int
  var lines: Int
}

/// Finds the header in the first bytes of a file.
struct HeaderReader {
  let reader: BlockReader
  let format: Delimited.Format
  let limits: Delimited.Limits
  private var file: String { reader.stream.name }
  /// Rows in which a header is looked for by its names.
  private static let searchLimit = 1_000
  private static let firstFill = 1 << 16

  init(_ reader: BlockReader, _ format: Delimited.Format, _ limits: Delimited.Limits) {
    self.reader = reader
    self.format = format
    self.limits = limits
  }

  /// Reads the header and takes it away from the reader's pending bytes.
  func read() throws(DelimitedError) -> Head {
    var size = HeaderReader.firstFill
    while true {
      try reader.fill(size)
      try refuse()
      reader.pending.terminate()
      if let head = try find() {
        guard head.names.count <= limits.columns else {
          throw .limit(
            file: file, what: "the number of columns", limit: limits.columns, position: "line \(max(head.line, 1))")
        }
        reader.pending.removeFirst(head.bytes)
        return head
      }
      guard size <= limits.rowBytes else {
        throw .limit(file: file, what: "the length of the header in bytes", limit: limits.rowBytes, position: "line 1")
      }
      size *= 2
    }
  }

  private func refuse() throws(DelimitedError) {
    let bytes = UnsafeBufferPointer(start: reader.pending.base, count: reader.pending.count)
    switch Signature(bytes) {
    case .html: throw .html(file: file)
    case .refused(let what, let advice): throw .unsupported(file: file, what: what, advice: advice)
    case .text, .gzip, .zip: return
    }
  }

  /// The header; `nil` if more bytes are needed to know it.
  private func find() throws(DelimitedError) -> Head? {
    let bytes = reader.pending
    var p = bytes.count >= 3 && bytes.base[0] == 0xEF && bytes.base[1] == 0xBB && bytes.base[2] == 0xBF ? 3 : 0
    var line = 0
    var skip = 0
    if case .none(let names) = format.header { return Head(names: names, line: 0, bytes: p, lines: 0) }
    if case .afterLines(let count) = format.header { skip = count }
    var searched = 0
    while true {
      guard p < bytes.count else {
        guard reader.isAtEnd else { return nil }
        if case .firstRowNaming(let names) = format.header, searched > 0 {
          throw .noHeader(file: file, naming: names, linesSearched: line)
        }
        throw .empty(file: file)
      }
      let isBlank = bytes.base[p] == 0x0A || bytes.base[p] == 0x0D
      if skip > 0 || isBlank {
        guard let end = physicalLine(p) else { return nil }
        skip -= 1
        line += 1
        p = end
        continue
      }
      guard let row = row(p) else { return nil }
      try refuseNul(p, row.end, line: line)
      if case .firstRowNaming(let wanted) = format.header {
        let found = Set(row.fields.map(fold))
        guard wanted.allSatisfy({ found.contains(fold($0)) }) else {
          searched += 1
          guard searched < HeaderReader.searchLimit else {
            throw .noHeader(file: file, naming: wanted, linesSearched: line)
          }
          line += row.lines
          p = row.end
          continue
        }
      }
      return Head(names: row.fields, line: line + 1, bytes: row.end, lines: line + row.lines)
    }
  }

  private func refuseNul(_ start: Int, _ end: Int, line: Int) throws(DelimitedError) {
    let bytes = reader.pending
    if let nul = (start..<end).first(where: { bytes.base[$0] == 0 }) {
      throw .nul(file: file, line: line + 1 + countLines(bytes.base, start, nul), offset: nul)
    }
  }

  /// The place behind the line that begins at `p`; `nil` if it does not end here.
  private func physicalLine(_ p: Int) -> Int? {
    let bytes = reader.pending
    var q = p
    while bytes.base[q] != 0x0A, bytes.base[q] != 0x0D { q += 1 }
    if q + 1 >= bytes.count, !reader.isAtEnd { return nil }
    if q >= bytes.count { return bytes.count }
    return bytes.base[q] == 0x0D && q + 1 < bytes.count && bytes.base[q + 1] == 0x0A ? q + 2 : q + 1
  }

  /// The fields of the row that begins at `p`; `nil` if it does not end here. A line with a quote that never closes is
  /// read as if it had no quotes.
  private func row(_ p: Int) -> (fields: [String], end: Int, lines: Int)? {
    let bytes = reader.pending
    let separator = format.separator.rawValue
    var fields: [String] = []
    var field: [UInt8] = []
    var q = p
    var inQuotes = false
    var atStart = true
    while q < bytes.count {
      let b = bytes.base[q]
      if inQuotes {
        if b == 0x22, q + 1 < bytes.count, bytes.base[q + 1] == 0x22 {
          field.append(b)
          q += 1
        } else if b == 0x22 {
          inQuotes = false
        } else {
          field.append(b)
        }
      } else if b == 0x22, format.quoted, atStart {
        inQuotes = true
        atStart = false
      } else if b == separator {
        fields.append(decode(field))
        field.removeAll(keepingCapacity: true)
        atStart = true
      } else if b == 0x0A || b == 0x0D {
        break
      } else {
        field.append(b)
        atStart = false
      }
      q += 1
    }
    if q >= bytes.count, !reader.isAtEnd { return nil }
    if inQuotes { return unquotedLine(p) }
    fields.append(decode(field))
    guard let end = q >= bytes.count ? bytes.count : physicalLine(q) else { return nil }
    return (fields, end, countLines(bytes.base, p, q) + 1)
  }

  private func unquotedLine(_ p: Int) -> (fields: [String], end: Int, lines: Int)? {
    guard let end = physicalLine(p) else { return nil }
    let line = UnsafeBufferPointer(start: reader.pending.base + p, count: end - p)
    let fields = line.split(separator: format.separator.rawValue, omittingEmptySubsequences: false)
    return (fields.map { decode($0.filter { $0 != 0x0A && $0 != 0x0D }) }, end, 1)
  }

  /// A name, in the encoding of the file; what is not UTF-8 is read as Windows-1252, since names are only compared.
  private func decode(_ bytes: [UInt8]) -> String {
    let latin1 = format.encoding == .latin1
    if !latin1, format.encoding != .windows1252, let text = String(validating: bytes, as: UTF8.self) { return text }
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { appendUTF8($0, latin1: latin1, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
