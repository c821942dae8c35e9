/// Length and reciprocation of militarised disputes, beside the summaries of `Disputes`; -9 is missing.
public struct DisputeDurations: RecordTable {
  public static let tableName = "dispute_durations"
  public static let layout = 1

  /// Dispute number, ascending.
  public let numbers: [Int32]
  /// Days, smallest estimate.
  public let shortest: [Int32]
  /// Days, largest estimate.
  public let longest: [Int32]
  /// 1 if the other side answered with a militarised act.
  public let reciprocated: [Int16]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    numbers = try c.int32("number", in: name)
    shortest = try c.int32("shortest", in: name)
    longest = try c.int32("longest", in: name)
    reciprocated = try c.int16("reciprocated", in: name)
    try Self.check(
      numbers.count, [("shortest", shortest.count), ("longest", longest.count), ("reciprocated", reciprocated.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("number", .int32(numbers)),
      ("shortest", .int32(shortest)),
      ("longest", .int32(longest)),
      ("reciprocated", .int16(reciprocated)),
    ])
  }

  public var count: Int { numbers.count }
}
