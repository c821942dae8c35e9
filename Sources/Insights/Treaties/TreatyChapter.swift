import Evidence
import StateSystem
import Treaties

/// What a brief says of the pair's treaties: how the present one differs from the earlier, where each stands on paper and in fact,
/// what such pledges were worth, and how long they may last.
public struct TreatyChapter: Hashable, Sendable, Codable {
  /// A treaty of the pair with what is known of it.
  public struct Entry: Hashable, Sendable, Codable {
    public let id: String
    public let title: String
    public let signed: String
    public let dates: TreatyDates
    public let status: TreatyStatus
    public let depth: Covered<Estimate>
    public let scope: Covered<Estimate>
    public let depthPlace: Percentile?
    public let scopePlace: Percentile?
    /// What the level of the relationship says of it; `nil` where levels were not consulted.
    public let conduct: Covered<PledgeInConduct>?
  }

  /// A kind of obligation in force with the rate at which such alliances were honoured.
  public struct Worth: Hashable, Sendable, Codable {
    public let kind: Obligation.Kind
    public let treaties: [String]
    public let rate: FulfilmentRates.Rate?
  }

  /// The earlier and the present treaty of the comparison, and no more.
  public let compared: [Entry]
  public let difference: TreatyDifference?
  public let worth: [Worth]
  public let calls: [FulfilmentRates.Call]
  public let forecast: Covered<DurabilityForecast>

  /// - Parameters:
  ///   - rates: `nil` where the calls on alliances are not installed.
  ///   - depth: scores with the version of ATOP they were made from.
  ///   - forecast: of the present treaty, given its id.
  ///   - conduct: what the level of the relationship says of a treaty.
  public init(
    _ dyad: Dyad, on day: Day, _ collection: TreatyCollection, rates: FulfilmentRates?,
    depth: (fit: DepthFit, atop: String)?, forecast: (String) -> Covered<DurabilityForecast>,
    conduct: ((RegisteredTreaty) -> Covered<PledgeInConduct>)? = nil
  ) {
    let pair = PairPledges(dyad, on: day, collection, rates)
    let (before, after) = Self.comparison(dyad, on: day, collection)
    difference = before.flatMap { before in after.map { TreatyDifference(from: before, to: $0) } }
    compared = [before, after].compactMap { $0 }.map { Self.entry($0, on: day, depth, conduct?($0)) }
    worth = pair.pledges.map { pledge in
      Worth(kind: pledge.kind, treaties: pledge.treaties, rate: pledge.rates.first)
    }
    calls = pair.calls.filter { $0.year <= day.fields.year }
    self.forecast =
      after.map { forecast($0.id) }
      ?? .notCovered(
        Reason(
          .missing, "no bilateral treaty of the two with one of the five obligations is in force"))
  }

  /// The present treaty is the bilateral one in force with most kinds of obligation, the earlier one of those before it the one with
  /// most; of equals the latest.
  static func comparison(
    _ dyad: Dyad, on day: Day, _ collection: TreatyCollection
  ) -> (before: RegisteredTreaty?, after: RegisteredTreaty?) {
    let own = collection.search(
      TreatySearch(states: [dyad.first, dyad.second], bilateralOnly: true)
    )
    .filter { treaty in !treaty.kinds.isEmpty && (treaty.begin.map { $0 <= day } ?? false) }
    func strongest(_ treaties: [RegisteredTreaty]) -> RegisteredTreaty? {
      treaties.max { a, b in
        if a.kinds.count != b.kinds.count { return a.kinds.count < b.kinds.count }
        return (a.begin?.number ?? .min) < (b.begin?.number ?? .min)
      }
    }
    let inForce = own.filter { $0.status(on: day).deJure.contains { $0.standing == .inForce } }
    guard let after = strongest(inForce) else { return (nil, strongest(own)) }
    let earlier = own.filter { ($0.begin?.number ?? .max) < (after.begin?.number ?? .min) }
    return (strongest(earlier), after)
  }

  private static func entry(
    _ treaty: RegisteredTreaty, on day: Day, _ depth: (fit: DepthFit, atop: String)?,
    _ conduct: Covered<PledgeInConduct>?
  ) -> Entry {
    func score(_ axis: ProvisionItem.Axis) -> Covered<(estimate: Estimate, place: Percentile)> {
      depth.map { $0.fit.estimate(treaty.id, axis, version: $0.atop) }
        ?? .notCovered(Reason(.notInstalled, "no scores of depth and scope have been computed"))
    }
    let (deep, broad) = (score(.depth), score(.scope))
    return Entry(
      id: treaty.id, title: treaty.title, signed: treaty.dates.signed.description, dates: treaty.dates,
      status: treaty.status(on: day),
      depth: deep.map(\.estimate), scope: broad.map(\.estimate), depthPlace: deep.value?.place,
      scopePlace: broad.value?.place,
      conduct: conduct)
  }
}
