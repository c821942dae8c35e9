/// Inter-state wars, a row a participant and spell of participation.
///
/// Months and days that are unknown are 0; an end year of 0 means ongoing when coding ended.
public struct Wars: RecordTable {
  public static let tableName = "wars"
  public static let layout = 1

  /// War number.
  public let numbers: [Int32]
  public let names: TextColumn
  public let states: [UInt16]
  /// 1 or 2.
  public let sides: [UInt8]
  /// 1 or 2, spell of participation.
  public let spells: [UInt8]
  public let startYears: [Int16]
  public let startMonths: [UInt8]
  public let startDays: [UInt8]
  public let endYears: [Int16]
  public let endMonths: [UInt8]
  public let endDays: [UInt8]
  /// 1 initiated, 0 did not, 255 not coded.
  public let initiator: [UInt8]
  /// Codes of the source, 1 won, 2 lost; -9 is missing.
  public let outcomes: [Int16]
  /// NaN is missing.
  public let battleDeaths: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    numbers = try c.int32("number", in: name)
    names = try c.text("name", in: name)
    states = try c.uint16("state", in: name)
    sides = try c.uint8("side", in: name)
    spells = try c.uint8("spell", in: name)
    startYears = try c.int16("start_year", in: name)
    startMonths = try c.uint8("start_month", in: name)
    startDays = try c.uint8("start_day", in: name)
    endYears = try c.int16("end_year", in: name)
    endMonths = try c.uint8("end_month", in: name)
    endDays = try c.uint8("end_day", in: name)
    initiator = try c.uint8("initiator", in: name)
    outcomes = try c.int16("outcome", in: name)
    battleDeaths = try c.float64("battle_deaths", in: name)
    try Self.check(
      numbers.count,
      [
        ("name", names.count), ("state", states.count), ("side", sides.count), ("spell", spells.count),
        ("start_year", startYears.count), ("start_month", startMonths.count), ("start_day", startDays.count),
        ("end_year", endYears.count), ("end_month", endMonths.count), ("end_day", endDays.count),
        ("initiator", initiator.count), ("outcome", outcomes.count), ("battle_deaths", battleDeaths.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("number", .int32(numbers)),
      ("name", .text(names)),
      ("state", .uint16(states)),
      ("side", .uint8(sides)),
      ("spell", .uint8(spells)),
      ("start_year", .int16(startYears)),
      ("start_month", .uint8(startMonths)),
      ("start_day", .uint8(startDays)),
      ("end_year", .int16(endYears)),
      ("end_month", .uint8(endMonths)),
      ("end_day", .uint8(endDays)),
      ("initiator", .uint8(initiator)),
      ("outcome", .int16(outcomes)),
      ("battle_deaths", .float64(battleDeaths)),
    ])
  }

  public var count: Int { numbers.count }
}
