extension State {
  /// The name of a state on a date as it stands in a sentence: with the article where English wants one.
  package static func sentenceName(_ id: StateID, on date: Day) -> String {
    let name = plainName(id, on: date)
    let short = name == "United States of America" ? "United States" : name
    let wanting = [
      "United ", "Soviet Union", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles",
      "Solomon Islands", "Marshall Islands", "Dominican Republic", "Central African Republic", "Czech Republic",
      "Papal States", "German ", "Democratic ", "Republic of ", "Yemen Arab", "Ottoman Empire",
    ]
    return wanting.contains(where: short.hasPrefix) ? "the \(short)" : short
  }

  /// The name of a state on a date; its number if it is unknown.
  package static func plainName(_ id: StateID, on date: Day? = nil) -> String {
    guard let state = State[id] else { return "state \(id)" }
    return date.map { state.name(on: $0) } ?? state.name
  }
}

extension String {
  /// The genitive of a name: `Russia's`, `the United States'`.
  package var possessive: String { hasSuffix("s") ? self + "'" : self + "'s" }
}
