extension State {
  /// The state a person means by a text on a date.
  ///
  /// Accepted are a Correlates of War number or abbreviation, an ISO 3166 code current or withdrawn, a name or other
  /// writing of it (case, diacritics, punctuation and the order of words do not count), or the beginning of words that
  /// fits one state only. A plain number is always a Correlates of War number. The prefixes `cow:`, `iso:` and
  /// `gw:` say which system a code belongs to: AUS is Austria in one and Australia in the other.
  ///
  /// With a date only members of the system on that day count: "germany" is 255 on 1995-01-01 and ambiguous on
  /// 1970-01-01. Without a date every state counts, and of several the only one whose membership is open.
  ///
  /// - Throws: `StateError` with the candidates, the spells of a state that is not a member, or the nearest names.
  /// - Complexity: O(1) for a code or full name; O(names) otherwise.
  public static func find(_ text: String, on day: Day?) throws(StateError) -> State {
    let index = StateIndex.shared
    var exact = try index.exact(text, on: day)
    if exact.isEmpty { exact = index.partial(text) }
    guard !exact.isEmpty else { throw .unknown(text: text, nearest: index.nearest(to: text, on: day)) }
    let candidates = exact.sorted().map { StateTable.shared.states[$0] }
    let fitting = candidates.filter { state in day.map(state.isMember) ?? true }
    if let only = fitting.first, fitting.count == 1 { return only }
    if let day, fitting.isEmpty { throw .notMember(text: text, date: day, candidates: candidates) }
    let open = fitting.filter { $0.spells.last?.end == nil }
    if day == nil, let only = open.first, open.count == 1 { return only }
    throw .ambiguous(text: text, date: day, candidates: fitting)
  }
}

extension StateIndex {
  /// The states of which the text is a code, a name or a shared name.
  fileprivate func exact(_ text: String, on day: Day?) throws(StateError) -> Set<Int> {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let systems = Self.systems(parts[0]) { return coded(parts[1], systems, on: day) }
    let key = NameKey.key(text)
    if let number = Int(key) {
      guard let id = StateID(number), let state = State[id] else { throw Self.noSuchNumber(text, number) }
      return coded(state.id.description, [.cow], on: nil)
    }
    return Set(
      entries(key).lazy
        .filter { $0.kind != .seat && $0.kind != .code(.gleditschWardAbbreviation) }
        .map(\.state))
  }

  private func coded(_ code: String, _ systems: [CodeSystem], on day: Day?) -> Set<Int> {
    let all = systems.flatMap { entries(code.filter { !$0.isWhitespace }, $0) }
    guard let day else { return Set(all.map(\.state)) }
    let valid = all.filter { $0.period.contains(day) }
    return Set((valid.isEmpty ? all : valid).map(\.state))
  }

  private static func systems(_ prefix: String) -> [CodeSystem]? {
    switch NameKey.key(prefix) {
    case "cow": [.cow, .cowAbbreviation]
    case "iso": [.iso3166Alpha2, .iso3166Alpha3, .iso3166Former]
    case "gw": [.gleditschWard, .gleditschWardAbbreviation]
    default: nil
    }
  }

  private static func noSuchNumber(_ text: String, _ number: Int) -> StateError {
    let states = State.coded(String(number), in: .gleditschWard)
    if let state = states.last { return .gleditschWardNumber(text: text, state: state) }
    return .unknown(text: text, nearest: [])
  }

  /// The states with a name in which the text begins at the beginning of a word; none for fewer than three letters.
  fileprivate func partial(_ text: String) -> Set<Int> {
    let wanted = NameKey.words(text).joined(separator: " ")
    guard wanted.utf8.count >= 3 else { return [] }
    return Set(
      phrases.lazy
        .filter { phrase, _ in
          phrase.hasPrefix(wanted)
            || phrase.utf8.indices.contains { phrase.utf8[$0] == 32 && phrase[$0...].dropFirst().hasPrefix(wanted) }
        }
        .map(\.state))
  }

  /// Up to five states with a name or code that at most three edits make the text, best first, members on the day first
  /// among equals.
  fileprivate func nearest(to text: String, on day: Day?) -> [State] {
    let wanted = Array(NameKey.words(text).joined(separator: " ").utf8)
    guard wanted.count >= 2 else { return [] }
    var best: [Int: Int] = [:]
    func consider(_ word: String, _ state: Int, limit: Int) {
      guard let distance = EditDistance.between(wanted, Array(word.utf8), limit: limit) else { return }
      best[state] = min(best[state] ?? .max, distance)
    }
    for (phrase, state) in phrases where phrase.utf8.count > 3 {
      consider(phrase, state, limit: max(1, min(3, wanted.count / 3)))
    }
    if wanted.count == 3 {
      for state in StateTable.shared.states.enumerated() {
        for code in state.element.codes where code.system == .cowAbbreviation || code.system == .iso3166Alpha3 {
          consider(code.text.lowercased(), state.offset, limit: 1)
        }
      }
    }
    let states = StateTable.shared.states
    func rank(_ found: (key: Int, value: Int)) -> (Int, Int, Int) {
      let isFitting = day.map(states[found.key].isMember) ?? (states[found.key].spells.last?.end == nil)
      return (found.value, isFitting ? 0 : 1, found.key)
    }
    return best.sorted { rank($0) < rank($1) }.prefix(5).map { states[$0.key] }
  }
}
