/// Ideal points as Entente fitted them: one row a state, session and dimension, in ascending order of dimension, state, session.
///
/// A state without a vote in a session has no row. Figures are those of the posterior on the standardised scale.
public struct Positions: RecordTable {
  public static let tableName = "positions"
  public static let layout = 1

  /// 1, or 1 and 2.
  public let dimensions: [UInt8]
  public let states: [UInt16]
  public let sessions: [Int16]
  /// Votes the position rests on.
  public let votes: [Int32]
  public let means: [Double]
  public let deviations: [Double]
  public let q5: [Double]
  public let q10: [Double]
  public let q50: [Double]
  public let q90: [Double]
  public let q95: [Double]
  public let rhat: [Double]
  public let bulkESS: [Double]
  public let tailESS: [Double]
  /// Posterior correlation with the state's preceding position; NaN for its first.
  public let links: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    dimensions = try c.uint8("dimension", in: name)
    states = try c.uint16("state", in: name)
    sessions = try c.int16("session", in: name)
    votes = try c.int32("votes", in: name)
    means = try c.float64("mean", in: name)
    deviations = try c.float64("sd", in: name)
    q5 = try c.float64("q5", in: name)
    q10 = try c.float64("q10", in: name)
    q50 = try c.float64("q50", in: name)
    q90 = try c.float64("q90", in: name)
    q95 = try c.float64("q95", in: name)
    rhat = try c.float64("rhat", in: name)
    bulkESS = try c.float64("ess_bulk", in: name)
    tailESS = try c.float64("ess_tail", in: name)
    links = try c.float64("link", in: name)
    try Self.check(
      dimensions.count,
      [
        ("state", states.count), ("session", sessions.count), ("votes", votes.count), ("mean", means.count),
        ("sd", deviations.count), ("q5", q5.count), ("q10", q10.count), ("q50", q50.count), ("q90", q90.count),
        ("q95", q95.count), ("rhat", rhat.count), ("ess_bulk", bulkESS.count), ("ess_tail", tailESS.count),
        ("link", links.count),
      ])
    for row in dimensions.indices.dropFirst() where key(row - 1) >= key(row) {
      throw .order(table: name, row: row, detail: "rows are not in ascending order of dimension, state and session")
    }
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("dimension", .uint8(dimensions)), ("state", .uint16(states)), ("session", .int16(sessions)),
      ("votes", .int32(votes)), ("mean", .float64(means)), ("sd", .float64(deviations)), ("q5", .float64(q5)),
      ("q10", .float64(q10)), ("q50", .float64(q50)), ("q90", .float64(q90)), ("q95", .float64(q95)),
      ("rhat", .float64(rhat)), ("ess_bulk", .float64(bulkESS)), ("ess_tail", .float64(tailESS)),
      ("link", .float64(links)),
    ])
  }

  public var count: Int { states.count }

  private func key(_ row: Int) -> (UInt8, UInt16, Int16) { (dimensions[row], states[row], sessions[row]) }

  /// The row of a state in a session; `nil` if it cast no vote in it. Complexity: O(log n).
  public func row(of state: UInt16, session: Int16, dimension: UInt8 = 1) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(middle) < (dimension, state, session) { low = middle + 1 } else { high = middle }
    }
    return low < count && key(low) == (dimension, state, session) ? low : nil
  }
}
