/// Why a text does not lead to one state.
public enum StateError: Error, Equatable, Sendable {
  /// No code or name fits; `nearest` are the states whose names are spelt most like the text, best first.
  case unknown(text: String, nearest: [State])
  /// A plain number that is no Correlates of War number but is the Gleditsch-Ward number of `state`.
  case gleditschWardNumber(text: String, state: State)
  /// Several states fit.
  case ambiguous(text: String, date: Day?, candidates: [State])
  /// The text names these states (mostly one), but none is a member of the system on the day.
  case notMember(text: String, date: Day, candidates: [State])
}

extension StateError: CustomStringConvertible {
  private static let listed = 8

  public var description: String {
    switch self {
    case .unknown(let text, let nearest) where nearest.isEmpty:
      return "no state is called \"\(text)\"; give a name, a Correlates of War number or an ISO 3166 code"
    case .unknown(let text, let nearest):
      return "no state is called \"\(text)\"; did you mean \(Self.list(nearest))?"
    case .gleditschWardNumber(let text, let state):
      return "\(text) is no Correlates of War number; it is the Gleditsch-Ward number of \(Self.label(state)): "
        + "write \(state.id), or gw:\(text)"
    case .ambiguous(let text, let date, let candidates):
      let when = date.map { " on \($0)" } ?? ""
      return "\"\(text)\"\(when) fits \(Self.list(candidates)); \(Self.hint(text, candidates))"
    case .notMember(let text, let date, let candidates):
      let spells = candidates.prefix(Self.listed).map { Self.spells($0, date) }.joined(separator: "; ")
      return "\"\(text)\" names no member of the state system on \(date): \(spells); choose another date"
    }
  }

  private static func label(_ state: State) -> String { "\(state.name) (\(state.id) \(state.abbreviation))" }

  private static func list(_ states: [State]) -> String {
    let labels = states.prefix(listed).map(label)
    let more = states.count > listed ? " and \(states.count - listed) more" : ""
    guard more.isEmpty, let last = labels.last, labels.count > 1 else { return labels.joined(separator: ", ") + more }
    return labels.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func hint(_ text: String, _ candidates: [State]) -> String {
    let isCode = candidates.contains { $0.abbreviation.lowercased() == text.lowercased() }
    return "give the number or \(isCode ? "write cow:\(text) or iso:\(text)" : "the full name")"
  }

  private static func spells(_ state: State, _ date: Day) -> String {
    let spells = state.spells.map(\.description).joined(separator: ", ")
    let seat = state.isUNMember(on: date) ? " (but of the United Nations on that day)" : ""
    return "\(label(state)) was a member \(spells)\(seat)"
  }
}
