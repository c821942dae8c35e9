/// Recorded votes as the model needs them: roll calls, and one observation for every state that voted.
///
/// Missing data: a state that was absent or not a member has no observation.
public struct VoteData: Sendable {
  public struct RollCall: Hashable, Sendable {
    public let id: Int32
    public let session: Int16
    /// Calendar year of the vote; paragraph and amendment votes after 1989 are left out.
    public let year: Int16
    /// Whether the US State Department flagged it; `nil` where it was not coded.
    public let important: Bool?
    /// A vote on a paragraph or an amendment; `false` where it was not coded.
    public let isPartial: Bool
    public let issues: IssueSet

    public init(
      id: Int32, session: Int16, year: Int16, important: Bool?, isPartial: Bool, issues: IssueSet = []
    ) {
      self.id = id
      self.session = session
      self.year = year
      self.important = important
      self.isPartial = isPartial
      self.issues = issues
    }
  }

  public struct Observation: Hashable, Sendable {
    /// Correlates of War number.
    public let state: UInt16
    /// Index of the roll call in `rollCalls`.
    public let rollCall: Int32
    /// 1 yes, 2 abstain, 3 no.
    public let vote: UInt8

    public init(state: UInt16, rollCall: Int32, vote: UInt8) {
      self.state = state
      self.rollCall = rollCall
      self.vote = vote
    }
  }

  public var rollCalls: [RollCall]
  public var observations: [Observation]
  /// Pairs of roll-call ids on the same resolution, earlier first.
  public var matches: [(first: Int32, second: Int32)]

  public init(
    rollCalls: [RollCall], observations: [Observation], matches: [(first: Int32, second: Int32)] = []
  ) {
    self.rollCalls = rollCalls
    self.observations = observations
    self.matches = matches
  }
}

/// The six subjects the source flags; a roll call may carry several.
public struct IssueSet: OptionSet, Hashable, Sendable, Codable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let palestinianConflict = IssueSet(rawValue: 1)
  public static let nuclearWeapons = IssueSet(rawValue: 2)
  public static let armsControl = IssueSet(rawValue: 4)
  public static let humanRights = IssueSet(rawValue: 8)
  public static let colonialism = IssueSet(rawValue: 16)
  public static let economicDevelopment = IssueSet(rawValue: 32)

  /// The issue with the source's two letters: me, nu, di, hr, co or ec.
  public init?(code: String) {
    guard let place = ["me", "nu", "di", "hr", "co", "ec"].firstIndex(of: code) else { return nil }
    self.init(rawValue: 1 << UInt8(place))
  }
}
