/// Who acts in a published dataset: a state, a bloc, or a name that is neither.
public enum Party: Hashable, Sendable {
  case state(State)
  case bloc(Bloc)
  /// A name that is no state and no bloc of the table, as written.
  case other(String)

  /// The party a name denotes in a year.
  public init(_ name: String, in year: Year?) {
    if let state = State.named(name, in: year) {
      self = .state(state)
    } else if let bloc = Bloc.find(name) {
      self = .bloc(bloc)
    } else {
      self = .other(name)
    }
  }

  /// The parties of a list separated by commas in which a name may itself hold a comma, such as "Korea, North, EU".
  ///
  /// At each place the longest run of parts that is a name is taken, unless each part is a name of its own.
  public static func list(_ text: String, in year: Year?) -> [Party] {
    let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    var parties: [Party] = []
    var position = 0
    while position < parts.count {
      let rest = parts[position...]
      let (party, length) = first(of: rest, in: year)
      parties.append(party)
      position += length
    }
    return parties
  }

  /// The party whose name begins the parts, and how many of them the name has.
  private static func first(of parts: ArraySlice<Substring>, in year: Year?) -> (Party, length: Int) {
    for length in (1...min(longestName, parts.count)).reversed() {
      let run = parts.prefix(length)
      let party = Party(run.joined(separator: ", "), in: year)
      // "Serbia, Montenegro" are two states although one was called Serbia and Montenegro.
      let isList = length > 1 && run.allSatisfy { !Party(String($0), in: year).isOther }
      if length == 1 || !party.isOther && !isList { return (party, length) }
    }
    return (.other(""), parts.count)
  }

  /// The states the party stands for on at least one day of the year, by number; none for another name.
  public func states(in year: Year) -> [State] {
    switch self {
    case .state(let state): [state]
    case .bloc(let bloc): bloc.members(in: year)
    case .other: []
    }
  }

  private static let longestName = 3

  private var isOther: Bool {
    if case .other = self { true } else { false }
  }
}
