/// Wars in which an alliance could have been called on, and whether its commitment was honoured, by each coder.
///
/// One row an alliance and war. Outcomes: 1 honoured, 0 violated, 2 not called on (the alliance promises no help in
/// such a war, or its conditions were not met); 255 not coded by that coder.
public struct AllianceCalls: RecordTable {
  public static let tableName = "alliance_calls"
  public static let layout = 1

  /// Number of the war in the source.
  public let wars: [Int32]
  public let warNames: TextColumn
  /// Calendar year in which the war began, from its name.
  public let startYears: [Int16]
  /// ATOP alliance number.
  public let alliances: [Int32]
  /// Obligations of the alliance, bits of `ObligationKinds`.
  public let kinds: [UInt8]
  /// 1 if the source counts the war as one of more than two states.
  public let multilateralWars: [UInt8]
  /// By the rules of Leeds, Long and Mitchell (2000).
  public let outcomesLeeds: [UInt8]
  /// By the rules of Berkemeier and Fuhrmann (2018).
  public let outcomesBerkemeier: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    wars = try c.int32("war", in: name)
    warNames = try c.text("war_name", in: name)
    startYears = try c.int16("start_year", in: name)
    alliances = try c.int32("alliance", in: name)
    kinds = try c.uint8("kinds", in: name)
    multilateralWars = try c.uint8("multilateral_war", in: name)
    outcomesLeeds = try c.uint8("outcome_leeds", in: name)
    outcomesBerkemeier = try c.uint8("outcome_berkemeier", in: name)
    try Self.check(
      wars.count,
      [
        ("war_name", warNames.count), ("start_year", startYears.count), ("alliance", alliances.count),
        ("kinds", kinds.count), ("multilateral_war", multilateralWars.count), ("outcome_leeds", outcomesLeeds.count),
        ("outcome_berkemeier", outcomesBerkemeier.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("war", .int32(wars)),
      ("war_name", .text(warNames)),
      ("start_year", .int16(startYears)),
      ("alliance", .int32(alliances)),
      ("kinds", .uint8(kinds)),
      ("multilateral_war", .uint8(multilateralWars)),
      ("outcome_leeds", .uint8(outcomesLeeds)),
      ("outcome_berkemeier", .uint8(outcomesBerkemeier)),
    ])
  }

  public var count: Int { wars.count }
}
