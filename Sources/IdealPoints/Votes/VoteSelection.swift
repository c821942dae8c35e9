/// Which roll calls enter a fit, and how an abstention is read.
public struct VoteSelection: Hashable, Sendable, Codable {
  /// How an abstention enters.
  public enum Abstention: String, Hashable, Sendable, Codable, CaseIterable {
    /// A category of its own between yes and no, with two cut points an item.
    case category
    /// Half a yes and half a no: one cut point, each side of it weighted one half.
    case halfWay
    /// Dropped, as if the state had been absent.
    case missing
    /// Counted as a no: both are refusals to support.
    case no
    /// Counted as a yes: both let the resolution pass.
    case yes

    /// Name as given on a command line.
    public var name: String { self == .halfWay ? "half-way" : rawValue }

    /// Whether items have two cut points.
    var hasTwoCuts: Bool { self == .category }
  }

  /// Keep only roll calls that carry one of these issues; `nil` keeps all.
  public var issues: IssueSet?
  /// Leave out roll calls that carry one of these issues.
  public var without: IssueSet
  /// Keep only roll calls flagged as important; roll calls without coding are left out.
  public var importantOnly: Bool
  public var abstention: Abstention
  /// Keep only these sessions; `nil` keeps all.
  public var sessions: ClosedRange<Int>?

  public init(
    issues: IssueSet? = nil, without: IssueSet = [], importantOnly: Bool = false, abstention: Abstention = .category,
    sessions: ClosedRange<Int>? = nil
  ) {
    self.issues = issues
    self.without = without
    self.importantOnly = importantOnly
    self.abstention = abstention
    self.sessions = sessions
  }

  /// Every roll call, abstention as a category.
  public static let all = VoteSelection()

  func keeps(_ rollCall: VoteData.RollCall) -> Bool {
    if rollCall.year > 1989, rollCall.isPartial { return false }
    if rollCall.session == 19 { return false }
    if let sessions, !sessions.contains(Int(rollCall.session)) { return false }
    if importantOnly, rollCall.important != true { return false }
    if let issues, rollCall.issues.isDisjoint(with: issues) { return false }
    return rollCall.issues.isDisjoint(with: without)
  }

  /// The source's state 511, and state 560 in session 48, are left out, as in the published code.
  func keeps(_ observation: VoteData.Observation, on rollCall: VoteData.RollCall) -> Bool {
    observation.state != 511 && !(observation.state == 560 && rollCall.session == 48)
  }

  /// The vote to model; `nil` if it is dropped.
  func coded(_ vote: UInt8) -> UInt8? {
    guard vote == 2 else { return vote }
    switch abstention {
    case .category, .halfWay: return 2
    case .missing: return nil
    case .no: return 3
    case .yes: return 1
    }
  }
}
