extension State {
  /// The state a published dataset means by a name in a year; `nil` if no state, or more than one, has the name.
  ///
  /// The name must be one of the state's names or other writings in full (case, diacritics, punctuation and the order
  /// of words do not count); codes and parts of names are not accepted. A name two states had at different times goes
  /// to the one that has it on 31 December ("Germany" is 260 from 1949 to 1989), and the name of a state that became
  /// part of one other leads to that one in later years ("South Vietnam" in 2004 is 816). The state need not be a
  /// member in the year: datasets name colonies and governments in exile.
  ///
  /// - Complexity: O(1).
  public static func named(_ name: String, in year: Year?) -> State? {
    let entries = StateIndex.shared.entries(NameKey.key(name)).filter { $0.kind == .name }
    let states = StateTable.shared.states
    guard let year, let last = Day(year.value, 12, 31) else {
      return single(Set(entries.filter { !$0.isDated }.map(\.state)).map { states[$0] })
    }
    if let dated = entries.first(where: { $0.isDated && $0.period.contains(last) }) { return states[dated.state] }
    return single(Set(entries.filter { !$0.isDated }.map(\.state)).compactMap { states[$0].standing(in: year) })
  }

  /// The member of the United Nations that is called by a name on a day; `nil` if none is.
  ///
  /// "China" is 713 to 24 October 1971 and 710 from the day after; "Yemen" is 678 before 1990.
  public static func unMember(named name: String, on day: Day) -> State? {
    let entries = StateIndex.shared.entries(NameKey.key(name))
    let holders = Set(entries.filter { $0.kind == .name || $0.kind == .seat }.map(\.state))
      .map { StateTable.shared.states[$0] }
      .filter { $0.isUNMember(on: day) }
    return single(holders)
  }

  private static func single(_ states: [State]) -> State? { states.count == 1 ? states.first : nil }

  /// The state itself, or its heir if it is gone by the year; `nil` if it is gone without one.
  private func standing(in year: Year) -> State? {
    guard let first = Day(year.value, 1, 1), isGone(before: first) else { return self }
    return heir.flatMap { State[$0] }
  }

  private func isGone(before day: Day) -> Bool {
    func isOver(_ period: Period) -> Bool { period.end.map { $0 <= day } ?? false }
    return spells.allSatisfy(isOver) && unMembership.allSatisfy(isOver)
      && codes.allSatisfy { $0.system != .gleditschWard || isOver($0.period) }
  }
}
