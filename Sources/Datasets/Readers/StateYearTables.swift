import Delimited
import Record
import StateSystem

extension Reading {
  /// Indices of V-Dem, for the countries that have a Correlates of War number.
  mutating func vdem() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("country years"),
      [
        .state("COWcode", missing: ["", "NA"]), .year("year"),
        .number("v2x_polyarchy", missing: ["", "NA"], range: 0...1),
        .number("v2x_libdem", missing: ["", "NA"], range: 0...1), .text("country_name"),
      ])
    let (states, countries) = (try integers(table, "COWcode"), try texts(table, "country_name"))
    let rows = try stateYears(table, state: "COWcode")
    let without = Set(states.indices.filter { states[$0] == .min }.map { countries[$0] ?? "" }).sorted()
    let count = states.count { $0 == .min }
    if count > 0 {
      notes.append(
        "Rows without a Correlates of War number, not stored: \(count) (\(listed(without))).")
      rowsRead -= count
    }
    let (polyarchy, liberal) = (try numbers(table, "v2x_polyarchy"), try numbers(table, "v2x_libdem"))
    let version = String(rows.span.upperBound - 2_009)
    return [
      try make(
        DemocracyIndices.self,
        ColumnSet([
          ("state", .uint16(rows.states)), ("year", .int16(rows.years)),
          ("v2x_polyarchy", .float64(rows.kept.map { polyarchy[$0] })),
          ("v2x_libdem", .float64(rows.kept.map { liberal[$0] })),
        ]),
        years: rows.span, version: version)
    ]
  }

  /// Strategic rivalries.
  mutating func tssRivalries() throws(DatasetError) -> [ReadTable] {
    let kinds = ["positional", "spatial", "ideological", "interventionary", "principal", "aprin"]
    let table = try read(
      try required("rivalries"),
      Delimited.Schema(
        [
          .integer("tssr_id", missing: [], range: 1...99_999), .text("rivalry"), .state("ccode1"), .state("ccode2"),
          .year("start"), .year("end"),
        ] + kinds.map { .integer($0, missing: ["", "NA"], range: 0...1) }))
    let (ids, names) = (try integers(table, "tssr_id"), try texts(table, "rivalry"))
    let (ones, twos) = (try integers(table, "ccode1"), try integers(table, "ccode2"))
    let (starts, ends) = (try integers(table, "start"), try integers(table, "end"))
    var rows: [Int] = []
    for row in try distinct(table, column: "tssr_id", expected: "each rivalry once", { ids[$0] }) {
      if starts[row] <= ends[row], ones[row] != twos[row] {
        rows.append(row)
      } else {
        try reject(
          table, row: row, column: "start", found: "\(ones[row])-\(twos[row]) from \(starts[row]) to \(ends[row])",
          expected: "two states, and a start before the end")
      }
    }
    var bits = [UInt8](repeating: 0, count: ids.count)
    for (i, kind) in kinds.enumerated() {
      for (row, value) in try integers(table, kind).enumerated() where value == 1 { bits[row] |= 1 << i }
    }
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
        years: years("2021", rows: span(starts + ends) ?? 1...1), version: "2021")
    ]
  }
}
