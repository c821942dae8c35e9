/// National material capabilities of a state in a year; NaN is missing.
///
/// Source: Singer, Bremer and Stuckey (1972); Singer (1987), doi:10.1080/03050628808434695.
public struct Capabilities: RecordTable {
  public static let tableName = "capabilities"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  /// Thousand current pounds to 1913, thousand current US dollars from 1914.
  public let militaryExpenditure: [Double]
  /// Thousands.
  public let militaryPersonnel: [Double]
  /// Thousand tons.
  public let ironAndSteel: [Double]
  /// Thousand coal-ton equivalents.
  public let energy: [Double]
  /// Thousands.
  public let population: [Double]
  /// Thousands.
  public let urbanPopulation: [Double]
  /// Composite index of national capability, share of the system, 0...1.
  public let cinc: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    militaryExpenditure = try c.float64("milex", in: name)
    militaryPersonnel = try c.float64("milper", in: name)
    ironAndSteel = try c.float64("irst", in: name)
    energy = try c.float64("pec", in: name)
    population = try c.float64("tpop", in: name)
    urbanPopulation = try c.float64("upop", in: name)
    cinc = try c.float64("cinc", in: name)
    try Self.check(
      states.count,
      [
        ("year", years.count), ("milex", militaryExpenditure.count), ("milper", militaryPersonnel.count),
        ("irst", ironAndSteel.count), ("pec", energy.count), ("tpop", population.count),
        ("upop", urbanPopulation.count), ("cinc", cinc.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("milex", .float64(militaryExpenditure)),
      ("milper", .float64(militaryPersonnel)),
      ("irst", .float64(ironAndSteel)),
      ("pec", .float64(energy)),
      ("tpop", .float64(population)),
      ("upop", .float64(urbanPopulation)),
      ("cinc", .float64(cinc)),
    ])
  }

  public var count: Int { years.count }
}
