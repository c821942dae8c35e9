import Record

/// A table of the record, as something to ask the archive for, and the datasets that may provide it.
public enum RecordPart: String, CaseIterable, Sendable, Codable {
  case rollCalls = "roll-calls"
  case matches
  case trade
  case nationalTrade = "national-trade"
  case capabilities
  case alliances
  case obligationYears = "obligation-years"
  case disputes
  case disputesGML = "disputes-gml"
  case wars
  case memberships
  case transfers
  case sanctions
  case economies
  case polity
  case democracy
  case rivalries
  case majors
  case systemMembers = "system-members"
  case positions
  case predictions
  case predictionsInPlane = "predictions-2d"
  case positionsInPlane = "positions-2d"

  /// Name of the table in the archive.
  public var tableName: String {
    switch self {
    case .rollCalls: RollCalls.tableName
    case .matches: ResolutionMatches.tableName
    case .trade: Trade.tableName
    case .nationalTrade: NationalTrade.tableName
    case .capabilities: Capabilities.tableName
    case .alliances: Alliances.tableName
    case .obligationYears: ObligationYears.tableName
    case .disputes, .disputesGML: Disputes.tableName
    case .wars: Wars.tableName
    case .memberships: Memberships.tableName
    case .transfers: Transfers.tableName
    case .sanctions: Sanctions.tableName
    case .economies: Economies.tableName
    case .polity: PolityScores.tableName
    case .democracy: DemocracyIndices.tableName
    case .rivalries: Rivalries.tableName
    case .majors: MajorPowers.tableName
    case .systemMembers: SystemMembers.tableName
    case .positions, .positionsInPlane: Positions.tableName
    case .predictions, .predictionsInPlane: VotePredictions.tableName
    }
  }

  /// The datasets that come first, in this order, when several provide the table; any other comes after them by name.
  ///
  /// Rows of two datasets are never mixed: the first that is installed provides the whole table.
  public var preferred: [String] {
    switch self {
    // The research edition flags important votes, amendments and subjects and knows failed drafts; the library's does not.
    case .rollCalls: ["un-votes", "undl-votes"]
    case .disputes: ["cow-mid"]
    case .disputesGML: ["gml-mid"]
    case .positions, .predictions: ["ideal-points"]
    case .predictionsInPlane, .positionsInPlane: ["ideal-points-2d"]
    default: []
    }
  }

  /// Whether only the preferred datasets may provide the part: several parts share one table.
  var isReserved: Bool {
    switch self {
    case .disputes, .disputesGML, .positions, .predictions, .predictionsInPlane, .positionsInPlane: true
    default: false
    }
  }

  /// Which of `installed` provides the part; `nil` if none does.
  func provider(among installed: [String]) -> String? {
    if let first = preferred.first(where: installed.contains) { return first }
    return isReserved ? nil : installed.min()
  }
}
