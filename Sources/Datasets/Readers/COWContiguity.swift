import Delimited
import Record

extension Reading {
  /// Spells of direct contiguity, from the master records.
  mutating func cowContiguity() throws(DatasetError) -> [ReadTable] {
    let month = { (name: String) in Delimited.Column.integer(name, missing: [], range: 181_601...220_012) }
    let table = try read(
      try required("spells"),
      [
        .state("statelno"), .state("statehno"), .integer("conttype", missing: [], range: 1...5), month("begin"),
        month("end"),
      ])
    let (ones, twos) = (try integers(table, "statelno"), try integers(table, "statehno"))
    let (kinds, begins, ends) = (
      try integers(table, "conttype"), try integers(table, "begin"), try integers(table, "end")
    )
    var rows = try distinct(table, column: "begin", expected: "each spell of a dyad once") {
      [ones[$0], twos[$0], kinds[$0], begins[$0]]
    }
    for row in rows where ones[row] == twos[row] || begins[row] > ends[row] || !isMonth(begins[row], ends[row]) {
      try reject(
        table, row: row, column: "begin", found: "\(ones[row])-\(twos[row]) from \(begins[row]) to \(ends[row])",
        expected: "two states, and months as YYYYMM, the first before the second")
      rows.removeAll { $0 == row }
    }
    func key(_ row: Int) -> (Int32, Int32, Int32) {
      (min(ones[row], twos[row]), max(ones[row], twos[row]), begins[row])
    }
    rows.sort { key($0) < key($1) }
    let span = span((begins + ends).map { $0 / 100 }) ?? 1...1
    return [
      try make(
        DirectContiguity.self,
        ColumnSet([
          ("first", .uint16(rows.map { UInt16(key($0).0) })), ("second", .uint16(rows.map { UInt16(key($0).1) })),
          ("kind", .uint8(rows.map { UInt8(kinds[$0]) })),
          ("begin_year", .int16(rows.map { Int16(begins[$0] / 100) })),
          ("begin_month", .uint8(rows.map { UInt8(begins[$0] % 100) })),
          ("end_year", .int16(rows.map { Int16(ends[$0] / 100) })),
          ("end_month", .uint8(rows.map { UInt8(ends[$0] % 100) })),
        ]),
        years: years("3.2", rows: span), version: "3.2")
    ]
  }

  private func isMonth(_ values: Int32...) -> Bool { values.allSatisfy { (1...12).contains($0 % 100) } }

  /// Contiguity through dependencies, by year.
  mutating func cowColonialContiguity() throws(DatasetError) -> [ReadTable] {
    let count = { (name: String) in Delimited.Column.integer(name, missing: [], range: 0...999) }
    let table = try read(
      try required("dyad years"),
      [.state("statelno"), .state("statehno"), .year("year"), count("land"), count("sea"), count("total")])
    let (ones, twos, years) = (
      try integers(table, "statelno"), try integers(table, "statehno"), try integers(table, "year")
    )
    func key(_ row: Int) -> [Int32] { [years[row], min(ones[row], twos[row]), max(ones[row], twos[row])] }
    var rows = try distinct(table, column: "year", expected: "each dyad once a year", key)
    rows.sort { key($0).lexicographicallyPrecedes(key($1)) }
    func counts(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .int16(rows.map { Int16(values[$0]) })
    }
    return [
      try make(
        ColonialContiguity.self,
        ColumnSet([
          ("year", .int16(rows.map { Int16(years[$0]) })), ("first", .uint16(rows.map { UInt16(key($0)[1]) })),
          ("second", .uint16(rows.map { UInt16(key($0)[2]) })), ("land", try counts("land")),
          ("sea", try counts("sea")), ("total", try counts("total")),
        ]),
        years: self.years("3.1", rows: span(years) ?? 1...1), version: "3.1")
    ]
  }
}
