/// The table of states, read once from the text beside it.
///
/// A record begins with the Correlates of War number, the abbreviation and the name; sections follow, each after a bar
/// or on an indented line: `system` (membership), `un`, `gw` (number and abbreviation if not the same), `iso` (alpha-2,
/// alpha-3, ISO 3166-3 of a withdrawn entry), `names` (dated), `also` (other writings), `shared` (words it shares with
/// other states), `seat` (United Nations seat), `heir`. Periods are EDTF intervals, last day inside; `../` is the
/// beginning of the state.
struct StateTable: Sendable {
  let states: [State]
  /// What the reader could not understand, a line each; empty in a sound table.
  let problems: [String]
  private let positions: [Int16]

  static let shared = StateTable(
    reading: [americas, westernEurope, easternEurope, africa, middleEast, asia, oceania])

  init(reading texts: [String]) {
    var parser = StateTableParser()
    for text in texts { parser.read(text) }
    states = parser.states
    problems = parser.problems
    var positions = [Int16](repeating: -1, count: 1_000)
    for (position, state) in parser.states.enumerated() { positions[Int(state.id.cow)] = Int16(position) }
    self.positions = positions
  }

  subscript(id: StateID) -> State? {
    let position = Int(positions[Int(id.cow)])
    return position < 0 ? nil : states[position]
  }
}
