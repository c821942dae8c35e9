/// The member phases of the alliances with everything the member file says of each: what this member owes, on which
/// conditions, and how its membership ended.
///
/// Beside `Alliances`, which has one row an alliance: conditions and asymmetries are found only here. Parts of a date
/// that the source does not know are 0; an exit year of 0 means a member when coding ended. Provisions are the values
/// of the source under its own column names; NaN is missing.
public struct AlliancePhases: RecordTable {
  public static let tableName = "alliance_phases"
  public static let layout = 1

  /// ATOP alliance number of each row.
  public let alliances: [Int32]
  /// The member's number in the source, which knows members that are no state of the system; -1 where it gives none.
  public let members: [Int32]
  /// Phase of the alliance, from 1; 0 where it has one phase only.
  public let phases: [UInt8]
  /// Obligations of this member, bits of `ObligationKinds`.
  public let kinds: [UInt8]
  public let entryYears: [Int16]
  public let entryMonths: [UInt8]
  public let entryDays: [UInt8]
  public let exitYears: [Int16]
  public let exitMonths: [UInt8]
  public let exitDays: [UInt8]
  /// Official names of the remaining columns of the member file.
  public let provisionNames: TextColumn
  /// `provisionNames.count × alliances.count` values, column by column; NaN is missing.
  public let provisions: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    alliances = try c.int32("alliance", in: name)
    members = try c.int32("member", in: name)
    phases = try c.uint8("phase", in: name)
    kinds = try c.uint8("kinds", in: name)
    entryYears = try c.int16("entry_year", in: name)
    entryMonths = try c.uint8("entry_month", in: name)
    entryDays = try c.uint8("entry_day", in: name)
    exitYears = try c.int16("exit_year", in: name)
    exitMonths = try c.uint8("exit_month", in: name)
    exitDays = try c.uint8("exit_day", in: name)
    provisionNames = try c.text("provision_name", in: name)
    provisions = try c.float64("provision", in: name)
    try Self.check(
      alliances.count,
      [
        ("member", members.count), ("phase", phases.count), ("kinds", kinds.count), ("entry_year", entryYears.count),
        ("entry_month", entryMonths.count), ("entry_day", entryDays.count), ("exit_year", exitYears.count),
        ("exit_month", exitMonths.count), ("exit_day", exitDays.count),
      ])
    try Self.check(provisionNames.count * alliances.count, [("provision", provisions.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("alliance", .int32(alliances)),
      ("member", .int32(members)),
      ("phase", .uint8(phases)),
      ("kinds", .uint8(kinds)),
      ("entry_year", .int16(entryYears)),
      ("entry_month", .uint8(entryMonths)),
      ("entry_day", .uint8(entryDays)),
      ("exit_year", .int16(exitYears)),
      ("exit_month", .uint8(exitMonths)),
      ("exit_day", .uint8(exitDays)),
      ("provision_name", .text(provisionNames)),
      ("provision", .float64(provisions)),
    ])
  }

  public var count: Int { alliances.count }
}
