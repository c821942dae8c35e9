extension RowParser {
  @inline(__always)
  func isTerminator(_ b: UInt8) -> Bool {
    b == separator || b == 0x0A || b == 0x0D
  }

  /// The end of the unquoted field that begins at `p`.
  @inline(__always)
  func fieldEnd(_ p: Int) -> Int {
    let separator = self.separator
    var q = p
    while true {
      let b = base[q]
      if b == separator || b == 0x0A || b == 0x0D { return q }
      q += 1
    }
  }

  /// The place behind a line break: LF, CR LF, or CR.
  @inline(__always)
  func afterLineBreak(_ p: Int) -> Int {
    if base[p] == 0x0D, p + 1 < count, base[p + 1] == 0x0A { return p + 2 }
    return p + 1
  }

  /// The quote that closes the field that is opened at `p`, and whether there are doubled quotes before it; `nil` if
  /// there is none within the limit or the chunk. Line breaks on the way are counted.
  mutating func closingQuote(_ p: Int) -> (end: Int, escapes: Bool)? {
    let limit = min(count, p + 2 + fieldLimit)
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
}

/// The line breaks (LF, CR LF, or CR) in a range of bytes; the byte behind the range must exist.
func countLines(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
  var lines = 0
  for q in start..<end where base[q] == 0x0A || (base[q] == 0x0D && base[q + 1] != 0x0A) { lines += 1 }
  return lines
}
