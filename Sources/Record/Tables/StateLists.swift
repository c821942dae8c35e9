/// Independent states of the Gleditsch-Ward list with their spells.
///
/// Days are `Day.number`; an open end is `Int32.max`. Source: Gleditsch and Ward (1999), doi:10.1080/03050629908434958.
public struct GleditschWardStates: RecordTable {
  public static let tableName = "gleditsch_ward_states"
  public static let layout = 1

  /// Gleditsch-Ward number.
  public let numbers: [Int16]
  public let abbreviations: TextColumn
  public let names: TextColumn
  public let starts: [Int32]
  /// Last day of the spell.
  public let ends: [Int32]
  /// 1 if the state is on the list of microstates.
  public let micro: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    numbers = try c.int16("number", in: name)
    abbreviations = try c.text("abbreviation", in: name)
    names = try c.text("name", in: name)
    starts = try c.int32("start_day", in: name)
    ends = try c.int32("end_day", in: name)
    micro = try c.uint8("microstate", in: name)
    try Self.check(
      numbers.count,
      [
        ("abbreviation", abbreviations.count), ("name", names.count), ("start_day", starts.count),
        ("end_day", ends.count), ("microstate", micro.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("number", .int16(numbers)),
      ("abbreviation", .text(abbreviations)),
      ("name", .text(names)),
      ("start_day", .int32(starts)),
      ("end_day", .int32(ends)),
      ("microstate", .uint8(micro)),
    ])
  }

  public var count: Int { numbers.count }
}
