extension Frame {
  /// Calls `body` with the rows of two states in a year: both directions of a directed panel, one row otherwise.
  ///
  /// - Parameter body: the row, and whether its first state is `second`.
  @inline(__always)
  func forRows(of first: UInt16, _ second: UInt16, year: Int, _ body: (_ row: Int, _ isReversed: Bool) -> Void) {
    guard let dyads, system.years.contains(year), let a = system.place(of: first), let b = system.place(of: second),
      a != b
    else { return }
    let offset = year - system.years.lowerBound
    if dyads.isDirected {
      if let row = dyads.row(a, b, offset) { body(row, false) }
      if let row = dyads.row(b, a, offset) { body(row, true) }
    } else if a < b {
      if let row = dyads.row(a, b, offset) { body(row, false) }
    } else if let row = dyads.row(b, a, offset) {
      body(row, true)
    }
  }

  /// Calls `body` with the one row whose first state is `first`; in an undirected panel only if it is the smaller number.
  @inline(__always)
  func forRow(from first: UInt16, to second: UInt16, year: Int, _ body: (_ row: Int) -> Void) {
    guard let dyads, let row = dyads.row(first, second, year: year) else { return }
    body(row)
  }
}
