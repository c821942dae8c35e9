/// The rows of a panel before it has columns of its own: keys, and where each row's states are among the cells of states.
struct Frame: Sendable {
  let unit: PanelUnit
  let system: SystemYears
  /// The dyads behind the rows; `nil` for units of one state.
  let dyads: DyadYears?
  let count: Int
  /// Year of each row, as an offset from the first.
  let offsets: [Int16]
  /// Cell of the first, or only, state of each row; -1 where there is none.
  let firstCells: [Int32]
  /// Cell of the second state of each row; empty for units of one state.
  let secondCells: [Int32]
  /// Row of the leader table behind each row; empty for other units.
  var leaders: [Int32] = []

  var years: ClosedRange<Int> { system.years }

  /// States in years.
  init(states system: SystemYears) {
    unit = .stateYear
    self.system = system
    dyads = nil
    firstCells = system.memberCells
    secondCells = []
    count = firstCells.count
    let width = Int32(system.years.count)
    offsets = firstCells.map { Int16($0 % width) }
  }

  /// Leaders in years: parallel columns of the table's rows, cells of their states (-1 for none) and year offsets.
  init(leaders: [Int32], cells: [Int32], offsets: [Int16], _ system: SystemYears) {
    unit = .leaderYear
    self.system = system
    dyads = nil
    count = leaders.count
    firstCells = cells
    secondCells = []
    self.offsets = offsets
    self.leaders = leaders
  }

  /// Pairs of states in years.
  init(dyads: DyadYears) {
    unit = dyads.isDirected ? .directedDyadYear : .dyadYear
    let system = dyads.system
    self.system = system
    self.dyads = dyads
    count = dyads.count
    let width = system.years.count
    var first = [Int32](repeating: 0, count: dyads.count)
    var second = [Int32](repeating: 0, count: dyads.count)
    var offsets = [Int16](repeating: 0, count: dyads.count)
    first.withUnsafeMutableBufferPointer { first in
      second.withUnsafeMutableBufferPointer { second in
        offsets.withUnsafeMutableBufferPointer { offsets in
          dyads.forEachPair { a, b, rows in
            var row = rows.lowerBound
            dyads.forEachJointOffset(a, b) { offset in
              first[row] = Int32(a * width + offset)
              second[row] = Int32(b * width + offset)
              offsets[row] = Int16(offset)
              row += 1
            }
          }
        }
      }
    }
    firstCells = first
    secondCells = second
    self.offsets = offsets
  }

  /// The key columns: state numbers and the year.
  func keys() -> [PanelColumn] {
    let width = Int32(system.years.count)
    let numbers = (0..<system.cellCount).map { Int16(system.states[$0 / Int(width)]) }
    let first = system.years.lowerBound
    let year = PanelColumn(
      Variable("year", .year, label: "Year", meaning: "Calendar year.", dataset: "", missing: "Never missing."),
      .shorts(offsets.map { Int16(first + Int($0)) }))
    func state(_ name: String, _ label: String, _ cells: [Int32], _ place: Int? = nil) -> PanelColumn {
      func variable(_ name: String, _ label: String) -> Variable {
        Variable(
          name, .code, label: label, meaning: "Correlates of War number of a member of the state system.",
          dataset: "", missing: unit == .leaderYear ? "No member of the system that year." : "Never missing.")
      }
      return PanelColumn(
        variable(name, label), .shorts(numbers), positions: cells,
        side: place.map { PanelColumn.Side(base: variable("ccode", "State"), place: $0) })
    }
    switch unit {
    case .stateYear: return [state("ccode", "State", firstCells), year]
    case .leaderYear: return []
    case .dyadYear, .directedDyadYear, .triadYear:
      return [state("ccode1", "First state", firstCells, 1), state("ccode2", "Second state", secondCells, 2), year]
    }
  }

  /// A column over dyad rows that is `inside` in covered years and "outside the years" elsewhere.
  func filled<T: CellValue>(_ inside: T, years: ClosedRange<Int>) -> [T] {
    let base = system.years.map { years.contains($0) ? inside : T.encoded(.outsideYears) }
    guard let dyads else { return offsets.map { base[Int($0)] } }
    if years.contains(system.years.lowerBound), years.contains(system.years.upperBound) {
      return [T](repeating: inside, count: count)
    }
    return [T](unsafeUninitializedCapacity: dyads.count) { buffer, filled in
      for row in 0..<dyads.count { buffer[row] = base[Int(offsets[row])] }
      filled = dyads.count
    }
  }
}
