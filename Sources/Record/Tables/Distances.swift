/// Capitals of states with their coordinates, a row a state and spell.
///
/// Days are `Day.number`; an open end is `Int32.max`.
public struct Capitals: RecordTable {
  public static let tableName = "capitals"
  public static let layout = 1

  public let states: [UInt16]
  public let names: TextColumn
  public let starts: [Int32]
  /// Last day of the spell.
  public let ends: [Int32]
  /// Degrees, north positive.
  public let latitudes: [Double]
  /// Degrees, east positive.
  public let longitudes: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    names = try c.text("name", in: name)
    starts = try c.int32("start_day", in: name)
    ends = try c.int32("end_day", in: name)
    latitudes = try c.float64("latitude", in: name)
    longitudes = try c.float64("longitude", in: name)
    try Self.check(
      states.count,
      [
        ("name", names.count), ("start_day", starts.count), ("end_day", ends.count), ("latitude", latitudes.count),
        ("longitude", longitudes.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("name", .text(names)),
      ("start_day", .int32(starts)),
      ("end_day", .int32(ends)),
      ("latitude", .float64(latitudes)),
      ("longitude", .float64(longitudes)),
    ])
  }

  public var count: Int { states.count }
}

/// Smallest distance between the territories of two states in a year, kilometres; 0 is adjacent.
///
/// Rows are in order of year, of the smaller and the larger state number.
/// Source: Schvitz et al. (2022), doi:10.1177/00220027211013563.
public struct MinimumDistances: RecordTable {
  public static let tableName = "minimum_distances"
  public static let layout = 1

  public let years: [Int16]
  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  public let kilometres: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    years = try c.int16("year", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    kilometres = try c.float64("km", in: name)
    try Self.check(years.count, [("first", firsts.count), ("second", seconds.count), ("km", kilometres.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("year", .int16(years)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("km", .float64(kilometres)),
    ])
  }

  public var count: Int { years.count }
}
