/// Gross domestic product and population of a state in a year; NaN is missing.
public struct Economies: RecordTable {
  public static let tableName = "economies"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  /// Constant 2011 US dollars.
  public let gdp: [Double]
  /// Persons.
  public let population: [Double]
  /// Constant 2011 US dollars.
  public let gdpPerHead: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    gdp = try c.float64("gdp", in: name)
    population = try c.float64("population", in: name)
    gdpPerHead = try c.float64("gdp_per_head", in: name)
    try Self.check(
      states.count,
      [("year", years.count), ("gdp", gdp.count), ("population", population.count), ("gdp_per_head", gdpPerHead.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("gdp", .float64(gdp)),
      ("population", .float64(population)),
      ("gdp_per_head", .float64(gdpPerHead)),
    ])
  }

  public var count: Int { years.count }
}
