/// Gross domestic product per head of a state in a year at current prices and exchange rates; NaN is missing.
public struct CurrentEconomies: RecordTable {
  public static let tableName = "current_economies"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  /// Current US dollars.
  public let gdpPerHead: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    gdpPerHead = try c.float64("gdp_per_head", in: name)
    try Self.check(states.count, [("year", years.count), ("gdp_per_head", gdpPerHead.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([("state", .uint16(states)), ("year", .int16(years)), ("gdp_per_head", .float64(gdpPerHead))])
  }

  public var count: Int { years.count }
}
