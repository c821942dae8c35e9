/// Preferential trade agreements with their members.
///
/// A member that is no state of the system has no row. Source: Dür, Baccini and Elsig (2014), doi:10.1007/s11558-013-9179-8.
public struct TradeAgreements: RecordTable {
  public static let tableName = "trade_agreements"
  public static let layout = 1

  public let numbers: TextColumn
  /// Number of the treaty that the row is, amends or joins.
  public let baseTreaties: [Int32]
  public let names: TextColumn
  /// `base_treaty`, `accession`, `protocol or amendment`, `consolidated`, `negotiation`, `withdrawal`, as published.
  public let kinds: TextColumn
  public let signatureYears: [Int16]
  /// -9 is not in force or not known.
  public let forceYears: [Int16]
  /// Row of the treaty of each member, from 0.
  public let memberRows: [Int32]
  public let members: [UInt16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    numbers = try c.text("number", in: name)
    baseTreaties = try c.int32("base_treaty", in: name)
    names = try c.text("name", in: name)
    kinds = try c.text("kind", in: name)
    signatureYears = try c.int16("signature_year", in: name)
    forceYears = try c.int16("force_year", in: name)
    memberRows = try c.int32("member_row", in: name)
    members = try c.uint16("member", in: name)
    try Self.check(
      numbers.count,
      [
        ("base_treaty", baseTreaties.count), ("name", names.count), ("kind", kinds.count),
        ("signature_year", signatureYears.count), ("force_year", forceYears.count),
      ])
    try Self.check(memberRows.count, [("member", members.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("number", .text(numbers)),
      ("base_treaty", .int32(baseTreaties)),
      ("name", .text(names)),
      ("kind", .text(kinds)),
      ("signature_year", .int16(signatureYears)),
      ("force_year", .int16(forceYears)),
      ("member_row", .int32(memberRows)),
      ("member", .uint16(members)),
    ])
  }

  public var count: Int { numbers.count }
}
