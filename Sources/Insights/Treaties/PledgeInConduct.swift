import Evidence
import Record
import Relationships
import StateSystem
import Treaties

/// What the level of a relationship says of a treaty between two states in a year, beside what coders say of it.
///
/// The level is that of the pair; what such a pledge implies is read off all other pairs that owed each other as much in the years around. It is
/// stated beside the coding and changes none: a treaty in force on paper stays so whatever the level.
/// Missing: without levels, without obligations, outside their years and for states that were no members there is a reason in place of the figure.
/// Not for causes; nor for a treaty by itself, since the level does not know which of several pledges it answers.
public struct PledgeInConduct: Hashable, Sendable, Codable {
  /// How the level stands to the mean of pairs with such a pledge.
  public enum Verdict: String, Hashable, Sendable, Codable {
    case below
    case notBelow
    /// Neither with the probability that the rule asks for.
    case undecided
  }

  /// The rule of the verdict.
  public struct Rule: Hashable, Sendable, Codable {
    /// Probability from which on the level counts as below, and up to one less which as not below.
    public var certainty = RelationshipHistory.certainty
    public var declaredAt = "2026-11-27"

    public init() {}

    public func verdict(_ below: Double) -> Verdict {
      below >= certainty ? .below : below <= 1 - certainty ? .notBelow : .undecided
    }
  }

  /// The level beside what the pledge implies, where the treaty held in the year.
  public struct Comparison: Hashable, Sendable, Codable {
    public let implied: PledgeLevels.Implied
    /// Probability that the level is below the implied mean, that mean taken as known.
    public let below: Double
    public let verdict: Verdict
  }

  public let states: [StateID]
  public let year: Int
  /// Smoothed level with its 95 % interval; n counts the indicators observed in the year.
  public let level: Estimate
  public let observed: [String]
  /// The deepest kind of obligation in the treaty.
  public let pledge: String
  public let comparison: Covered<Comparison>
  /// When the level fell below for good, over all years in which the treaty held and that are covered.
  public let departure: Covered<RelationshipHistory.Departure>
  public let rule: Rule
  public let sources: [Source]

  /// The sentence that says why there are no levels.
  public static let missing = "relationships is not in the archive; `entente fit relationships` makes it"

  /// Reads a treaty against the levels.
  ///
  /// - Parameters:
  ///   - pair: two parties; `nil` takes the two of a bilateral treaty.
  ///   - pledges: made from the levels and obligations, where several treaties are asked about.
  ///   - hindsight: whether a treaty that holds on the day is asked when its level fell below for good, which later years decide.
  ///   - absent: why there are no levels, where there are none.
  /// - Complexity: that of `PledgeLevels` for each year in which the treaty held.
  public static func of(
    _ treaty: RegisteredTreaty, between pair: Dyad? = nil, on day: Day, _ levels: Sourced<RelationshipLevels>?,
    _ obligations: Sourced<ObligationYears>?, pledges: PledgeLevels? = nil, hindsight: Bool = true,
    absent: String = missing
  ) -> Covered<PledgeInConduct> {
    let parties = treaty.states
    guard let pair = pair ?? (parties.count == 2 ? Dyad(parties[0], parties[1]) : nil) else {
      return .notCovered(
        Reason(
          .undefined,
          parties.count > 2
            ? "a level is that of two states and the treaty has \(parties.count); name two of them (--between)"
            : "fewer than two parties are states of the system"))
    }
    guard let levels else { return .notCovered(Reason(.notInstalled, absent)) }
    let year = day.fields.year
    if let reason = levels.reasonNotCovered(year) { return .notCovered(reason) }
    guard let row = levels.table.row(of: pair.first.cow, pair.second.cow, year: year) else {
      let names = [pair.first, pair.second].map { State.label($0) }
      return .notCovered(
        Reason(.notMember, "\(names[0]) and \(names[1]) were not members of the state system together in \(year)"))
    }
    return .covered(PledgeInConduct(treaty, pair, year, row, levels, obligations, pledges, hindsight))
  }

  private init(
    _ treaty: RegisteredTreaty, _ pair: Dyad, _ year: Int, _ row: Int, _ levels: Sourced<RelationshipLevels>,
    _ obligations: Sourced<ObligationYears>?, _ pledges: PledgeLevels?, _ hindsight: Bool
  ) {
    let table = levels.table
    let (a, b) = (pair.first.cow, pair.second.cow)
    states = [pair.first, pair.second]
    self.year = year
    observed = table.observedNames(row)
    rule = Rule()
    let source = levels.source("first=\(min(a, b)) second=\(max(a, b)) year=\(year)", count: 1)
    let reach: Double = 1.959963984540054 * table.deviation(row)
    level = Estimate(
      table.mean(row), interval: Interval(table.mean(row) - reach, table.mean(row) + reach, level: 0.95),
      n: observed.count,
      method: "posterior mean and 95 % interval given all years, parameters of the fit taken as known",
      sources: [source])
    let pledge = treaty.pledgeClass
    self.pledge = pledge.words
    switch Self.held(treaty, pair, pledge, obligations) {
    case .notCovered(let reason), .suppressed(let reason):
      comparison = .notCovered(reason)
      departure = .notCovered(reason)
      sources = [source]
    case .covered((let held, let obligations)):
      let read = hindsight || !held.contains(year) ? held : year...year
      let history = RelationshipHistory(
        table, pledges ?? PledgeLevels(table, obligations), a, b, years: read, holding: (pledge, read))
      comparison = Self.comparison(history, year, held, treaty, obligations, rule)
      departure =
        read != held
        ? .notCovered(Reason(.undefined, "the treaty holds on the day, and later years decide since when"))
        : history.departures.first.map { .covered($0) }
          ?? .notCovered(
            Reason(.notMember, "in no year in which the treaty held were both states members of the state system"))
      sources = [source, obligations.source("deepest obligation \(pledge.words), all other pairs")]
    }
  }

  /// The years in which the treaty held between the two and that the obligations cover.
  private static func held(
    _ treaty: RegisteredTreaty, _ pair: Dyad, _ pledge: PledgeClass, _ obligations: Sourced<ObligationYears>?
  ) -> Covered<(ClosedRange<Int>, Sourced<ObligationYears>)> {
    guard pledge != .none else {
      return .notCovered(Reason(.undefined, "the treaty has none of the five kinds of obligation"))
    }
    guard let obligations else {
      return .notCovered(
        Reason(
          .notInstalled,
          "atop is not in the archive, so what such a pledge implies is not known; `entente data add atop` gets it"))
    }
    guard let years = treaty.yearsInForce(between: pair, upTo: obligations.years.upperBound) else {
      return .notCovered(Reason(.undefined, "by no coder was the treaty in force between the two"))
    }
    guard years.overlaps(obligations.years) else {
      return .notCovered(
        obligations.reasonNotCovered(years.lowerBound) ?? Reason(.outsideYears, "the obligations are not covered"))
    }
    return .covered((years.clamped(to: obligations.years), obligations))
  }

  private static func comparison(
    _ history: RelationshipHistory, _ year: Int, _ held: ClosedRange<Int>, _ treaty: RegisteredTreaty,
    _ obligations: Sourced<ObligationYears>, _ rule: Rule
  ) -> Covered<Comparison> {
    guard held.contains(year) else {
      if let reason = obligations.reasonNotCovered(year) { return .notCovered(reason) }
      return .notCovered(
        Reason(
          .outsideYears, "the treaty was in force from \(held.lowerBound) to \(held.upperBound), not in \(year)"))
    }
    guard let row = history.rows.first(where: { $0.year == year }), let implied = row.implied, let below = row.below
    else {
      return .notCovered(
        Reason(.tooFew, "fewer than \(PledgeLevels.fewest) pair-years have such a pledge around \(year)"))
    }
    return .covered(Comparison(implied: implied, below: below, verdict: rule.verdict(below)))
  }
}

extension RegisteredTreaty {
  /// The deepest kind of obligation by the principal coding, by any where that has none.
  var pledgeClass: PledgeClass {
    let own = principal?.kinds ?? []
    let names: [Obligation.Kind: ObligationKinds] = [
      .defense: .defense, .offense: .offense, .neutrality: .neutrality, .nonaggression: .nonaggression,
      .consultation: .consultation,
    ]
    return PledgeClass((own.isEmpty ? kinds : own).reduce(into: []) { $0.formUnion(names[$1] ?? []) })
  }

  /// The years touched by the treaty between two parties, from the first entry into force to the last end by any coder; `nil` if there are none.
  func yearsInForce(between pair: Dyad, upTo last: Int) -> ClosedRange<Int>? {
    guard !dates.neverInForce,
      let begin = dates.inForce.compactMap(\.date.earliest).min() ?? dates.signed.earliest
    else { return nil }
    let ends = dates.ended.compactMap(\.date.latest).map(\.fields.year)
    let isOpen = ends.isEmpty || !dates.open.isEmpty
    let first = begin.fields.year
    let end = isOpen ? last : min(ends.max() ?? last, last)
    guard first <= end else { return nil }
    let joined = (first...end).filter { year in
      [Day(year, 1, 1), Day(year, 7, 1), Day(year, 12, 31)].contains { $0.map { joins(pair, on: $0) } ?? false }
    }
    guard let from = joined.first, let to = joined.last else { return nil }
    return from...to
  }
}
