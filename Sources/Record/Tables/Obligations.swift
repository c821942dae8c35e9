/// Obligations of one state to another in a year from all alliances in force, directed.
///
/// A dyad-year inside the covered years without a row has no obligation. Rows are in order of year, obligor and beneficiary.
public struct ObligationYears: RecordTable {
  public static let tableName = "obligation_years"
  public static let layout = 1

  public let years: [Int16]
  public let obligors: [UInt16]
  public let beneficiaries: [UInt16]
  /// Bits of `ObligationKinds`.
  public let kinds: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    years = try c.int16("year", in: name)
    obligors = try c.uint16("obligor", in: name)
    beneficiaries = try c.uint16("beneficiary", in: name)
    kinds = try c.uint8("kinds", in: name)
    try Self.check(
      years.count, [("obligor", obligors.count), ("beneficiary", beneficiaries.count), ("kinds", kinds.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("year", .int16(years)),
      ("obligor", .uint16(obligors)),
      ("beneficiary", .uint16(beneficiaries)),
      ("kinds", .uint8(kinds)),
    ])
  }

  public var count: Int { years.count }
}

/// Alliances with their members and provisions, as coded in the ATOP alliance and member files.
///
/// Parts of a date that the source does not know are 0; an end year of 0 means in force when coding ended.
public struct Alliances: RecordTable {
  public static let tableName = "alliances"
  public static let layout = 1

  /// ATOP alliance number.
  public let ids: [Int32]
  public let beginYears: [Int16]
  public let beginMonths: [UInt8]
  public let beginDays: [UInt8]
  public let endYears: [Int16]
  public let endMonths: [UInt8]
  public let endDays: [UInt8]
  /// Bits of `ObligationKinds`.
  public let kinds: [UInt8]
  /// Alliance number of each membership phase.
  public let memberAlliances: [Int32]
  /// State of each membership phase; 0 where the member has no Correlates of War number.
  public let members: [UInt16]
  /// Obligations of this member, bits of `ObligationKinds`.
  public let memberKinds: [UInt8]
  public let entryYears: [Int16]
  public let entryMonths: [UInt8]
  public let entryDays: [UInt8]
  public let exitYears: [Int16]
  public let exitMonths: [UInt8]
  public let exitDays: [UInt8]
  /// Official names of the remaining columns of the alliance file.
  public let provisionNames: TextColumn
  /// `provisionNames.count × ids.count` values, column by column; NaN is missing.
  public let provisions: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.int32("id", in: name)
    beginYears = try c.int16("begin_year", in: name)
    beginMonths = try c.uint8("begin_month", in: name)
    beginDays = try c.uint8("begin_day", in: name)
    endYears = try c.int16("end_year", in: name)
    endMonths = try c.uint8("end_month", in: name)
    endDays = try c.uint8("end_day", in: name)
    kinds = try c.uint8("kinds", in: name)
    memberAlliances = try c.int32("member_alliance", in: name)
    members = try c.uint16("member", in: name)
    memberKinds = try c.uint8("member_kinds", in: name)
    entryYears = try c.int16("entry_year", in: name)
    entryMonths = try c.uint8("entry_month", in: name)
    entryDays = try c.uint8("entry_day", in: name)
    exitYears = try c.int16("exit_year", in: name)
    exitMonths = try c.uint8("exit_month", in: name)
    exitDays = try c.uint8("exit_day", in: name)
    provisionNames = try c.text("provision_name", in: name)
    provisions = try c.float64("provision", in: name)
    try Self.check(
      ids.count,
      [
        ("begin_year", beginYears.count), ("begin_month", beginMonths.count), ("begin_day", beginDays.count),
        ("end_year", endYears.count), ("end_month", endMonths.count), ("end_day", endDays.count),
        ("kinds", kinds.count),
      ])
    try Self.check(
      memberAlliances.count,
      [
        ("member", members.count), ("member_kinds", memberKinds.count), ("entry_year", entryYears.count),
        ("entry_month", entryMonths.count), ("entry_day", entryDays.count), ("exit_year", exitYears.count),
        ("exit_month", exitMonths.count), ("exit_day", exitDays.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .int32(ids)),
      ("begin_year", .int16(beginYears)),
      ("begin_month", .uint8(beginMonths)),
      ("begin_day", .uint8(beginDays)),
      ("end_year", .int16(endYears)),
      ("end_month", .uint8(endMonths)),
      ("end_day", .uint8(endDays)),
      ("kinds", .uint8(kinds)),
      ("member_alliance", .int32(memberAlliances)),
      ("member", .uint16(members)),
      ("member_kinds", .uint8(memberKinds)),
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

  public var count: Int { ids.count }
}

/// The kinds of obligation an alliance can hold, as coded by ATOP.
public struct ObligationKinds: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let defense = ObligationKinds(rawValue: 1)
  public static let offense = ObligationKinds(rawValue: 2)
  public static let neutrality = ObligationKinds(rawValue: 4)
  public static let nonaggression = ObligationKinds(rawValue: 8)
  public static let consultation = ObligationKinds(rawValue: 16)

  /// Names in the order of the ATOP columns.
  public var names: [String] {
    let all: [(ObligationKinds, String)] = [
      (.defense, "defense"), (.offense, "offense"), (.neutrality, "neutrality"), (.nonaggression, "nonaggression"),
      (.consultation, "consultation"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
