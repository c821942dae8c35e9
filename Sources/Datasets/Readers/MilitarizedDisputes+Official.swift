import Delimited
import Record

/// Directed dyad-years of disputes as they are put together.
private struct DirectedDisputes {
  struct Row {
    let number: Int32
    let first: Int32
    let second: Int32
    let year: Int32
    let sideA: UInt8
    let originator: UInt8
    let fatality: Int32
    let action: Int32
    let hostility: Int32
  }
  var rows: [Row] = []

  /// The columns of the rows in order, with the first year of a dyad in a dispute as its onset.
  func columns() -> ColumnSet {
    let rows = rows.sorted {
      ($0.number, $0.first, $0.second, $0.year) < ($1.number, $1.first, $1.second, $1.year)
    }
    let onset = rows.indices.map { i -> UInt8 in
      guard i > 0 else { return 1 }
      let (a, b) = (rows[i - 1], rows[i])
      return a.number == b.number && a.first == b.first && a.second == b.second ? 0 : 1
    }
    return ColumnSet([
      ("number", .int32(rows.map(\.number))), ("first", .uint16(rows.map { UInt16($0.first) })),
      ("second", .uint16(rows.map { UInt16($0.second) })), ("year", .int16(rows.map { Int16($0.year) })),
      ("onset", .uint8(onset)), ("side_a", .uint8(rows.map(\.sideA))), ("originator", .uint8(rows.map(\.originator))),
      ("fatality", .int16(rows.map { Reading.code($0.fatality) })),
      ("highest_action", .int16(rows.map { Reading.code($0.action) })),
      ("hostility", .int16(rows.map { Reading.code($0.hostility) })),
    ])
  }
}

extension Reading {
  /// Disputes from the file of participants: two states on opposite sides in one calendar year are a dyad.
  mutating func participantDisputes(
    _ file: InputFile, summary: InputFile
  ) throws(DatasetError) -> ReadTable {
    let code = { (name: String) in
      Delimited.Column.integer(name, missing: ["", "-9", "NA"], range: 0...32)
    }
    let table = try read(
      file,
      [
        .integer("dispnum", missing: [], range: 1...99_999), .state("ccode"), .year("styear"), .year("endyear"),
        .integer("sidea", missing: [], range: 0...1), .integer("orig", missing: [], range: 0...1), code("fatality"),
        code("hiact"), code("hostlev"),
      ])
    let (numbers, states, sides) = (
      try integers(table, "dispnum"), try integers(table, "ccode"), try integers(table, "sidea")
    )
    let (starts, ends) = (try integers(table, "styear"), try integers(table, "endyear"))
    let (originators, fatality) = (try integers(table, "orig"), try integers(table, "fatality"))
    let (action, hostility) = (try integers(table, "hiact"), try integers(table, "hostlev"))
    var seen: Set<[Int32]> = []
    var result = DirectedDisputes()
    for group in Dictionary(grouping: numbers.indices, by: { numbers[$0] }).values {
      for a in group {
        for b in group where sides[a] != sides[b] && states[a] != states[b] {
          let (from, to) = (max(starts[a], starts[b]), min(ends[a], ends[b]))
          guard from <= to else { continue }
          for year in from...to where seen.insert([numbers[a], states[a], states[b], year]).inserted {
            result.rows.append(
              DirectedDisputes.Row(
                number: numbers[a], first: states[a], second: states[b], year: year, sideA: UInt8(sides[a]),
                originator: UInt8(originators[a]), fatality: fatality[a], action: action[a], hostility: hostility[a]))
          }
        }
      }
    }
    var columns = result.columns()
    let summary = try disputeSummary(summary)
    for name in summary.names { columns[name] = summary[name] }
    return try make(
      Disputes.self, columns, years: years("5.0", rows: span(starts + ends) ?? 1...1), version: "5.0")
  }

  /// Disputes from the undirected dyadic file, each row in both directions.
  mutating func dyadicDisputes(_ file: InputFile) throws(DatasetError) -> ReadTable {
    let code = { (name: String) in
      Delimited.Column.integer(name, missing: ["", "-9", "NA"], range: 0...32)
    }
    let table = try read(
      file,
      [
        .integer("disno", missing: [], range: 1...99_999), .state("statea"), .state("stateb"), .year("year"),
        .integer("sideaa", missing: [], range: 0...1), code("orignata"), code("orignatb"), code("fatleva"),
        code("fatlevb"), code("highmcaa"), code("highmcab"), code("hihosta"), code("hihostb"),
      ])
    let (numbers, years, sides) = (
      try integers(table, "disno"), try integers(table, "year"), try integers(table, "sideaa")
    )
    var seen: Set<[Int32]> = []
    var result = DirectedDisputes()
    for (own, other) in [("a", "b"), ("b", "a")] {
      let (states, partners) = (try integers(table, "state\(own)"), try integers(table, "state\(other)"))
      let (originators, fatality) = (try integers(table, "orignat\(own)"), try integers(table, "fatlev\(own)"))
      let (action, hostility) = (try integers(table, "highmca\(own)"), try integers(table, "hihost\(own)"))
      for row in numbers.indices {
        guard seen.insert([numbers[row], states[row], partners[row], years[row]]).inserted else {
          try reject(
            table, row: row, column: "disno",
            found: "dispute \(numbers[row]), \(states[row])-\(partners[row]) in \(years[row]) again",
            expected: "each dyad once a year in a dispute")
          continue
        }
        result.rows.append(
          DirectedDisputes.Row(
            number: numbers[row], first: states[row], second: partners[row], year: years[row],
            sideA: UInt8(own == "a" ? sides[row] : 1 - sides[row]), originator: originators[row] == 1 ? 1 : 0,
            fatality: fatality[row], action: action[row], hostility: hostility[row]))
      }
    }
    var columns = result.columns()
    let summary = try disputeSummary(ofDyads: file)
    for name in summary.names { columns[name] = summary[name] }
    return try make(Disputes.self, columns, years: self.years("4.03", rows: span(years) ?? 1...1), version: "4.03")
  }
}
