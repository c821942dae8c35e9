/// Polity scores of a state in a year.
///
/// `polity2` is -10...10; -128 is missing. The special codes -66, -77 and -88 of `polity` are kept there.
public struct PolityScores: RecordTable {
  public static let tableName = "polity_scores"
  public static let layout = 1

  /// Correlates of War number; the source's own number for the Soviet Union (364) is 365 here.
  public let states: [UInt16]
  public let years: [Int16]
  public let polity: [Int16]
  public let polity2: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    polity = try c.int16("polity", in: name)
    polity2 = try c.int16("polity2", in: name)
    try Self.check(states.count, [("year", years.count), ("polity", polity.count), ("polity2", polity2.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("polity", .int16(polity)),
      ("polity2", .int16(polity2)),
    ])
  }

  public var count: Int { years.count }
}

/// Varieties of Democracy indices of a state in a year, 0...1; NaN is missing.
public struct DemocracyIndices: RecordTable {
  public static let tableName = "democracy_indices"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  public let polyarchy: [Double]
  public let liberal: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    polyarchy = try c.float64("v2x_polyarchy", in: name)
    liberal = try c.float64("v2x_libdem", in: name)
    try Self.check(
      states.count, [("year", years.count), ("v2x_polyarchy", polyarchy.count), ("v2x_libdem", liberal.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("v2x_polyarchy", .float64(polyarchy)),
      ("v2x_libdem", .float64(liberal)),
    ])
  }

  public var count: Int { years.count }
}
