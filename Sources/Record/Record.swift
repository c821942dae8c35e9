import Evidence

/// A record table together with the vintage of the dataset it was read from and the years the dataset covers.
public struct Sourced<Table: Sendable>: Sendable {
  public let table: Table
  public let vintage: Vintage
  /// Calendar years the publisher covers; outside them every answer is "not covered". It can be wider than the years that
  /// occur in the rows: a year without wars is covered.
  public let years: ClosedRange<Int>

  public init(_ table: Table, vintage: Vintage, years: ClosedRange<Int>) {
    self.table = table
    self.vintage = vintage
    self.years = years
  }

  /// The reason to give when `year` lies outside the covered years; `nil` inside.
  public func reasonNotCovered(_ year: Int) -> Reason? {
    years.contains(year)
      ? nil
      : Reason(
        .outsideYears,
        "\(vintage.dataset) \(vintage.version) covers \(years.lowerBound)-\(years.upperBound), not \(year)")
  }

  /// A source line for figures made from `rows` of this table.
  public func source(_ rows: String, count: Int? = nil) -> Source {
    Source(dataset: vintage.dataset, version: vintage.version, rows: rows, rowCount: count)
  }
}

/// The public record as typed columns: what measures and models are functions of.
///
/// A table is `nil` when no dataset that provides it is installed; that is "not installed", never "zero". Where two datasets
/// provide one table (two releases of the capabilities, two sources of roll calls) the archive chooses one by a documented
/// order or the user's word, and the vintage says which: rows of two sources are never mixed.
public struct Record: Sendable {
  public var rollCalls: Sourced<RollCalls>?
  public var matches: Sourced<ResolutionMatches>?
  public var trade: Sourced<Trade>?
  public var nationalTrade: Sourced<NationalTrade>?
  public var capabilities: Sourced<Capabilities>?
  public var alliances: Sourced<Alliances>?
  public var alliancePhases: Sourced<AlliancePhases>?
  public var allianceCalls: Sourced<AllianceCalls>?
  public var obligationYears: Sourced<ObligationYears>?
  public var disputes: Sourced<Disputes>?
  /// Gibler-Miller-Little recoding of the disputes, beside the Correlates of War one.
  public var disputesGML: Sourced<Disputes>?
  public var wars: Sourced<Wars>?
  public var memberships: Sourced<Memberships>?
  public var transfers: Sourced<Transfers>?
  public var sanctions: Sourced<Sanctions>?
  public var economies: Sourced<Economies>?
  public var currentEconomies: Sourced<CurrentEconomies>?
  public var polity: Sourced<PolityScores>?
  public var democracy: Sourced<DemocracyIndices>?
  public var rivalries: Sourced<Rivalries>?
  public var majors: Sourced<MajorPowers>?
  public var systemMembers: Sourced<SystemMembers>?
  /// Ideal points in one dimension, fitted by Entente.
  public var positions: Sourced<Positions>?
  /// Held-out predictions of the same fit.
  public var predictions: Sourced<VotePredictions>?
  /// Held-out predictions of the fit in two dimensions.
  public var predictionsInPlane: Sourced<VotePredictions>?
  /// Ideal points of the fit in two dimensions.
  public var positionsInPlane: Sourced<Positions>?
  /// Levels of relationships, fitted by Entente.
  public var relationships: Sourced<RelationshipLevels>?
  /// The publisher's smoothed flows, beside the recorded ones.
  public var smoothedTrade: Sourced<SmoothedTrade>?
  public var disputeDurations: Sourced<DisputeDurations>?
  public var disputeDurationsGML: Sourced<DisputeDurations>?
  public var directContiguity: Sourced<DirectContiguity>?
  public var colonialContiguity: Sourced<ColonialContiguity>?
  public var capitals: Sourced<Capitals>?
  public var minimumDistances: Sourced<MinimumDistances>?
  public var leaders: Sourced<Leaders>?
  public var leaderBackgrounds: Sourced<LeaderBackgrounds>?
  public var leaderSupport: Sourced<LeaderSupport>?
  public var tradeAgreements: Sourced<TradeAgreements>?
  /// Rivalries by Thompson and Dreyer, beside those of Thompson, Sakuwa and Suhas.
  public var rivalriesTD: Sourced<Rivalries>?
  public var armsRaces: Sourced<ArmsRaces>?
  public var territorialClaims: Sourced<TerritorialClaims>?
  public var colonialHistory: Sourced<ColonialHistory>?
  public var gleditschWardStates: Sourced<GleditschWardStates>?
  public var maddisonIncomes: Sourced<MaddisonIncomes>?
  public var militarySpending: Sourced<MilitarySpending>?

  public init() {}

  /// The vintages of all tables present, one a dataset, in order of dataset name.
  public var vintages: [Vintage] {
    let all: [Vintage?] = [
      rollCalls?.vintage, matches?.vintage, trade?.vintage, nationalTrade?.vintage, capabilities?.vintage,
      alliances?.vintage, alliancePhases?.vintage, allianceCalls?.vintage, obligationYears?.vintage, disputes?.vintage,
      disputesGML?.vintage, wars?.vintage, memberships?.vintage, transfers?.vintage, sanctions?.vintage,
      economies?.vintage, currentEconomies?.vintage, polity?.vintage,
      democracy?.vintage, rivalries?.vintage, majors?.vintage, systemMembers?.vintage,
      smoothedTrade?.vintage,
      disputeDurations?.vintage, disputeDurationsGML?.vintage, directContiguity?.vintage,
      colonialContiguity?.vintage, capitals?.vintage, minimumDistances?.vintage, leaders?.vintage,
      leaderBackgrounds?.vintage, leaderSupport?.vintage, tradeAgreements?.vintage, rivalriesTD?.vintage,
      armsRaces?.vintage, territorialClaims?.vintage, colonialHistory?.vintage, gleditschWardStates?.vintage,
      maddisonIncomes?.vintage, militarySpending?.vintage,
      positions?.vintage, predictions?.vintage, predictionsInPlane?.vintage,
      positionsInPlane?.vintage, relationships?.vintage,
    ]
    return Set(all.compactMap { $0 }).sorted { ($0.dataset, $0.version) < ($1.dataset, $1.version) }
  }
}
