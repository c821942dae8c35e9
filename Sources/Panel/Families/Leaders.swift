import Record
import StateSystem

extension Frame {
  /// Leaders in years: a row a leader and year, in order of the source's rows and of year.
  init(leaders source: Sourced<Leaders>, _ system: SystemYears) {
    let table = source.table
    var rows: [Int32] = []
    var cells: [Int32] = []
    var offsets: [Int16] = []
    for i in 0..<table.count {
      let first = max(Day(number: table.starts[i]).year.value, system.years.lowerBound)
      let last = min(Day(number: table.ends[i]).year.value, system.years.upperBound)
      guard first <= last else { continue }
      for year in first...last {
        rows.append(Int32(i))
        offsets.append(Int16(year - system.years.lowerBound))
        cells.append(Frame.cell(of: table, i, year, system))
      }
    }
    self.init(leaders: rows, cells: cells, offsets: offsets, system)
  }

  /// The cell of the state a leader leads in a year; -1 where that is no member of the system.
  private static func cell(of table: Leaders, _ row: Int, _ year: Int, _ system: SystemYears) -> Int32 {
    // The number of a state changes with time (Germany): the one of the last day in office in that year.
    let last = Day(year, 12, 31).map { min($0.number, table.ends[row]) } ?? table.ends[row]
    let coded = State.coded(String(table.gleditschWard[row]), in: .gleditschWard, on: Day(number: last))
    let state = coded?.id.cow ?? table.states[row]
    guard let cell = system.cell(state, year), let place = system.place(of: state),
      system.isMember(place, year - system.years.lowerBound)
    else { return -1 }
    return Int32(cell)
  }

  /// The keys of leader-years: the source's key, the state, the leader's name, and the year.
  func leaderKeys(_ source: Sourced<Leaders>) -> [PanelColumn] {
    let table = source.table
    func column(_ name: String, _ kind: Variable.Kind, _ label: String, _ meaning: String, _ cells: Cells)
      -> PanelColumn
    {
      PanelColumn(
        Variable(name, kind, label: label, meaning: meaning, dataset: "archigos", missing: "Missing in the source."),
        cells, positions: leaders, years: source.years, version: source.vintage.version)
    }
    func texts(_ column: TextColumn) -> Cells { .texts((0..<column.count).map { Int32($0) }, column.strings) }
    let width = Int32(system.years.count)
    let numbers = firstCells.map { $0 < 0 ? Int16.encoded(.notMember) : Int16(system.states[Int($0 / width)]) }
    let years = offsets.map { Int16(system.years.lowerBound + Int($0)) }
    let inOffice = zip(leaders, years).map { $1 - Int16(Day(number: table.starts[Int($0)]).year.value) + 1 }
    let ages = zip(leaders, years).map { row, year in
      table.birthYears[Int(row)] == -9_999 ? Int16.encoded(.missing) : year - table.birthYears[Int(row)]
    }
    func own(_ name: String, _ kind: Variable.Kind, _ label: String, _ meaning: String, _ values: [Int16])
      -> PanelColumn
    {
      PanelColumn(
        Variable(
          name, kind, label: label, unit: kind == .count ? "years" : "", meaning: meaning, dataset: "archigos",
          missing: "No member of the system that year, or missing in the source."),
        .shorts(values), years: source.years, version: source.vintage.version)
    }
    return [
      column("obsid", .text, "Key of the leader and time in office", "The publisher's key.", texts(table.ids)),
      own("ccode", .code, "State", "Correlates of War number of the state led, by the year.", numbers),
      column(
        "gwcode", .code, "State, Gleditsch-Ward", "Gleditsch-Ward number as published.", .shorts(table.gleditschWard)),
      column("leader", .text, "Leader", "Name of the leader.", texts(table.names)),
      PanelColumn(
        Variable("year", .year, label: "Year", meaning: "Calendar year.", dataset: "", missing: "Never missing."),
        .shorts(years)),
      own(
        "yrinoffice", .count, "Year in office", "1 in the year of entry, then one more each calendar year.", inOffice),
      own("leaderage", .count, "Age", "Year minus year of birth.", ages),
      column(
        "female", .flag, "Woman", "1 if the leader is a woman.",
        .bytes(table.female.map { $0 == 255 ? UInt8.encoded(.missing) : $0 })),
    ]
  }
}

extension Family {
  /// Backgrounds of leaders.
  static let lead = Family(
    name: "lead", summary: "What leaders did before they came to office (LEAD).", peer: "add_lead",
    units: [.leaderYear], datasets: ["lead"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.leaderBackgrounds, "lead")
    let leaders = try context.need(context.record.leaders, "archigos").table
    let table = source.table
    var rowOf: [String: Int32] = [:]
    for i in 0..<table.count { rowOf[table.ids[i]] = Int32(i) }
    let byLeader = (0..<leaders.count).map { rowOf[leaders.ids[$0]] ?? -1 }
    let positions = context.frame.leaders.map { byLeader[Int($0)] }
    let series: [(String, String, [Int16])] = [
      ("leveledu", "Level of education", table.education), ("milservice", "Military service", table.service),
      ("combat", "Combat experience", table.combat), ("rebel", "Rebel before office", table.rebel),
      ("warwin", "In a war that was won", table.warWins), ("warloss", "In a war that was lost", table.warLosses),
      ("rebelwin", "In a rebellion that won", table.rebelWins),
      ("rebelloss", "In a rebellion that lost", table.rebelLosses),
      ("yrsexper", "Years of experience", table.experience), ("physhealth", "Physical illness", table.physicalHealth),
      ("mentalhealth", "Mental illness", table.mentalHealth),
    ]
    return series.map { name, label, values in
      context.column(
        Variable(
          name, .code, label: label, meaning: "\(label), as the source codes it.", dataset: "lead",
          missing: "A leader without a row, and an empty field, have no value."),
        .shorts(values.map { $0 == -9 ? Int16.encoded(.missing) : $0 }), source, positions: positions)
    }
  }

  /// Entry and exit of leaders.
  static let archigos = Family(
    name: "archigos", summary: "Transitions of leaders: entries, exits and irregular ones in the year.",
    peer: "add_archigos",
    units: anyUnit, datasets: ["archigos"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.leaders, "archigos")
    let (table, system) = (source.table, context.frame.system)
    var counts: [Int16] = StateCells(system: system, years: source.years).constant(Int16(0))
    var transitions = counts
    var irregular = counts
    for i in 0..<table.count {
      let (first, last) = (Day(number: table.starts[i]).year.value, Day(number: table.ends[i]).year.value)
      for year in max(first, system.years.lowerBound)...max(last, system.years.lowerBound) where year <= last {
        guard let cell = system.cell(table.states[i], year), counts[cell] >= 0 else { continue }
        counts[cell] += 1
        if year == last, table.exits[i] != "Still in Office" { transitions[cell] = 1 }
        if year == last, table.exits[i] == "Irregular" || table.exits[i] == "Foreign" { irregular[cell] = 1 }
      }
    }
    for cell in counts.indices where counts[cell] == 0 {
      // A member without a coded leader is not known to have had none.
      transitions[cell] = Int16.encoded(.notMember)
      irregular[cell] = Int16.encoded(.notMember)
      counts[cell] = Int16.encoded(.notMember)
    }
    func variable(_ name: String, _ kind: Variable.Kind, _ label: String, _ meaning: String) -> Variable {
      Variable(
        name, kind, label: label, meaning: meaning, dataset: "archigos",
        missing: "A state without a coded leader in the year has no value.")
    }
    return context.columns(
      [
        (
          .shorts(counts),
          variable("n_leaders", .count, "Leaders in the year", "Leaders in office on at least one day.")
        ),
        (
          .shorts(transitions),
          variable("leadertransition", .flag, "Leader transition", "1 if a leader left office in the year.")
        ),
        (
          .shorts(irregular),
          variable(
            "irregular", .flag, "Irregular exit",
            "1 if a leader was removed irregularly or by a foreign power in the year.")
        ),
      ], source)
  }

  /// Gleditsch-Ward numbers.
  static let gleditschWard = Family(
    name: "gw-codes", summary: "Gleditsch-Ward numbers of the states, by date.", peer: "add_gwcode_to_cow",
    units: [.stateYear, .dyadYear, .directedDyadYear, .triadYear], datasets: ["gw-states"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.gleditschWardStates, "gw-states")
    let system = context.frame.system
    var known: Set<Int16> = []
    for number in source.table.numbers { known.insert(number) }
    var cells: [Int16] = StateCells(system: system, years: source.years).constant(Int16.encoded(.notMember))
    for (place, number) in system.states.enumerated() {
      guard let state = State(cow: Int(number)) else { continue }
      for (offset, year) in system.years.enumerated()
      where cells[place * system.years.count + offset] != .encoded(.outsideYears) {
        guard let last = Day(year, 12, 31), let first = Day(year, 1, 1) else { continue }
        if let code = state.gleditschWard(on: last) ?? state.gleditschWard(on: first), known.contains(Int16(code)) {
          cells[place * system.years.count + offset] = Int16(code)
        }
      }
    }
    return context.columns(
      .shorts(cells),
      Variable(
        "gwcode", .code, label: "Gleditsch-Ward number",
        meaning: "Number of the state in the Gleditsch-Ward list on 31 December, or else on 1 January.",
        dataset: "gw-states", missing: "A state that is not on the list that year has no value."), source)
  }
}
