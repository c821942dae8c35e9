import Record

/// A table of the record, as something to ask the archive for, and the datasets that may provide it.
public enum RecordPart: String, CaseIterable, Sendable, Codable {
  case rollCalls = "roll-calls"
  case matches
  case trade
  case nationalTrade = "national-trade"
  case capabilities
  case alliances
  case alliancePhases = "alliance-phases"
  case allianceCalls = "alliance-calls"
  case obligationYears = "obligation-years"
  case disputes
  case disputesGML = "disputes-gml"
  case wars
  case memberships
  case transfers
  case sanctions
  case economies
  case currentEconomies = "current-economies"
  case polity
  case democracy
  case rivalries
  case majors
  case systemMembers = "system-members"
  case positions
  case predictions
  case predictionsInPlane = "predictions-2d"
  case positionsInPlane = "positions-2d"
  case relationships
  case smoothedTrade = "smoothed-trade"
  case disputeDurations = "dispute-durations"
  case disputeDurationsGML = "dispute-durations-gml"
  case directContiguity = "direct-contiguity"
  case colonialContiguity = "colonial-contiguity"
  case capitals
  case minimumDistances = "minimum-distances"
  case leaders
  case leaderBackgrounds = "leader-backgrounds"
  case leaderSupport = "leader-support"
  case tradeAgreements = "trade-agreements"
  case rivalriesTD = "rivalries-td"
  case armsRaces = "arms-races"
  case territorialClaims = "territorial-claims"
  case colonialHistory = "colonial-history"
  case gleditschWardStates = "gleditsch-ward-states"
  case maddisonIncomes = "maddison-incomes"
  case militarySpending = "military-spending"

  /// Name of the table in the archive.
  public var tableName: String {
    switch self {
    case .rollCalls: RollCalls.tableName
    case .matches: ResolutionMatches.tableName
    case .trade: Trade.tableName
    case .nationalTrade: NationalTrade.tableName
    case .capabilities: Capabilities.tableName
    case .alliances: Alliances.tableName
    case .alliancePhases: AlliancePhases.tableName
    case .allianceCalls: AllianceCalls.tableName
    case .obligationYears: ObligationYears.tableName
    case .disputes, .disputesGML: Disputes.tableName
    case .wars: Wars.tableName
    case .memberships: Memberships.tableName
    case .transfers: Transfers.tableName
    case .sanctions: Sanctions.tableName
    case .economies: Economies.tableName
    case .currentEconomies: CurrentEconomies.tableName
    case .polity: PolityScores.tableName
    case .democracy: DemocracyIndices.tableName
    case .rivalries, .rivalriesTD: Rivalries.tableName
    case .majors: MajorPowers.tableName
    case .systemMembers: SystemMembers.tableName
    case .positions, .positionsInPlane: Positions.tableName
    case .predictions, .predictionsInPlane: VotePredictions.tableName
    case .disputeDurations, .disputeDurationsGML: DisputeDurations.tableName
    case .relationships: RelationshipLevels.tableName
    case .smoothedTrade: SmoothedTrade.tableName
    case .directContiguity: DirectContiguity.tableName
    case .colonialContiguity: ColonialContiguity.tableName
    case .capitals: Capitals.tableName
    case .minimumDistances: MinimumDistances.tableName
    case .leaders: Leaders.tableName
    case .leaderBackgrounds: LeaderBackgrounds.tableName
    case .leaderSupport: LeaderSupport.tableName
    case .tradeAgreements: TradeAgreements.tableName
    case .armsRaces: ArmsRaces.tableName
    case .territorialClaims: TerritorialClaims.tableName
    case .colonialHistory: ColonialHistory.tableName
    case .gleditschWardStates: GleditschWardStates.tableName
    case .maddisonIncomes: MaddisonIncomes.tableName
    case .militarySpending: MilitarySpending.tableName
    }
  }

  /// The datasets that come first, in this order, when several provide the table; any other comes after them by name.
  ///
  /// Rows of two datasets are never mixed: the first that is installed provides the whole table.
  public var preferred: [String] {
    switch self {
    // The research edition flags important votes, amendments and subjects and knows failed drafts; the library's does not.
    case .rollCalls: ["un-votes", "undl-votes"]
    case .disputes, .disputeDurations: ["cow-mid"]
    case .disputesGML, .disputeDurationsGML: ["gml-mid"]
    case .rivalries: ["tss-rivalries"]
    case .rivalriesTD: ["td-rivalries"]
    case .positions, .predictions: ["ideal-points"]
    case .predictionsInPlane, .positionsInPlane: ["ideal-points-2d"]
    default: []
    }
  }

  /// Whether only the preferred datasets may provide the part: several parts share one table.
  var isReserved: Bool {
    switch self {
    case .disputes, .disputesGML, .disputeDurations, .disputeDurationsGML, .rivalries, .rivalriesTD, .positions,
      .positionsInPlane, .predictions, .predictionsInPlane:
      true
    default: false
    }
  }

  /// Which of `installed` provides the part; `nil` if none does.
  func provider(among installed: [String]) -> String? {
    if let first = preferred.first(where: installed.contains) { return first }
    return isReserved ? nil : installed.min()
  }
}
