/// Sanction cases with the states that impose and suffer them.
///
/// Names of blocs and organisations are expanded to their members at the start of the case; the published names stay.
public struct Sanctions: RecordTable {
  public static let tableName = "sanctions"
  public static let layout = 1

  /// Case number of the source, ascending.
  public let cases: [Int32]
  /// As published.
  public let targetNames: TextColumn
  /// As published.
  public let senderNames: TextColumn
  public let beginYears: [Int16]
  /// Last year in force; the last covered year for a case that is ongoing.
  public let endYears: [Int16]
  /// 1 if still in force when coding ended.
  public let ongoing: [UInt8]
  /// Bits: 1 trade, 2 arms, 4 military assistance, 8 financial, 16 travel, 32 other.
  public let kinds: [UInt8]
  public let tradeDetail: TextColumn
  public let objectives: TextColumn
  public let outcomes: TextColumn
  /// Case of each party row.
  public let partyCases: [Int32]
  /// State of each party row.
  public let parties: [UInt16]
  /// 1 sender, 0 target.
  public let partyIsSender: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    cases = try c.int32("case", in: name)
    targetNames = try c.text("target_name", in: name)
    senderNames = try c.text("sender_name", in: name)
    beginYears = try c.int16("begin_year", in: name)
    endYears = try c.int16("end_year", in: name)
    ongoing = try c.uint8("ongoing", in: name)
    kinds = try c.uint8("kinds", in: name)
    tradeDetail = try c.text("trade_detail", in: name)
    objectives = try c.text("objective", in: name)
    outcomes = try c.text("outcome", in: name)
    partyCases = try c.int32("party_case", in: name)
    parties = try c.uint16("party", in: name)
    partyIsSender = try c.uint8("party_is_sender", in: name)
    try Self.check(
      cases.count,
      [
        ("target_name", targetNames.count), ("sender_name", senderNames.count), ("begin_year", beginYears.count),
        ("end_year", endYears.count), ("ongoing", ongoing.count), ("kinds", kinds.count),
        ("trade_detail", tradeDetail.count), ("objective", objectives.count), ("outcome", outcomes.count),
      ])
    try Self.check(partyCases.count, [("party", parties.count), ("party_is_sender", partyIsSender.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("case", .int32(cases)),
      ("target_name", .text(targetNames)),
      ("sender_name", .text(senderNames)),
      ("begin_year", .int16(beginYears)),
      ("end_year", .int16(endYears)),
      ("ongoing", .uint8(ongoing)),
      ("kinds", .uint8(kinds)),
      ("trade_detail", .text(tradeDetail)),
      ("objective", .text(objectives)),
      ("outcome", .text(outcomes)),
      ("party_case", .int32(partyCases)),
      ("party", .uint16(parties)),
      ("party_is_sender", .uint8(partyIsSender)),
    ])
  }

  public var count: Int { cases.count }
}
