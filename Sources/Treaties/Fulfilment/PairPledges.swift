import StateSystem

/// What a pair has pledged on a day, and what such pledges have been worth.
public struct PairPledges: Sendable {
  /// One kind of obligation that at least one treaty in force holds between the two.
  public struct Pledge: Sendable {
    public let kind: Obligation.Kind
    /// Treaties that hold it, by any coder.
    public let treaties: [String]
    /// How often alliances with this obligation were honoured, in the era of the day; the rate of all eras second.
    public let rates: [FulfilmentRates.Rate]
  }

  public let dyad: Dyad
  public let day: Day
  /// Treaties in force on paper by at least one coder, with their standing in fact.
  public let inForce: [(treaty: RegisteredTreaty, status: TreatyStatus)]
  public let pledges: [Pledge]
  /// Every call on any treaty the two ever shared.
  public let calls: [FulfilmentRates.Call]

  /// - Parameter rates: `nil` where the calls are not installed; pledges then come without rates.
  public init(_ dyad: Dyad, on day: Day, _ collection: TreatyCollection, _ rates: FulfilmentRates?) {
    self.dyad = dyad
    self.day = day
    let states = [dyad.first, dyad.second]
    let found = collection.search(TreatySearch(states: states, day: day))
    inForce = found.map { ($0, $0.status(on: day)) }
    let era: FulfilmentRates.Era = day.fields.year < 1945 ? .before1945 : .from1945
    pledges = Obligation.Kind.allCases.compactMap { kind in
      let holding = found.filter { $0.kinds.contains(kind) }
      guard !holding.isEmpty else { return nil }
      return Pledge(
        kind: kind, treaties: holding.map(\.id),
        rates: rates.map { rates in
          FulfilmentRates.Coder.allCases.flatMap { coder in
            [rates.rate(.init(kind: kind, era: era), by: coder), rates.rate(.init(kind: kind), by: coder)]
          }
        } ?? [])
    }
    calls =
      rates.map { rates in
        collection.search(TreatySearch(states: states)).flatMap { rates.calls(on: $0.id) }
          .sorted { ($0.year, $0.war, $0.alliance) < ($1.year, $1.war, $1.alliance) }
      } ?? []
  }
}
