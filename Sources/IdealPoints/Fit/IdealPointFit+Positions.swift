import Record

extension IdealPointFit {
  /// The positions as a table of the record.
  public func positionsTable() throws(RecordError) -> Positions {
    let p = positions
    return try Positions(
      columns: ColumnSet([
        ("dimension", .uint8(p.map(\.dimension))), ("state", .uint16(p.map(\.state))),
        ("session", .int16(p.map(\.session))),
        ("votes", .int32(p.map { Int32($0.votes) })), ("mean", .float64(p.map(\.mean))), ("sd", .float64(p.map(\.sd))),
        ("q5", .float64(p.map(\.q5))), ("q10", .float64(p.map(\.q10))), ("q50", .float64(p.map(\.q50))),
        ("q90", .float64(p.map(\.q90))), ("q95", .float64(p.map(\.q95))), ("rhat", .float64(p.map(\.rhat))),
        ("ess_bulk", .float64(p.map(\.bulkESS))), ("ess_tail", .float64(p.map(\.tailESS))),
        ("link", .float64(p.indices.map(link))),
      ]))
  }

  /// Posterior correlation of a position with the state's preceding one; NaN for its first.
  private func link(_ p: Int) -> Double {
    guard p > 0, positions[p - 1].state == positions[p].state,
      positions[p - 1].dimension == positions[p].dimension
    else { return .nan }
    let x = draws.position(p - 1)
    let y = draws.position(p)
    let n = Double(draws.count)
    var sums = (x: 0.0, y: 0.0, xx: 0.0, yy: 0.0, xy: 0.0)
    for s in 0..<draws.count {
      let a = Double(x[x.startIndex + s])
      let b = Double(y[y.startIndex + s])
      sums.x += a
      sums.y += b
      sums.xx += a * a
      sums.yy += b * b
      sums.xy += a * b
    }
    let spread: Double = (sums.xx - sums.x * sums.x / n) * (sums.yy - sums.y * sums.y / n)
    return spread > 0 ? (sums.xy - sums.x * sums.y / n) / spread.squareRoot() : 0
  }
}
