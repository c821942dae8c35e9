import StateSystem

/// Recorded votes of the United Nations General Assembly: roll calls in order, with a dense matrix of votes.
///
/// A cell holds 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member, 0 no row in the source. Where the source codes no absences for a
/// roll call (`codesAbsence` false) a missing state is unknown, not absent. Roll calls are in ascending order of `ids`.
public struct RollCalls: RecordTable {
  public static let tableName = "roll_calls"
  public static let layout = 1

  /// Roll-call numbers of the source.
  public let ids: [Int32]
  public let sessions: [Int16]
  /// Day numbers (`Day.number`).
  public let days: [Int32]
  /// 1 where the day of the month can be trusted; 0 where only the month can.
  public let dayReliable: [UInt8]
  /// 1 flagged as important by the US State Department, 0 not, 255 not coded.
  public let important: [UInt8]
  /// 1 vote on an amendment, 0 not.
  public let amendment: [UInt8]
  /// 1 vote on a paragraph, 0 not.
  public let paragraph: [UInt8]
  /// Bits of `Issue`, or `issuesNotCoded`.
  public let issues: [UInt8]
  /// 1 where the source has rows for absent states.
  public let codesAbsence: [UInt8]
  public let resolutions: TextColumn
  public let titles: TextColumn
  /// States in ascending order: the columns of the matrix.
  public let states: [UInt16]
  /// `ids.count × states.count` cells, roll call by roll call.
  public let votes: [UInt8]

  /// In `issues`: the source codes no subjects.
  public static let issuesNotCoded: UInt8 = 128

  /// Subjects of a roll call as flagged by the source; a roll call may carry several.
  public enum Issue: UInt8, CaseIterable, Sendable {
    case palestinianConflict = 1
    case nuclearWeapons = 2
    case armsControl = 4
    case humanRights = 8
    case colonialism = 16
    case economicDevelopment = 32

    /// The two letters of the source's column.
    public var code: String {
      switch self {
      case .palestinianConflict: "me"
      case .nuclearWeapons: "nu"
      case .armsControl: "di"
      case .humanRights: "hr"
      case .colonialism: "co"
      case .economicDevelopment: "ec"
      }
    }
  }

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.int32("id", in: name)
    sessions = try c.int16("session", in: name)
    days = try c.int32("day", in: name)
    dayReliable = try c.uint8("day_reliable", in: name)
    important = try c.uint8("important", in: name)
    amendment = try c.uint8("amendment", in: name)
    paragraph = try c.uint8("paragraph", in: name)
    issues = try c.uint8("issues", in: name)
    codesAbsence = try c.uint8("codes_absence", in: name)
    resolutions = try c.text("resolution", in: name)
    titles = try c.text("title", in: name)
    states = try c.uint16("state", in: name)
    votes = try c.uint8("vote", in: name)
    try Self.check(
      ids.count,
      [
        ("session", sessions.count), ("day", days.count), ("day_reliable", dayReliable.count),
        ("important", important.count), ("amendment", amendment.count), ("paragraph", paragraph.count),
        ("issues", issues.count), ("codes_absence", codesAbsence.count), ("resolution", resolutions.count),
        ("title", titles.count),
      ])
    try Self.check(ids.count * states.count, [("vote", votes.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .int32(ids)), ("session", .int16(sessions)), ("day", .int32(days)), ("day_reliable", .uint8(dayReliable)),
      ("important", .uint8(important)), ("amendment", .uint8(amendment)), ("paragraph", .uint8(paragraph)),
      ("issues", .uint8(issues)), ("codes_absence", .uint8(codesAbsence)), ("resolution", .text(resolutions)),
      ("title", .text(titles)), ("state", .uint16(states)), ("vote", .uint8(votes)),
    ])
  }

  public var count: Int { ids.count }

  /// Column of a state in the matrix; `nil` if it never voted.
  public func column(of state: StateID) -> Int? {
    var low = 0
    var high = states.count
    while low < high {
      let middle = (low + high) / 2
      if states[middle] < state.cow { low = middle + 1 } else { high = middle }
    }
    return low < states.count && states[low] == state.cow ? low : nil
  }
}

/// Pairs of roll calls on the same resolution in different sessions, which share item parameters and form families.
public struct ResolutionMatches: RecordTable {
  public static let tableName = "resolution_matches"
  public static let layout = 1

  public let first: [Int32]
  public let second: [Int32]

  public init(columns c: ColumnSet) throws(RecordError) {
    first = try c.int32("first", in: Self.tableName)
    second = try c.int32("second", in: Self.tableName)
    try Self.check(first.count, [("second", second.count)])
  }

  public var columns: ColumnSet { ColumnSet([("first", .int32(first)), ("second", .int32(second))]) }
}
