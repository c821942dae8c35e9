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

  /// The last entry of each key, leading to the one before it: one allocation for all of them.
  private let heads: [String: Int32]
  private let chain: [(entry: Entry, previous: Int32)]
  /// Every name with its words in order, for matching beginnings and for spelling.
  let phrases: [(text: String, state: Int)]

  static let shared = StateIndex(StateTable.shared)
  private static let always = Period(since: Day(number: .min))

  init(_ table: StateTable) {
    var heads: [String: Int32] = Dictionary(minimumCapacity: 3_000)
    var chain: [(entry: Entry, previous: Int32)] = []
    chain.reserveCapacity(4_000)
    var phrases: [(text: String, state: Int)] = []
    phrases.reserveCapacity(900)
    for (position, state) in table.states.enumerated() {
      func add(_ key: String, _ kind: Kind, _ period: Period?) {
        let entry = Entry(state: position, kind: kind, period: period ?? Self.always, isDated: period != nil)
        chain.append((entry, heads.updateValue(Int32(chain.count), forKey: key) ?? -1))
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
    self.heads = heads
    self.chain = chain
    self.phrases = phrases
  }

  /// The entries of a key in the order of the table.
  func entries(_ key: String) -> [Entry] {
    var found: [Entry] = []
    var position = heads[key] ?? -1
    while position >= 0 {
      found.append(chain[Int(position)].entry)
      position = chain[Int(position)].previous
    }
    return found.reversed()
  }

  func entries(_ code: String, _ system: CodeSystem) -> [Entry] {
    entries(Self.codeKey(code)).filter { $0.kind == .code(system) }
  }

  private static func codeKey(_ code: String) -> String { code.lowercased() }
}
