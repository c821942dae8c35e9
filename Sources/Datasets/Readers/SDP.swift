import Delimited
import Record
import StateSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Reading {
  /// Output and population from their logarithms, with Gleditsch-Ward numbers translated.
  mutating func sdpGDP() throws(DatasetError) -> [ReadTable] {
    let logarithm = { (name: String) in Delimited.Column.number(name, missing: ["", "NA"], range: -50...50) }
    let table = try read(
      try required("state years"),
      [
        .state("ccode", or: ["gwcode", "gwno"]), .year("year"), logarithm("wbgdp2011est"), logarithm("wbpopest"),
        logarithm("wbgdppc2011est"),
      ])
    let rows = try gleditschWardRows(table)
    let years = try integers(table, "year")
    func values(_ name: String) throws(DatasetError) -> Column {
      let logarithms = try numbers(table, name)
      return .float64(rows.map { exp(logarithms[$0.row]) })
    }
    return [
      try make(
        Economies.self,
        ColumnSet([
          ("state", .uint16(rows.map(\.state))), ("year", .int16(rows.map { Int16(years[$0.row]) })),
          ("gdp", try values("wbgdp2011est")), ("population", try values("wbpopest")),
          ("gdp_per_head", try values("wbgdppc2011est")),
        ]),
        years: self.years("2020", rows: span(years) ?? 1...1), version: "2020")
    ]
  }

  /// The rows to keep, in order of state and year.
  ///
  /// A number can stand for a state in years before or after it had the number; where another number is the state's own in
  /// that year, that one is kept (Serbia's backward estimates give way to Yugoslavia).
  private mutating func gleditschWardRows(
    _ table: Delimited.Table
  ) throws(DatasetError) -> [(row: Int, state: UInt16)] {
    let (codes, years) = (try integers(table, "ccode"), try integers(table, "year"))
    var kept: [Int32: (row: Int, isOwn: Bool)] = [:]
    var outside: [Int32: Int] = [:]
    var displaced = 0
    for row in codes.indices {
      guard let found = Self.state(gleditschWard: Int(codes[row]), year: Int(years[row])) else {
        outside[codes[row], default: 0] += 1
        continue
      }
      let key = Int32(found.state) << 16 | years[row]
      guard let other = kept[key] else {
        kept[key] = (row, found.isOwn)
        continue
      }
      guard other.isOwn != found.isOwn else {
        try reject(
          table, row: row, column: "ccode", found: "\(codes[row]) in \(years[row]), which is \(found.state) again",
          expected: "each state once a year")
        continue
      }
      if found.isOwn { kept[key] = (row, true) }
      displaced += 1
    }
    if displaced > 0 {
      notes.append("Rows left out for the number that is the state's own in the year: \(displaced).")
    }
    if !outside.isEmpty {
      notes.append(
        "Rows of territories that are no state of the system, not stored: \(outside.values.reduce(0, +)) "
          + "(Gleditsch-Ward numbers \(listed(outside.keys.sorted().map(String.init)))).")
    }
    rowsRead -= displaced + outside.values.reduce(0, +)
    return kept.sorted { $0.key < $1.key }.map { (row: $0.value.row, state: UInt16($0.key >> 16)) }
  }

  /// The state of a Gleditsch-Ward number on 31 December, and whether the number was its own then; else the state that had
  /// the number at the time nearest to it; `nil` if none ever had.
  static func state(gleditschWard code: Int, year: Int) -> (state: UInt16, isOwn: Bool)? {
    guard let day = Day(year, 12, 31) else { return nil }
    if let state = State.coded(String(code), in: .gleditschWard, on: day) { return (state.id.cow, true) }
    func distance(_ state: State) -> Int32 {
      let periods = state.codes.filter { $0.system == .gleditschWard && $0.text == String(code) }.map(\.period)
      return periods.map { period in
        day < period.start ? period.start.number - day.number : day.number - (period.end?.number ?? day.number)
      }.min() ?? .max
    }
    return State.coded(String(code), in: .gleditschWard).min { distance($0) < distance($1) }.map { ($0.id.cow, false) }
  }
}
