import Delimited
import Record

extension Reading {
  /// Dyadic trade, and national trade where the file is there.
  mutating func cowTrade() throws(DatasetError) -> [ReadTable] {
    let dyadic = try dyadicTrade(try required("dyadic trade"))
    guard let file = file("national trade") else { return dyadic }
    return dyadic + [try nationalTrade(file)]
  }

  private static let missingFlow = ["", "-9", "NA"]

  /// Recorded flows, and the smoothed ones where the file has them.
  private mutating func dyadicTrade(_ file: InputFile) throws(DatasetError) -> [ReadTable] {
    let names = ["flow1", "flow2", "smoothflow1", "smoothflow2"]
    let table = try read(
      file,
      Delimited.Schema(
        [.state("ccode1"), .state("ccode2"), .year("year")]
          + names.map { .number($0, missing: Self.missingFlow, range: 0...1e9, optional: $0.hasPrefix("smooth")) }))
    let (ones, twos, years) = (
      try integers(table, "ccode1"), try integers(table, "ccode2"), try integers(table, "year")
    )
    let rows = try dyadYearOrder(table, ones, twos, years)
    let isSwapped = rows.map { ones[$0] > twos[$0] }
    let span = span(years) ?? 1...1
    let version = span.upperBound <= 2009 ? "3.0" : "4.0"
    func columns(_ prefix: String) throws(DatasetError) -> ColumnSet {
      let (flow1, flow2) = (try numbers(table, prefix + "1"), try numbers(table, prefix + "2"))
      return ColumnSet([
        ("year", .int16(rows.map { Int16(years[$0]) })),
        ("first", .uint16(rows.map { UInt16(min(ones[$0], twos[$0])) })),
        ("second", .uint16(rows.map { UInt16(max(ones[$0], twos[$0])) })),
        ("imports_of_first", .float64(zip(rows, isSwapped).map { $1 ? flow2[$0] : flow1[$0] })),
        ("imports_of_second", .float64(zip(rows, isSwapped).map { $1 ? flow1[$0] : flow2[$0] })),
      ])
    }
    let covered = self.years(version, rows: span)
    let recorded = try make(Trade.self, try columns("flow"), years: covered, version: version)
    guard table.has("smoothflow1"), table.has("smoothflow2") else { return [recorded] }
    return [recorded, try make(SmoothedTrade.self, try columns("smoothflow"), years: covered, version: version)]
  }

  /// Rows in order of year, smaller and larger state, each dyad-year once.
  ///
  /// - Complexity: O(n) for files in order of dyad and year, else O(n log n).
  mutating func dyadYearOrder(
    _ table: Delimited.Table, _ ones: [Int32], _ twos: [Int32], _ years: [Int32]
  ) throws(DatasetError) -> [Int] {
    func key(_ row: Int) -> Int64 {
      Int64(years[row]) << 32 | Int64(min(ones[row], twos[row])) << 16 | Int64(max(ones[row], twos[row]))
    }
    var starts = [Int](repeating: 0, count: 2_202)
    for year in years { starts[Int(year) + 1] += 1 }
    for year in 1..<starts.count { starts[year] += starts[year - 1] }
    var order = [Int](repeating: 0, count: years.count)
    for row in years.indices {
      order[starts[Int(years[row])]] = row
      starts[Int(years[row])] += 1
    }
    var keys = order.map(key)
    if zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) {
      order.sort { (key($0), $0) < (key($1), $1) }
      keys = order.map(key)
    }
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    for (i, row) in order.enumerated() {
      if ones[row] == twos[row] {
        try reject(table, row: row, column: "ccode2", found: "\(twos[row]) twice", expected: "two different states")
      } else if i > 0, keys[i] == keys[i - 1] {
        try reject(
          table, row: row, column: "year", found: "\(ones[row])-\(twos[row]) in \(years[row]) again",
          expected: "each dyad once a year")
      } else {
        kept.append(row)
      }
    }
    return kept
  }

  private mutating func nationalTrade(_ file: InputFile) throws(DatasetError) -> ReadTable {
    let table = try read(
      file,
      [
        .state("ccode"), .year("year"), .number("imports", missing: Self.missingFlow, range: 0...1e9),
        .number("exports", missing: Self.missingFlow, range: 0...1e9),
      ])
    let rows = try stateYears(table, state: "ccode")
    let (imports, exports) = (try numbers(table, "imports"), try numbers(table, "exports"))
    let version = rows.span.upperBound <= 2009 ? "3.0" : "4.0"
    return try make(
      NationalTrade.self,
      ColumnSet([
        ("state", .uint16(rows.states)), ("year", .int16(rows.years)),
        ("imports", .float64(rows.kept.map { imports[$0] })), ("exports", .float64(rows.kept.map { exports[$0] })),
      ]),
      years: years(version, rows: rows.span), version: version)
  }
}
