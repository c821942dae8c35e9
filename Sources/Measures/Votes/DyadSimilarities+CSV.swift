import Dispatch

extension DyadSimilarities {
  /// The columns as CSV, numbers in full; an undefined index is an empty field.
  ///
  /// - Returns: pieces to be written one after the other, so that the text is never held twice.
  package func csv(by unit: Unit, workers: Int = 2) -> [[UInt8]] {
    let header =
      "\(unit.rawValue),ccode1,ccode2,n," + Self.names.map { $0.replacing(".", with: "_") }.joined(separator: ",")
    let size = 16_384
    let pieces = Memo<Int, [UInt8]>()
    let number = (count + size - 1) / size
    @Sendable func piece(_ index: Int) -> [UInt8] {
      pieces.value(for: index) { text(rows: index * size..<min(count, (index + 1) * size)) }
    }
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: number) { _ = piece($0) } }
    return [Array((header + "\n").utf8)] + (0..<number).map(piece)
  }

  private func text(rows: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(rows.count * 190)
    for row in rows {
      append(Int(periods[row]), to: &out)
      out.append(UInt8(ascii: ","))
      append(Int(firsts[row]), to: &out)
      out.append(UInt8(ascii: ","))
      append(Int(seconds[row]), to: &out)
      out.append(UInt8(ascii: ","))
      append(Int(counts[row]), to: &out)
      for column in values {
        out.append(UInt8(ascii: ","))
        let value = column[row]
        if value == value.rounded(), abs(value) < 10 {
          append(Int(value), to: &out)
        } else if !value.isNaN {
          out.append(contentsOf: value.description.utf8)
        }
      }
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  private func append(_ value: Int, to out: inout [UInt8]) {
    if value < 0 { out.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = out.count
    repeat {
      out.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    out[start...].reverse()
  }
}
