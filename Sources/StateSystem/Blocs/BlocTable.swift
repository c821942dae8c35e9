/// The table of blocs, read once from the text beside it.
///
/// A record begins with the id and the name, other names after semicolons; each indented line holds a period and the
/// Correlates of War abbreviations of the states that are members in it. `fixed` in place of a period means every day the
/// state was a member of the system.
struct BlocTable: Sendable {
  let blocs: [Bloc]
  /// What the reader could not understand, a line each; empty in a sound table.
  let problems: [String]
  private let positions: [String: Int]

  static let shared = BlocTable(reading: [european, global])

  init(reading texts: [String]) {
    var blocs: [Bloc] = []
    var problems: [String] = []
    for text in texts {
      for record in text.split(separator: "\n\n") { blocs.append(Self.bloc(record, &problems)) }
    }
    blocs.append(Self.unitedNations)
    self.blocs = blocs
    self.problems = problems
    var positions: [String: Int] = [:]
    for (position, bloc) in blocs.enumerated() {
      for name in [bloc.id, bloc.name] + bloc.aliases { positions[NameKey.key(name)] = position }
    }
    self.positions = positions
  }

  func find(_ name: String) -> Bloc? { positions[NameKey.key(name)].map { blocs[$0] } }

  private static func bloc(_ record: Substring, _ problems: inout [String]) -> Bloc {
    let lines = record.split(separator: "\n")
    let names = (lines.first ?? "").split(separator: ";").map { String($0.drop { $0 == " " }) }
    let header = (names.first ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    let id = header.first ?? ""
    if header.count < 2 { problems.append("\(id): expected an id and a name") }
    var memberships: [Bloc.Membership] = []
    for line in lines.dropFirst() {
      let words = line.split(separator: " ")
      for word in words.dropFirst() {
        let found = State.coded(String(word), in: .cowAbbreviation)
        let periods = words.first == "fixed" ? found.flatMap(\.spells) : words.first.flatMap(Self.period).map { [$0] }
        guard found.count == 1, let state = found.first, let periods else {
          problems.append("\(id): \(word) in \"\(line)\"")
          continue
        }
        for period in periods { memberships.append(Bloc.Membership(state: state.id, period: period)) }
      }
    }
    return Bloc(id: id, name: header.last ?? id, memberships: memberships, aliases: Array(names.dropFirst()))
  }

  private static func period(_ text: Substring) -> Period? { DateExpression(String(text))?.period }

  private static var unitedNations: Bloc {
    let memberships = State.all.flatMap { state in
      state.unMembership.map { Bloc.Membership(state: state.id, period: $0) }
    }
    return Bloc(id: "UN", name: "United Nations", memberships: memberships, aliases: ["United Nations Organization"])
  }
}
