import StateSystem

extension State {
  /// The name of a state on a date with its number, for messages: `Russia (365)`.
  package static func label(_ id: StateID, on date: Day? = nil) -> String {
    "\(plainName(id, on: date)) (\(id))"
  }
}

/// The code by which measure requests name a state: ISO 3166-1 alpha-3 where that finds the same state again, otherwise the Correlates of
/// War number.
package enum RequestCode {
  private static let codes: [StateID: String] = {
    var codes: [StateID: String] = [:]
    for state in State.all {
      let today = Day(2020, 1, 1)
      let candidate = today.flatMap { state.code(.iso3166Alpha3, on: $0) }
      if let candidate, let found = try? State.find(candidate, on: nil), found.id == state.id {
        codes[state.id] = candidate
      } else {
        codes[state.id] = state.id.description
      }
    }
    return codes
  }()

  /// The code of a state.
  package static func text(_ id: StateID) -> String { codes[id] ?? id.description }
}
