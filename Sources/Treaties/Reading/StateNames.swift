import StateSystem

extension Reader {
  /// A state by code or name on a day: an ISO 3166 code as valid then, else whatever `State.find` takes among the
  /// members of the system on that day, else among all states.
  func state(_ entry: Entry, on day: Day?) -> StateID? {
    guard let text = entry.text(log) else { return nil }
    let name = StateName(text: text, day: day)
    if let id = known[name] { return id }
    do {
      let state = try Self.state(text, on: day)
      known[name] = state.id
      return state.id
    } catch {
      log.report("\(error)", at: entry.place)
      return nil
    }
  }

  private static func state(_ text: String, on day: Day?) throws(StateError) -> State {
    if let day {
      if let state = State.coded(text, in: .iso3166Alpha3, on: day) { return state }
      if let state = try? State.find(text, on: day) { return state }
    }
    return try State.find(text, on: nil)
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
