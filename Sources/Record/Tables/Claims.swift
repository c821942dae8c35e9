/// Arms races between two states, in whole years.
///
/// Source: Gibler, Rider and Hutchison (2005).
public struct ArmsRaces: RecordTable {
  public static let tableName = "arms_races"
  public static let layout = 1

  public let ids: [Int32]
  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  public let startYears: [Int16]
  public let endYears: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.int32("id", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    startYears = try c.int16("start_year", in: name)
    endYears = try c.int16("end_year", in: name)
    try Self.check(
      ids.count,
      [
        ("first", firsts.count), ("second", seconds.count), ("start_year", startYears.count),
        ("end_year", endYears.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .int32(ids)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("start_year", .int16(startYears)),
      ("end_year", .int16(endYears)),
    ])
  }

  public var count: Int { ids.count }
}

/// Claims of one state to territory that another administers or claims, a row a claim and dyad.
///
/// Months that are unknown are 0; an end year of 0 means unresolved when coding ended, -9 that the end is not known. Source: Frederick, Hensel and Macaulay (2017), doi:10.1177/0022343316676311.
public struct TerritorialClaims: RecordTable {
  public static let tableName = "territorial_claims"
  public static let layout = 1

  /// Number of the dyadic claim.
  public let ids: [Int32]
  public let claims: [Int32]
  public let names: TextColumn
  public let challengers: [UInt16]
  public let targets: [UInt16]
  public let beginYears: [Int16]
  public let beginMonths: [UInt8]
  public let endYears: [Int16]
  public let endMonths: [UInt8]
  /// 0...12; -9 is missing.
  public let salience: [Int16]
  /// Militarised disputes over the claim; -9 is missing.
  public let disputes: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.int32("id", in: name)
    claims = try c.int32("claim", in: name)
    names = try c.text("name", in: name)
    challengers = try c.uint16("challenger", in: name)
    targets = try c.uint16("target", in: name)
    beginYears = try c.int16("begin_year", in: name)
    beginMonths = try c.uint8("begin_month", in: name)
    endYears = try c.int16("end_year", in: name)
    endMonths = try c.uint8("end_month", in: name)
    salience = try c.int16("salience", in: name)
    disputes = try c.int16("disputes", in: name)
    try Self.check(
      ids.count,
      [
        ("claim", claims.count), ("name", names.count), ("challenger", challengers.count), ("target", targets.count),
        ("begin_year", beginYears.count), ("begin_month", beginMonths.count), ("end_year", endYears.count),
        ("end_month", endMonths.count), ("salience", salience.count), ("disputes", disputes.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .int32(ids)),
      ("claim", .int32(claims)),
      ("name", .text(names)),
      ("challenger", .uint16(challengers)),
      ("target", .uint16(targets)),
      ("begin_year", .int16(beginYears)),
      ("begin_month", .uint8(beginMonths)),
      ("end_year", .int16(endYears)),
      ("end_month", .uint8(endMonths)),
      ("salience", .int16(salience)),
      ("disputes", .int16(disputes)),
    ])
  }

  public var count: Int { ids.count }
}

/// Colonial rulers and independence of states.
///
/// A ruler of 0 is none. Source: Hensel (2018), ICOW Colonial History Data Set 1.1.
public struct ColonialHistory: RecordTable {
  public static let tableName = "colonial_history"
  public static let layout = 1

  public let states: [UInt16]
  /// Primary colonial ruler.
  public let rulers: [UInt16]
  /// State from which it became independent.
  public let independentFrom: [UInt16]
  /// -9 is missing.
  public let independenceYears: [Int16]
  /// 1 if independence came by organised violence; -9 is missing.
  public let violentIndependence: [Int16]
  /// 1 formation, 2 decolonisation, 3 secession, 4 partition; -9 is missing.
  public let independenceKinds: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    rulers = try c.uint16("ruler", in: name)
    independentFrom = try c.uint16("independent_from", in: name)
    independenceYears = try c.int16("independence_year", in: name)
    violentIndependence = try c.int16("violent_independence", in: name)
    independenceKinds = try c.int16("independence_kind", in: name)
    try Self.check(
      states.count,
      [
        ("ruler", rulers.count), ("independent_from", independentFrom.count),
        ("independence_year", independenceYears.count), ("violent_independence", violentIndependence.count),
        ("independence_kind", independenceKinds.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("ruler", .uint16(rulers)),
      ("independent_from", .uint16(independentFrom)),
      ("independence_year", .int16(independenceYears)),
      ("violent_independence", .int16(violentIndependence)),
      ("independence_kind", .int16(independenceKinds)),
    ])
  }

  public var count: Int { states.count }
}
