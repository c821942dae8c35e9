/// Strategic rivalries between two states.
///
/// The end year of an ongoing rivalry is the last covered year, with `ongoing` 1.
public struct Rivalries: RecordTable {
  public static let tableName = "rivalries"
  public static let layout = 1

  public let ids: [Int32]
  public let names: TextColumn
  public let firsts: [UInt16]
  public let seconds: [UInt16]
  public let startYears: [Int16]
  public let endYears: [Int16]
  public let ongoing: [UInt8]
  /// Bits: 1 positional, 2 spatial, 4 ideological, 8 interventionary, 16 principal, 32 asymmetric principal.
  public let kinds: [UInt8]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.int32("id", in: name)
    names = try c.text("name", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    startYears = try c.int16("start_year", in: name)
    endYears = try c.int16("end_year", in: name)
    ongoing = try c.uint8("ongoing", in: name)
    kinds = try c.uint8("kinds", in: name)
    try Self.check(
      ids.count,
      [
        ("name", names.count), ("first", firsts.count), ("second", seconds.count), ("start_year", startYears.count),
        ("end_year", endYears.count), ("ongoing", ongoing.count), ("kinds", kinds.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .int32(ids)),
      ("name", .text(names)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("start_year", .int16(startYears)),
      ("end_year", .int16(endYears)),
      ("ongoing", .uint8(ongoing)),
      ("kinds", .uint8(kinds)),
    ])
  }

  public var count: Int { ids.count }
}
