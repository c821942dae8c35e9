/// Income per head and population of the Maddison Project, a row a state and year; NaN is missing.
///
/// Source: Bolt, Inklaar, de Jong and van Zanden (2018).
public struct MaddisonIncomes: RecordTable {
  public static let tableName = "maddison_incomes"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  /// 2011 US dollars, several benchmarks: for comparing levels.
  public let incomePerHead: [Double]
  /// 2011 US dollars, one benchmark: for comparing growth.
  public let realIncomePerHead: [Double]
  /// Persons.
  public let population: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    incomePerHead = try c.float64("cgdppc", in: name)
    realIncomePerHead = try c.float64("rgdpnapc", in: name)
    population = try c.float64("pop", in: name)
    try Self.check(
      states.count,
      [
        ("year", years.count), ("cgdppc", incomePerHead.count), ("rgdpnapc", realIncomePerHead.count),
        ("pop", population.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("cgdppc", .float64(incomePerHead)),
      ("rgdpnapc", .float64(realIncomePerHead)),
      ("pop", .float64(population)),
    ])
  }

  public var count: Int { states.count }
}

/// Military expenditure of SIPRI, a row a state and year, million constant US dollars.
///
/// NaN is missing: no estimate was possible, or the state did not exist.
public struct MilitarySpending: RecordTable {
  public static let tableName = "military_spending"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  public let spending: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    spending = try c.float64("spending", in: name)
    try Self.check(states.count, [("year", years.count), ("spending", spending.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("spending", .float64(spending)),
    ])
  }

  public var count: Int { states.count }
}
