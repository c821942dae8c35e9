/// Militarised interstate disputes, a row a directed dyad on opposite sides, dispute and year, with a summary a dispute.
///
/// -9 means the source marks the value missing. Directed rows are in order of dispute, first and second state and year.
public struct Disputes: RecordTable {
  public static let tableName = "disputes"
  public static let layout = 1

  /// Dispute number of the row.
  public let numbers: [Int32]
  public let firsts: [UInt16]
  public let seconds: [UInt16]
  public let years: [Int16]
  /// 1 in the first year of the dispute for the dyad.
  public let onset: [UInt8]
  /// 1 if the first state is on side A.
  public let sideA: [UInt8]
  /// 1 if the first state was in the dispute from its first day.
  public let originator: [UInt8]
  /// Level 0...6 of the first state.
  public let fatality: [Int16]
  /// 0...22, of the first state.
  public let highestAction: [Int16]
  /// Level 1...5 of the first state; 5 is war.
  public let hostility: [Int16]
  /// Dispute number of the summary, ascending.
  public let summaryNumbers: [Int32]
  public let startYears: [Int16]
  /// -9 unknown.
  public let startMonths: [Int16]
  public let outcomes: [Int16]
  public let settlements: [Int16]
  public let fatalities: [Int16]
  public let hostilities: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    numbers = try c.int32("number", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    years = try c.int16("year", in: name)
    onset = try c.uint8("onset", in: name)
    sideA = try c.uint8("side_a", in: name)
    originator = try c.uint8("originator", in: name)
    fatality = try c.int16("fatality", in: name)
    highestAction = try c.int16("highest_action", in: name)
    hostility = try c.int16("hostility", in: name)
    summaryNumbers = try c.int32("summary_number", in: name)
    startYears = try c.int16("start_year", in: name)
    startMonths = try c.int16("start_month", in: name)
    outcomes = try c.int16("outcome", in: name)
    settlements = try c.int16("settlement", in: name)
    fatalities = try c.int16("summary_fatality", in: name)
    hostilities = try c.int16("summary_hostility", in: name)
    try Self.check(
      numbers.count,
      [
        ("first", firsts.count), ("second", seconds.count), ("year", years.count), ("onset", onset.count),
        ("side_a", sideA.count), ("originator", originator.count), ("fatality", fatality.count),
        ("highest_action", highestAction.count), ("hostility", hostility.count),
      ])
    try Self.check(
      summaryNumbers.count,
      [
        ("start_year", startYears.count), ("start_month", startMonths.count), ("outcome", outcomes.count),
        ("settlement", settlements.count), ("summary_fatality", fatalities.count),
        ("summary_hostility", hostilities.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("number", .int32(numbers)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("year", .int16(years)),
      ("onset", .uint8(onset)),
      ("side_a", .uint8(sideA)),
      ("originator", .uint8(originator)),
      ("fatality", .int16(fatality)),
      ("highest_action", .int16(highestAction)),
      ("hostility", .int16(hostility)),
      ("summary_number", .int32(summaryNumbers)),
      ("start_year", .int16(startYears)),
      ("start_month", .int16(startMonths)),
      ("outcome", .int16(outcomes)),
      ("settlement", .int16(settlements)),
      ("summary_fatality", .int16(fatalities)),
      ("summary_hostility", .int16(hostilities)),
    ])
  }

  public var count: Int { years.count }
}
