import Delimited
import Record
import StateSystem

extension Reading {
  /// Independent states of the Gleditsch-Ward list, and microstates where their list is there.
  mutating func gleditschWardStates() throws(DatasetError) -> [ReadTable] {
    var spells: [Spell] = []
    if let file = file("list") {
      let table = try read(file, Self.listColumns(start: .day("startdate"), end: .day("enddate")))
      try add(table, micro: false, to: &spells)
    } else {
      for (role, micro) in [("states", false), ("microstates", true)] {
        guard let file = micro ? self.file(role) : try required(role) else { continue }
        var format = Delimited.Format.tsv
        format.encoding = .utf8ElseWindows1252
        format.header = .none(["gwcode", "stateabb", "statename", "startdate", "enddate"])
        let table = try read(
          file,
          Self.listColumns(
            start: .day("startdate", format: .dayMonthYear), end: .day("enddate", format: .dayMonthYear)), format)
        try add(table, micro: micro, to: &spells)
      }
    }
    spells.sort { ($0.number, $0.start) < ($1.number, $1.start) }
    let last = spells.map(\.end).max() ?? 0
    let year = Day(number: last).year.value
    return [
      try make(
        GleditschWardStates.self,
        ColumnSet([
          ("number", .int16(spells.map(\.number))), ("abbreviation", .text(TextColumn(spells.map(\.abbreviation)))),
          ("name", .text(TextColumn(spells.map(\.name)))), ("start_day", .int32(spells.map(\.start))),
          ("end_day", .int32(spells.map { $0.end == last ? .max : $0.end })),
          ("microstate", .uint8(spells.map { $0.micro ? 1 : 0 })),
        ]),
        years: 1816...max(year, 1816), version: String(year))
    ]
  }

  private struct Spell {
    let number: Int16
    let abbreviation: String
    let name: String
    let start: Int32
    let end: Int32
    let micro: Bool
  }

  private static func listColumns(start: Delimited.Column, end: Delimited.Column) -> Delimited.Schema {
    [
      .integer("gwcode", missing: [], range: 1...999), .text("stateabb", trims: true), .text("statename", trims: true),
      start, end,
    ]
  }

  private mutating func add(
    _ table: Delimited.Table, micro: Bool, to spells: inout [Spell]
  ) throws(DatasetError) {
    let (numbers, abbreviations) = (try integers(table, "gwcode"), try texts(table, "stateabb"))
    let names = try texts(table, "statename")
    let (starts, ends) = (try days(table, "startdate"), try days(table, "enddate"))
    for row in try distinct(table, column: "startdate", expected: "each spell once", { [numbers[$0], starts[$0]] }) {
      guard starts[row] != .min, ends[row] != .min, starts[row] <= ends[row] else {
        try reject(
          table, row: row, column: "startdate", found: "a spell of \(numbers[row]) without two days in order",
          expected: "two days, the first before the second")
        continue
      }
      spells.append(
        Spell(
          number: Int16(numbers[row]), abbreviation: abbreviations[row] ?? "", name: names[row] ?? "",
          start: starts[row], end: ends[row], micro: micro))
    }
  }
}
