import Delimited
import Record
import StateSystem

extension Reading {
  /// Strategic rivalries of the earlier list.
  mutating func tdRivalries() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("rivalries"),
      [
        .integer("rivalryno", missing: [], range: 1...99_999), .text("rivalryname"), .state("ccode1"), .state("ccode2"),
        .year("styear"), .year("endyear"), .text("type1"), .text("type2"), .text("type3"),
      ])
    let (ids, names) = (try integers(table, "rivalryno"), try texts(table, "rivalryname"))
    let (ones, twos) = (try integers(table, "ccode1"), try integers(table, "ccode2"))
    let (starts, ends) = (try integers(table, "styear"), try integers(table, "endyear"))
    let kinds = ["positional", "spatial", "ideological", "interventionary"]
    var bits = [UInt8](repeating: 0, count: ids.count)
    for column in ["type1", "type2", "type3"] {
      let values = try texts(table, column)
      for row in bits.indices {
        if let place = values[row].flatMap(kinds.firstIndex(of:)) { bits[row] |= 1 << place }
      }
    }
    let rows = try spells(
      table, try distinct(table, column: "rivalryno", expected: "each rivalry once") { ids[$0] }, ones, twos, starts,
      ends)
    let last = ends.max() ?? 0
    return [
      try make(
        Rivalries.self,
        ColumnSet([
          ("id", .int32(rows.map { ids[$0] })), ("name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
          ("first", .uint16(rows.map { UInt16(ones[$0]) })), ("second", .uint16(rows.map { UInt16(twos[$0]) })),
          ("start_year", .int16(rows.map { Int16(starts[$0]) })), ("end_year", .int16(rows.map { Int16(ends[$0]) })),
          ("ongoing", .uint8(rows.map { ends[$0] == last ? 1 : 0 })), ("kinds", .uint8(rows.map { bits[$0] })),
        ]),
        years: years("2012", rows: span(starts + ends) ?? 1...1), version: "2012")
    ]
  }

  /// The rows of two different states from one year to a later one; the others are rejected.
  mutating func spells(
    _ table: Delimited.Table, _ rows: [Int], _ ones: [Int32], _ twos: [Int32], _ starts: [Int32], _ ends: [Int32]
  ) throws(DatasetError) -> [Int] {
    var kept: [Int] = []
    for row in rows {
      if starts[row] <= ends[row], ones[row] != twos[row] {
        kept.append(row)
      } else {
        try reject(
          table, row: row, column: nil, found: "\(ones[row])-\(twos[row]) from \(starts[row]) to \(ends[row])",
          expected: "two states, and a start before the end")
      }
    }
    return kept
  }

  /// Arms races.
  mutating func armsRaces() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("arms races"),
      [
        .integer("race_id", missing: [], range: 1...9_999), .state("ccode1"), .state("ccode2"), .year("styear"),
        .year("endyear"),
      ])
    let ids = try integers(table, "race_id")
    let (ones, twos) = (try integers(table, "ccode1"), try integers(table, "ccode2"))
    let (starts, ends) = (try integers(table, "styear"), try integers(table, "endyear"))
    let rows = try spells(
      table, try distinct(table, column: "race_id", expected: "each arms race once") { ids[$0] }, ones, twos, starts,
      ends)
    return [
      try make(
        ArmsRaces.self,
        ColumnSet([
          ("id", .int32(rows.map { ids[$0] })), ("first", .uint16(rows.map { UInt16(min(ones[$0], twos[$0])) })),
          ("second", .uint16(rows.map { UInt16(max(ones[$0], twos[$0])) })),
          ("start_year", .int16(rows.map { Int16(starts[$0]) })), ("end_year", .int16(rows.map { Int16(ends[$0]) })),
        ]),
        years: years("2005", rows: span(starts + ends) ?? 1...1), version: "2005")
    ]
  }

  /// Claims to territory.
  mutating func territorialClaims() throws(DatasetError) -> [ReadTable] {
    let month = { (name: String) in Delimited.Column.integer(name, missing: [], range: 181_600...220_099) }
    let table = try read(
      try required("claims"),
      [
        .integer("claimdy", missing: [""], range: 1...99_999), .integer("claim", missing: [""], range: 1...9_999),
        .text("name"), .state("chal"), .state("tgt"), month("begclaim"),
        .integer("endclaim", missing: ["NA", ""], range: 1...220_099),
        .integer("icowsal", missing: ["", "NA"], range: 0...12),
        .integer("midsiss", missing: ["", "NA"], range: 0...999),
      ])
    // Provisional claims have no number yet: 0.
    let ids = try integers(table, "claimdy").map { $0 == .min ? 0 : $0 }
    let claims = try integers(table, "claim").map { $0 == .min ? 0 : $0 }
    let names = try texts(table, "name")
    let (ones, twos) = (try integers(table, "chal"), try integers(table, "tgt"))
    let begins = try integers(table, "begclaim")
    // One end has a digit too few.
    let ends = try integers(table, "endclaim").map { $0 < 181_600 ? .min : $0 }
    let (salience, disputes) = (try integers(table, "icowsal"), try integers(table, "midsiss"))
    let candidates = try distinct(table, column: "claimdy", expected: "each spell of a dyadic claim once") {
      [ids[$0], begins[$0], ones[$0], twos[$0]]
    }
    // An end that is not known is taken as the beginning, for the check of order only.
    let rows = try spells(table, candidates, ones, twos, begins, zip(begins, ends).map { $1 == .min ? $0 : $1 })
    let unknown = rows.count { ends[$0] == .min }
    if unknown > 0 { notes.append("Claims whose end is not known: \(unknown).") }
    // Month 99 of the last year: unresolved when coding ended.
    func endYear(_ row: Int) -> Int16 { ends[row] == .min ? -9 : ends[row] % 100 == 99 ? 0 : Int16(ends[row] / 100) }
    let last = ends.map { Int($0 / 100) }.max().map { max($0, 1) } ?? 1
    return [
      try make(
        TerritorialClaims.self,
        ColumnSet([
          ("id", .int32(rows.map { ids[$0] })), ("claim", .int32(rows.map { claims[$0] })),
          ("name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
          ("challenger", .uint16(rows.map { UInt16(ones[$0]) })), ("target", .uint16(rows.map { UInt16(twos[$0]) })),
          ("begin_year", .int16(rows.map { Int16(begins[$0] / 100) })),
          ("begin_month", .uint8(rows.map { UInt8(begins[$0] % 100) })),
          ("end_year", .int16(rows.map(endYear))),
          ("end_month", .uint8(rows.map { endYear($0) <= 0 ? 0 : UInt8(ends[$0] % 100) })),
          ("salience", .int16(rows.map { Self.code(salience[$0]) })),
          ("disputes", .int16(rows.map { Self.code(disputes[$0]) })),
        ]),
        years: years("1.01", rows: min(Int(begins.min() ?? 181_601) / 100, last)...last), version: "1.01")
    ]
  }

  /// Colonial rulers and independence.
  mutating func colonialHistory() throws(DatasetError) -> [ReadTable] {
    let missing = ["", "-9"]
    let table = try read(
      try required("states"),
      [
        .state("State"), .state("ColRuler", missing: missing), .state("IndFrom", missing: missing),
        .integer("IndDate", missing: missing, range: 0...220_012), .integer("IndViol", missing: missing, range: 0...1),
        .integer("IndType", missing: missing, range: 1...4),
      ])
    let states = try integers(table, "State")
    let rows = try distinct(table, column: "State", expected: "each state once") { states[$0] }
    let dates = try integers(table, "IndDate")
    func state(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .uint16(rows.map { values[$0] == .min ? 0 : UInt16(values[$0]) })
    }
    func code(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .int16(rows.map { Self.code(values[$0]) })
    }
    return [
      try make(
        ColonialHistory.self,
        ColumnSet([
          ("state", .uint16(rows.map { UInt16(states[$0]) })), ("ruler", try state("ColRuler")),
          ("independent_from", try state("IndFrom")),
          ("independence_year", .int16(rows.map { dates[$0] == .min ? -9 : Int16(dates[$0] / 100) })),
          ("violent_independence", try code("IndViol")), ("independence_kind", try code("IndType")),
        ]),
        years: years("1.1", rows: 1816...2018), version: "1.1")
    ]
  }
}
