/// Where the codes and names of the table lead.
struct StateIndex: Sendable {
  enum Kind: Equatable, Sendable {
    case code(CodeSystem)
    case name, shared, seat
  }

  struct Entry: Sendable {
    /// Position in `StateTable.states`.
    let state: Int
    let kind: Kind
    /// When the code or name is the state's; for a name without dates `always`.
    let period: Period
    let isDated: Bool
  }

  /// Entries by key of name or code.
  let entries: [String: [Entry]]
  /// Every name with its words in order, for matching beginnings and for spelling.
  let phrases: [(text: String, state: Int)]

  static let shared = StateIndex(StateTable.shared)
  private static let always = Period(since: Day(number: .min))

  init(_ table: StateTable) {
    var entries: [String: [Entry]] = Dictionary(minimumCapacity: 2_400)
    var phrases: [(text: String, state: Int)] = []
    phrases.reserveCapacity(900)
    for (position, state) in table.states.enumerated() {
      func add(_ key: String, _ kind: Kind, _ period: Period?) {
        entries[key, default: []].append(
          Entry(state: position, kind: kind, period: period ?? Self.always, isDated: period != nil))
      }
      func add(name: String, _ kind: Kind, _ period: Period?) {
        let words = NameKey.words(name)
        add(NameKey.key(words), kind, period)
        if kind != .seat { phrases.append((words.joined(separator: " "), position)) }
      }
      for code in state.codes { add(Self.codeKey(code.text), .code(code.system), code.period) }
      add(name: state.name, .name, nil)
      for former in state.formerNames { add(name: former.name, .name, nil) }
      for alias in state.aliases {
        switch alias.kind {
        case .own: add(name: alias.text, .name, alias.period)
        case .shared: add(name: alias.text, .shared, nil)
        case .seat: add(name: alias.text, .seat, nil)
        }
      }
    }
    self.entries = entries
    self.phrases = phrases
  }

  func entries(_ code: String, _ system: CodeSystem) -> [Entry] {
    (entries[Self.codeKey(code)] ?? []).filter { $0.kind == .code(system) }
  }

  private static func codeKey(_ code: String) -> String { code.lowercased() }
}
