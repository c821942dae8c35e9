import Delimited
import Record
import StateSystem

extension Reading {
  /// Leaders of Archigos.
  mutating func archigos() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("leaders"),
      [
        .text("obsid"), .integer("gwcode", or: ["ccode"], missing: [], range: 1...999), .text("leader"),
        .integer("yrborn", missing: ["", "-999", "-777", "NA"], range: 1_700...2_100), .text("gender"),
        .day("startdate"), .day("enddate"), .text("entry"), .text("exit"), .text("exitcode"),
      ])
    let (ids, codes, names) = (try texts(table, "obsid"), try integers(table, "gwcode"), try texts(table, "leader"))
    let (births, genders) = (try integers(table, "yrborn"), try texts(table, "gender"))
    let (starts, ends) = (try days(table, "startdate"), try days(table, "enddate"))
    var rows: [Int] = []
    for row in try distinct(table, column: "obsid", expected: "each time in office once", { ids[$0] ?? "" }) {
      if starts[row] != .min, ends[row] != .min, starts[row] <= ends[row] {
        rows.append(row)
      } else {
        try reject(
          table, row: row, column: "startdate", found: "\(ids[row] ?? "") without two days in order",
          expected: "two days, the first before the second")
      }
    }
    let states = rows.map { Self.state(gleditschWard: Int(codes[$0]), year: Day(number: ends[$0]).year.value) }
    let outside = Set(zip(rows, states).filter { $1 == nil }.map { codes[$0.0] })
    if !outside.isEmpty {
      notes.append(
        "Gleditsch-Ward numbers that are no state of the system, with number 0: "
          + "\(listed(outside.sorted().map(String.init))).")
    }
    func text(_ name: String) throws(DatasetError) -> Column {
      let values = try texts(table, name)
      return .text(TextColumn(rows.map { values[$0] ?? "" }))
    }
    let days = rows.map { starts[$0] } + rows.map { ends[$0] }
    let years = span(days.map { Int32(Day(number: $0).year.value) }) ?? 1...1
    return [
      try make(
        Leaders.self,
        ColumnSet([
          ("id", try text("obsid")), ("gw_number", .int16(rows.map { Int16(codes[$0]) })),
          ("state", .uint16(states.map { $0?.state ?? 0 })), ("name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
          ("birth_year", .int16(rows.map { births[$0] == .min ? -9_999 : Int16(births[$0]) })),
          ("female", .uint8(rows.map { genders[$0] == "F" ? 1 : genders[$0] == "M" ? 0 : 255 })),
          ("start_day", .int32(rows.map { starts[$0] })), ("end_day", .int32(rows.map { ends[$0] })),
          ("entry", try text("entry")), ("exit", try text("exit")), ("exit_detail", try text("exitcode")),
        ]),
        years: self.years("4.1", rows: years), version: "4.1")
    ]
  }

  /// Backgrounds of leaders.
  mutating func lead() throws(DatasetError) -> [ReadTable] {
    let names: [(source: String, column: String)] = [
      ("leveledu", "education"), ("milservice", "military_service"), ("combat", "combat"), ("rebel", "rebel"),
      ("warwin", "war_win"), ("warloss", "war_loss"), ("rebelwin", "rebel_win"), ("rebelloss", "rebel_loss"),
      ("yrsexper", "experience"), ("physhealth", "physical_health"), ("mentalhealth", "mental_health"),
    ]
    let table = try read(
      try required("backgrounds"),
      Delimited.Schema(
        [.text("obsid")] + names.map { .integer($0.source, missing: ["", "NA"], range: 0...99, acceptsDecimals: true) })
    )
    let ids = try texts(table, "obsid")
    let rows = try distinct(table, column: "obsid", expected: "each time in office once") { ids[$0] ?? "" }
    var columns = ColumnSet([("id", .text(TextColumn(rows.map { ids[$0] ?? "" })))])
    for (source, column) in names {
      let values = try integers(table, source)
      columns[column] = .int16(rows.map { Self.code(values[$0]) })
    }
    return [try make(LeaderBackgrounds.self, columns, years: years("2015", rows: 1875...2004), version: "2015")]
  }

  /// Changes of the source of leader support.
  mutating func chisols() throws(DatasetError) -> [ReadTable] {
    let code = { (name: String) in Delimited.Column.integer(name, missing: ["", "NA", "-9"], range: 0...99) }
    let table = try read(
      try required("state years"),
      [
        .state("ccode"), .year("year"), .text("leader"), code("totalldrtrans"), code("leadertrans"), code("solschdum"),
        code("solsminchdum"),
      ])
    let rows = try stateYears(table, state: "ccode")
    let leaders = try texts(table, "leader")
    func codes(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .int16(rows.kept.map { Self.code(values[$0]) })
    }
    return [
      try make(
        LeaderSupport.self,
        ColumnSet([
          ("state", .uint16(rows.states)), ("year", .int16(rows.years)),
          ("leader", .text(TextColumn(rows.kept.map { leaders[$0] ?? "" }))),
          ("leader_transitions", try codes("totalldrtrans")), ("leader_change", try codes("leadertrans")),
          ("support_change", try codes("solschdum")), ("minor_support_change", try codes("solsminchdum")),
        ]),
        years: years("4.0", rows: rows.span), version: "4.0")
    ]
  }
}
