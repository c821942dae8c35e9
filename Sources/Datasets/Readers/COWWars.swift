import Delimited
import Record

extension Reading {
  /// Inter-state wars, a row a participant and spell.
  mutating func cowWars() throws(DatasetError) -> [ReadTable] {
    let parts = (1...2).flatMap { (spell: Int) -> [Delimited.Column] in
      ["Start", "End"].flatMap { (edge: String) -> [Delimited.Column] in
        [
          .integer("\(edge)Month\(spell)", missing: [], range: -9...12),
          .integer("\(edge)Day\(spell)", missing: [], range: -9...31),
          .integer("\(edge)Year\(spell)", missing: [], range: -9...2_200),
        ]
      }
    }
    let table = try read(
      try required("inter-state wars"),
      Delimited.Schema(
        [
          .integer("WarNum", missing: [], range: 1...99_999), .text("WarName"), .state("ccode"),
          .integer("Side", missing: [], range: 1...2), .integer("Initiator", missing: ["", "-9", "-8"], range: 0...2),
          .integer("Outcome", missing: ["", "-9", "-8"], range: 0...9),
          .number("BatDeath", missing: ["", "-9", "-8"], range: 0...1e9),
        ] + parts))
    return [try wars(table)]
  }

  private struct WarSpell {
    let row: Int
    let spell: UInt8
    let start: (year: Int16, month: UInt8, day: UInt8)
    let end: (year: Int16, month: UInt8, day: UInt8)
  }

  private mutating func wars(_ table: Delimited.Table) throws(DatasetError) -> ReadTable {
    let spells = try warSpells(table)
    let (numbers, names) = (try integers(table, "WarNum"), try texts(table, "WarName"))
    let (states, sides) = (try integers(table, "ccode"), try integers(table, "Side"))
    let (initiators, outcomes) = (try integers(table, "Initiator"), try integers(table, "Outcome"))
    let deaths = try self.numbers(table, "BatDeath")
    let rows = spells.map(\.row)
    let initiator = rows.map { row -> UInt8 in
      switch initiators[row] {
      case 1: 1
      case .min: 255
      default: 0
      }
    }
    let columns = ColumnSet([
      ("number", .int32(rows.map { numbers[$0] })),
      ("name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
      ("state", .uint16(rows.map { UInt16(states[$0]) })),
      ("side", .uint8(rows.map { UInt8(sides[$0]) })),
      ("spell", .uint8(spells.map(\.spell))),
      ("start_year", .int16(spells.map(\.start.year))),
      ("start_month", .uint8(spells.map(\.start.month))),
      ("start_day", .uint8(spells.map(\.start.day))),
      ("end_year", .int16(spells.map(\.end.year))),
      ("end_month", .uint8(spells.map(\.end.month))),
      ("end_day", .uint8(spells.map(\.end.day))),
      ("initiator", .uint8(initiator)),
      ("outcome", .int16(rows.map { Self.code(outcomes[$0]) })),
      ("battle_deaths", .float64(rows.map { deaths[$0] })),
    ])
    let span = span(spells.lazy.map { Int32($0.start.year) }) ?? 1...1
    return try make(Wars.self, columns, years: years("4.0", rows: span), version: "4.0")
  }

  private mutating func warSpells(_ table: Delimited.Table) throws(DatasetError) -> [WarSpell] {
    var spells: [WarSpell] = []
    let (wars, states) = (try integers(table, "WarNum"), try integers(table, "ccode"))
    let starts = try warDates(table, "Start", 1)
    let rows = try distinct(table, column: "ccode", expected: "each state once in a war from one day on") {
      "\(states[$0]) in war \(wars[$0]) from \(starts[$0].year)-\(starts[$0].month)-\(starts[$0].day)"
    }
    for spell in 1...2 {
      let starts = try warDates(table, "Start", spell)
      let ends = try warDates(table, "End", spell)
      for row in rows {
        if spell == 2, starts[row].year == Self.notApplicable { continue }
        guard starts[row].year > 0, ends[row].year > 0 || ends[row].year == Self.ongoing else {
          try reject(
            table, row: row, column: "StartYear\(spell)", found: "\(starts[row].year) to \(ends[row].year)",
            expected: "a year of start and end, or -7 ongoing")
          continue
        }
        func known(_ date: (year: Int32, month: Int32, day: Int32)) -> (year: Int16, month: UInt8, day: UInt8) {
          (Int16(max(date.year, 0)), UInt8(max(date.month, 0)), UInt8(max(date.day, 0)))
        }
        spells.append(WarSpell(row: row, spell: UInt8(spell), start: known(starts[row]), end: known(ends[row])))
      }
    }
    return spells.sorted { ($0.row, $0.spell) < ($1.row, $1.spell) }
  }

  private static let ongoing: Int32 = -7
  private static let notApplicable: Int32 = -8

  private func warDates(
    _ table: Delimited.Table, _ edge: String, _ spell: Int
  ) throws(DatasetError) -> [(year: Int32, month: Int32, day: Int32)] {
    let years = try integers(table, "\(edge)Year\(spell)")
    let (months, days) = (try integers(table, "\(edge)Month\(spell)"), try integers(table, "\(edge)Day\(spell)"))
    return years.indices.map { (years[$0], months[$0], days[$0]) }
  }
}
