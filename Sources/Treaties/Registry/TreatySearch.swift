import StateSystem

/// What a treaty must satisfy to be listed; conditions that are absent hold for every treaty.
public struct TreatySearch: Hashable, Sendable {
  /// All of these were parties.
  public var states: [StateID]
  /// In force on paper on the day by at least one coder.
  public var day: Day?
  /// Signed within these years.
  public var years: ClosedRange<Int>?
  /// Every one of these is found by at least one coder.
  public var kinds: Set<Obligation.Kind>
  /// All of these words occur in the title, a summary, a note or a name of a provision; case does not count.
  public var text: String?
  public var bilateralOnly: Bool

  public init(
    states: [StateID] = [], day: Day? = nil, years: ClosedRange<Int>? = nil, kinds: Set<Obligation.Kind> = [],
    text: String? = nil, bilateralOnly: Bool = false
  ) {
    self.states = states
    self.day = day
    self.years = years
    self.kinds = kinds
    self.text = text
    self.bilateralOnly = bilateralOnly
  }

  /// Whether a treaty satisfies every condition.
  public func matches(_ treaty: RegisteredTreaty) -> Bool {
    let parties = treaty.states
    guard states.allSatisfy(parties.contains), treaty.kinds.isSuperset(of: kinds) else { return false }
    if bilateralOnly, parties.count + treaty.otherParties.count != 2 { return false }
    if let years, !(treaty.begin.map { years.contains($0.fields.year) } ?? false) { return false }
    if let day {
      let standings = treaty.status(on: day).deJure.map(\.standing)
      guard standings.contains(where: { $0 == .inForce || $0 == .uncertain }) else { return false }
      let dyads = zip(states, states.dropFirst()).compactMap { Dyad($0, $1) }
      guard dyads.allSatisfy({ treaty.joins($0, on: day) }) else { return false }
    }
    guard let text, !text.isEmpty else { return true }
    let haystack = treaty.searchable
    return text.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { haystack.contains($0) }
  }
}

extension TreatyCollection {
  /// The treaties that satisfy a search, in order of signature. Complexity: O(treaties × text).
  public func search(_ search: TreatySearch) -> [RegisteredTreaty] { treaties.filter(search.matches) }
}

extension RegisteredTreaty {
  /// Everything that is written about the treaty, in lower case.
  var searchable: String {
    var parts = [id, title] + links.map(\.description) + kinds.map(\.words) + kinds.map(\.rawValue)
    for coding in codings {
      parts += coding.features.flatMap { [$0.kind.words, $0.label, $0.summary ?? ""] }
      parts += coding.duties.flatMap { [$0.summary ?? "", $0.conditions ?? "", $0.targetDescribed ?? ""] }
    }
    if let coded {
      parts += [coded.summary, coded.place ?? ""] + coded.notes + coded.themes.map(\.rawValue)
    }
    parts += states.compactMap { State[$0]?.name }
    return parts.joined(separator: "\n").lowercased()
  }
}
