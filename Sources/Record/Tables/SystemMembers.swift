/// Membership spells of the state system as published, for checking the built-in ones.
///
/// Days are `Day.number`; an open end is `Int32.max`.
public struct SystemMembers: RecordTable {
  public static let tableName = "system_members"
  public static let layout = 1

  public let states: [UInt16]
  public let abbreviations: TextColumn
  public let names: TextColumn
  public let starts: [Int32]
  /// Last day of the spell.
  public let ends: [Int32]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    abbreviations = try c.text("abbreviation", in: name)
    names = try c.text("name", in: name)
    starts = try c.int32("start_day", in: name)
    ends = try c.int32("end_day", in: name)
    try Self.check(
      states.count,
      [
        ("abbreviation", abbreviations.count), ("name", names.count), ("start_day", starts.count),
        ("end_day", ends.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("abbreviation", .text(abbreviations)),
      ("name", .text(names)),
      ("start_day", .int32(starts)),
      ("end_day", .int32(ends)),
    ])
  }

  public var count: Int { states.count }
}

/// Spells in which a state was a major power.
///
/// Days are `Day.number`; an open end is `Int32.max`.
public struct MajorPowers: RecordTable {
  public static let tableName = "major_powers"
  public static let layout = 1

  public let states: [UInt16]
  public let starts: [Int32]
  /// Last day of the spell.
  public let ends: [Int32]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    starts = try c.int32("start_day", in: name)
    ends = try c.int32("end_day", in: name)
    try Self.check(states.count, [("start_day", starts.count), ("end_day", ends.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("start_day", .int32(starts)),
      ("end_day", .int32(ends)),
    ])
  }

  public var count: Int { states.count }
}
