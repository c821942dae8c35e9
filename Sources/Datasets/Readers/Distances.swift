import Delimited
import Record
import StateSystem

extension Reading {
  /// Capitals with coordinates.
  mutating func capitals() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("capitals"),
      [
        .state("ccode"), .text("capital"), .day("stdate"), .day("enddate"), .number("lat", range: -90...90),
        .number("lng", or: ["lon"], range: -180...180),
      ])
    let (states, names) = (try integers(table, "ccode"), try texts(table, "capital"))
    let (starts, ends) = (try days(table, "stdate"), try days(table, "enddate"))
    let (latitudes, longitudes) = (try numbers(table, "lat"), try numbers(table, "lng"))
    var rows: [Int] = []
    for row in try distinct(
      table, column: "stdate", expected: "each spell of a state once", { [states[$0], starts[$0]] })
    {
      if starts[row] != .min, ends[row] != .min, starts[row] <= ends[row], !latitudes[row].isNaN, !longitudes[row].isNaN
      {
        rows.append(row)
      } else {
        try reject(
          table, row: row, column: "stdate", found: "a spell of \(states[row]) without days or coordinates",
          expected: "two days, the first before the second, and two coordinates")
      }
    }
    rows.sort { (states[$0], starts[$0]) < (states[$1], starts[$1]) }
    let last = ends.max() ?? 0
    let close = Day(number: last).year.value
    let first = starts.filter { $0 != .min }.min().map { Day(number: $0).year.value } ?? close
    return [
      try make(
        Capitals.self,
        ColumnSet([
          ("state", .uint16(rows.map { UInt16(states[$0]) })),
          ("name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
          ("start_day", .int32(rows.map { starts[$0] })),
          ("end_day", .int32(rows.map { ends[$0] == last ? .max : ends[$0] })),
          ("latitude", .float64(rows.map { latitudes[$0] })), ("longitude", .float64(rows.map { longitudes[$0] })),
        ]),
        years: min(first, close)...close, version: String(close))
    ]
  }

  /// Smallest distances by dyad and year.
  mutating func minimumDistances() throws(DatasetError) -> [ReadTable] {
    let table = try read(
      try required("dyad years"),
      [.state("ccode1"), .state("ccode2"), .year("year"), .number("mindist", missing: ["", "NA"], range: 0...21_000)])
    let (ones, twos, years) = (
      try integers(table, "ccode1"), try integers(table, "ccode2"), try integers(table, "year")
    )
    let distances = try numbers(table, "mindist")
    let rows = try dyadYearOrder(table, ones, twos, years)
    let span = span(years) ?? 1...1
    return [
      try make(
        MinimumDistances.self,
        ColumnSet([
          ("year", .int16(rows.map { Int16(years[$0]) })),
          ("first", .uint16(rows.map { UInt16(min(ones[$0], twos[$0])) })),
          ("second", .uint16(rows.map { UInt16(max(ones[$0], twos[$0])) })),
          ("km", .float64(rows.map { distances[$0] })),
        ]),
        years: span, version: "2.0")
    ]
  }
}
