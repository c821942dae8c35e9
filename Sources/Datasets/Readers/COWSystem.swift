import Delimited
import Record
import StateSystem

extension Reading {
  /// Membership spells of the state system.
  mutating func cowStates() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("states"),
      Delimited.Schema([.text("stateabb"), .state("ccode"), .text("statenme", or: ["statename"])] + Self.spellColumns))
    let spells = try spells(table)
    let (states, abbreviations) = (try integers(table, "ccode"), try texts(table, "stateabb"))
    let names = try texts(table, "statenme")
    return [
      try make(
        SystemMembers.self,
        ColumnSet([
          ("state", .uint16(spells.rows.map { UInt16(states[$0]) })),
          ("abbreviation", .text(TextColumn(spells.rows.map { abbreviations[$0] ?? "" }))),
          ("name", .text(TextColumn(spells.rows.map { names[$0] ?? "" }))),
          ("start_day", .int32(spells.starts)),
          ("end_day", .int32(spells.ends)),
        ]),
        years: years(spells.version, rows: spells.years), version: spells.version)
    ]
  }

  /// Spells of major powers.
  mutating func cowMajors() throws(DatasetError) -> [ReadTable] {
    let table = try read(try required("majors"), Delimited.Schema([.state("ccode")] + Self.spellColumns))
    let spells = try spells(table)
    let states = try integers(table, "ccode")
    return [
      try make(
        MajorPowers.self,
        ColumnSet([
          ("state", .uint16(spells.rows.map { UInt16(states[$0]) })),
          ("start_day", .int32(spells.starts)),
          ("end_day", .int32(spells.ends)),
        ]),
        years: years(spells.version, rows: spells.years), version: spells.version)
    ]
  }

  private static var spellColumns: [Delimited.Column] {
    ["st", "end"].flatMap { (edge: String) -> [Delimited.Column] in
      [
        .year("\(edge)year"), .integer("\(edge)month", missing: [], range: 1...12),
        .integer("\(edge)day", missing: [], range: 1...31),
      ]
    }
  }

  private struct Spells {
    var rows: [Int] = []
    var starts: [Int32] = []
    var ends: [Int32] = []
    var years = 1...1
    var version = ""
  }

  /// The spells of a list; one that ends on the last day of the list's last year is open.
  private mutating func spells(_ table: Delimited.Table) throws(DatasetError) -> Spells {
    let starts = try spellDays(table, "st")
    let ends = try spellDays(table, "end")
    let (first, last) = (try integers(table, "styear"), try integers(table, "endyear"))
    let states = try integers(table, "ccode")
    let lastYear = Int(last.max() ?? 1)
    let close = Day(lastYear, 12, 31)
    var result = Spells()
    var seen: Set<[Int32]> = []
    for row in starts.indices {
      guard let start = starts[row], let end = ends[row], start <= end else {
        try reject(
          table, row: row, column: nil, found: "a spell from \(first[row]) to \(last[row])",
          expected: "two days of the calendar, the first before the second")
        continue
      }
      guard seen.insert([states[row], start.number]).inserted else {
        try reject(
          table, row: row, column: "styear", found: "\(states[row]) from \(start) again", expected: "each spell once")
        continue
      }
      result.rows.append(row)
      result.starts.append(start.number)
      result.ends.append(end == close ? .max : end.number)
    }
    result.years = (span(first)?.lowerBound ?? 1)...lastYear
    result.version = String(lastYear)
    return result
  }

  private func spellDays(_ table: Delimited.Table, _ edge: String) throws(DatasetError) -> [Day?] {
    let (years, months) = (try integers(table, "\(edge)year"), try integers(table, "\(edge)month"))
    let days = try integers(table, "\(edge)day")
    return years.indices.map { Day(Int(years[$0]), Int(months[$0]), Int(days[$0])) }
  }
}
