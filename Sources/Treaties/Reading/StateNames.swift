import StateSystem

extension Reader {
  /// A state by its code on a day: ISO 3166 alpha-3 as valid then, else the one member of the system on that day that an
  /// alpha-3 code or a Correlates of War abbreviation has ever denoted, else a number.
  func state(_ entry: Entry, on day: Day?) -> StateID? {
    guard let text = entry.text(log) else { return nil }
    let name = StateName(text: text, day: day)
    if let id = known[name] { return id }
    guard let state = Self.state(text, on: day) else {
      let codes = State.all.flatMap { $0.codes.filter { $0.system == .iso3166Alpha3 }.map(\.text) }
      log.report(
        "found \(entry.found), expected a state", at: entry.place,
        suggestion: nearestName(to: text, among: codes).map { "did you mean \"\($0)\"?" }
          ?? "write its ISO 3166 code of three letters, such as CHN")
      return nil
    }
    known[name] = state.id
    return state.id
  }

  private static func state(_ text: String, on day: Day?) -> State? {
    if let number = Int(text) { return State(cow: number) }
    let ever = Set(
      State.coded(text, in: .iso3166Alpha3) + State.coded(text, in: .cowAbbreviation))
    guard let day else { return ever.count == 1 ? ever.first : nil }
    if let state = State.coded(text, in: .iso3166Alpha3, on: day) { return state }
    let members = ever.filter { $0.isMember(on: day) }
    return members.count == 1 ? members.first : ever.count == 1 ? ever.first : nil
  }

  /// A list of different states.
  func states(_ entries: [Entry], on day: Day?) -> [StateID] {
    var states: [StateID] = []
    for entry in entries {
      guard let state = state(entry, on: day) else { continue }
      if states.contains(state) {
        log.report("the state \(entry.found) is listed twice", at: entry.place)
      } else {
        states.append(state)
      }
    }
    return states
  }
}
