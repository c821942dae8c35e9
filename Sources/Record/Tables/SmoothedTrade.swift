/// Bilateral trade with gaps filled by the publisher: the smoothed flows of the rows of `Trade`, in the same order.
///
/// Million current US dollars; NaN is missing. Zeros and interpolations are the publisher's, not recorded flows.
/// Not for: what a state reported; that is `Trade`.
public struct SmoothedTrade: RecordTable {
  public static let tableName = "smoothed_trade"
  public static let layout = 1

  public let years: [Int16]
  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  /// Imports of the first state from the second.
  public let importsOfFirst: [Double]
  /// Imports of the second state from the first.
  public let importsOfSecond: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    years = try c.int16("year", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    importsOfFirst = try c.float64("imports_of_first", in: name)
    importsOfSecond = try c.float64("imports_of_second", in: name)
    try Self.check(
      years.count,
      [
        ("first", firsts.count), ("second", seconds.count), ("imports_of_first", importsOfFirst.count),
        ("imports_of_second", importsOfSecond.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("year", .int16(years)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("imports_of_first", .float64(importsOfFirst)),
      ("imports_of_second", .float64(importsOfSecond)),
    ])
  }

  public var count: Int { years.count }
}
