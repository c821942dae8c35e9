extension Delimited {
  /// The physical line of each row, kept as the rows at which the distance between row and line changes.
  ///
  /// - Complexity: `subscript` is O(log k) in the number k of changes: rejected rows, blank lines, embedded line
  ///   breaks.
  public struct LineNumbers: Sendable, Hashable {
    var rows: [Int32] = []
    var firstLines: [Int] = []
    /// The number of rows.
    public internal(set) var count = 0

    /// The 1-based line on which row `row` begins; `nil` for a row that does not exist.
    public subscript(row: Int) -> Int? {
      guard row >= 0, row < count else { return nil }
      var low = 0
      var high = rows.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if Int(rows[middle]) <= row { low = middle } else { high = middle }
      }
      return firstLines[low] + row - Int(rows[low])
    }

    /// Records that row `row`, the last one so far, begins on `line`, which does not follow from the row before.
    mutating func begin(_ row: Int, _ line: Int) {
      rows.append(Int32(truncatingIfNeeded: row))
      firstLines.append(line)
    }

    mutating func append(_ other: LineNumbers, shiftedBy lines: Int) {
      for i in other.rows.indices {
        let row = count + Int(other.rows[i])
        let line = other.firstLines[i] + lines
        if let first = firstLines.last, let last = rows.last, first + (row - Int(last)) == line { continue }
        rows.append(Int32(row))
        firstLines.append(line)
      }
      count += other.count
    }
  }
}
