/// Spells of direct contiguity between two states, a row a dyad and kind.
///
/// Rows are in order of the first state, the second and the begin. A dyad without a row in a covered year is not contiguous.
/// Source: Stinnett et al. (2002), doi:10.1177/073889420201900203.
public struct DirectContiguity: RecordTable {
  public static let tableName = "direct_contiguity"
  public static let layout = 1

  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  /// 1 land, 2 to 5 separated by at most 12, 24, 150 and 400 miles of water.
  public let kinds: [UInt8]
  public let beginYears: [Int16]
  public let beginMonths: [UInt8]
  /// Last year of the spell; the last covered year while it is open.
  public let endYears: [Int16]
  public let endMonths: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    kinds = try c.uint8("kind", in: name)
    beginYears = try c.int16("begin_year", in: name)
    beginMonths = try c.uint8("begin_month", in: name)
    endYears = try c.int16("end_year", in: name)
    endMonths = try c.uint8("end_month", in: name)
    try Self.check(
      firsts.count,
      [
        ("second", seconds.count), ("kind", kinds.count), ("begin_year", beginYears.count),
        ("begin_month", beginMonths.count), ("end_year", endYears.count), ("end_month", endMonths.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("kind", .uint8(kinds)),
      ("begin_year", .int16(beginYears)),
      ("begin_month", .uint8(beginMonths)),
      ("end_year", .int16(endYears)),
      ("end_month", .uint8(endMonths)),
    ])
  }

  public var count: Int { firsts.count }
}

/// Contiguity through dependencies, a row a dyad and year: how many of the dyad's colonial contiguities are over land and over sea.
///
/// Rows are in order of year, of the smaller and the larger state number. A dyad without a row in a covered year has none.
public struct ColonialContiguity: RecordTable {
  public static let tableName = "colonial_contiguity"
  public static let layout = 1

  public let years: [Int16]
  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  public let land: [Int16]
  public let sea: [Int16]
  public let total: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    years = try c.int16("year", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    land = try c.int16("land", in: name)
    sea = try c.int16("sea", in: name)
    total = try c.int16("total", in: name)
    try Self.check(
      years.count,
      [
        ("first", firsts.count), ("second", seconds.count), ("land", land.count), ("sea", sea.count),
        ("total", total.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("year", .int16(years)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("land", .int16(land)),
      ("sea", .int16(sea)),
      ("total", .int16(total)),
    ])
  }

  public var count: Int { years.count }
}
