import Delimited
import Record
import StateSystem

/// Values of states by year from a table with years across.
private struct AcrossYears {
  var rows: [(state: UInt16, year: Int16, value: Double)] = []
  var years: ClosedRange<Int> = 1...1
  var outside: Set<String> = []

  /// In order of state and year.
  mutating func sort() { rows.sort { ($0.state, $0.year) < ($1.state, $1.year) } }
}

extension Reading {
  /// Income per head and population of the Maddison Project.
  mutating func maddison() throws(DatasetError) -> [ReadTable] {
    let value = { (name: String) in Delimited.Column.number(name, missing: ["", "NA"], range: 0...1e9) }
    let table = try read(
      try required("country years"),
      [.text("countrycode", trims: true), .year("year"), value("cgdppc"), value("rgdpnapc"), value("pop")])
    let (codes, years) = (try texts(table, "countrycode"), try integers(table, "year"))
    var outside: Set<String> = []
    var kept: [Int32: Int] = [:]
    var displaced = 0
    for row in years.indices where years[row] >= 1816 {
      let code = codes[row] ?? ""
      guard let state = Self.state(alpha3: code, year: Int(years[row])) else {
        outside.insert(code)
        continue
      }
      let key = Int32(state) << 16 | years[row]
      if let other = kept[key], codes[other] != code {
        // A former state and its heir have series for one number: the state's own code that year wins.
        displaced += 1
        if !Self.isOwn(code, state, Int(years[row])) { continue }
      } else if kept[key] != nil {
        try reject(
          table, row: row, column: "year", found: "\(code) in \(years[row]) again", expected: "each country once a year"
        )
        continue
      }
      kept[key] = row
    }
    let order = kept.sorted { $0.key < $1.key }
    let earlier = years.count { $0 < 1816 }
    notes.append("Rows before 1816, which is where the state system begins, not stored: \(earlier).")
    if !outside.isEmpty {
      notes.append("Codes that are no state of the system in some year: \(listed(outside.sorted())).")
    }
    if displaced > 0 { notes.append("Rows of a second series of a state, not stored: \(displaced).") }
    rowsRead -= table.rowCount - order.count
    func values(_ name: String, times factor: Double = 1) throws(DatasetError) -> Column {
      let all = try numbers(table, name)
      return .float64(order.map { all[$0.value] * factor })
    }
    let last = span(years)?.upperBound ?? 1816
    return [
      try make(
        MaddisonIncomes.self,
        ColumnSet([
          ("state", .uint16(order.map { UInt16($0.key >> 16) })),
          ("year", .int16(order.map { Int16($0.key & 0xFFFF) })), ("cgdppc", try values("cgdppc")),
          ("rgdpnapc", try values("rgdpnapc")), ("pop", try values("pop", times: 1_000)),
        ]),
        years: 1816...max(last, 1816), version: last <= 2016 ? "2018" : last <= 2018 ? "2020" : "2023")
    ]
  }

  private static func isOwn(_ code: String, _ state: UInt16, _ year: Int) -> Bool {
    guard let day = Day(year, 12, 31) else { return false }
    return State.coded(code, in: .iso3166Alpha3, on: day)?.id.cow == state
  }

  /// Military expenditure of SIPRI.
  mutating func militarySpending() throws(DatasetError) -> [ReadTable] {
    let file = try required("countries")
    var format = Delimited.Format(encoding: .utf8ElseWindows1252)
    format.header = .firstRowNaming(["Country", "1990"])
    let found = try acrossYears(file, format, key: "Country", missing: ["", "xxx", ". .", "..", "...", ". . ", "XXX"]) {
      name, year in
      (try? State.find(name, on: Day(year, 12, 31))).map(\.id.cow)
    }
    return [
      try make(
        MilitarySpending.self,
        ColumnSet([
          ("state", .uint16(found.rows.map(\.state))), ("year", .int16(found.rows.map(\.year))),
          ("spending", .float64(found.rows.map(\.value))),
        ]),
        years: found.years, version: "to \(found.years.upperBound)")
    ]
  }

  /// The values of a table with years across, for the states that `state` finds.
  private mutating func acrossYears(
    _ file: InputFile, _ format: Delimited.Format, key: String, missing: [String],
    state: (String, Int) -> UInt16?
  ) throws(DatasetError) -> AcrossYears {
    let years = try header(of: file, format).compactMap { Int($0) }.filter { (1_900...2_200).contains($0) }
    try checkDistinct(years.map(String.init), of: file)
    guard let first = years.min(), let last = years.max() else {
      throw .layout(dataset: entry.name, file: file.name, found: "no columns of years", expected: "a column a year")
    }
    let table = try read(
      file,
      Delimited.Schema(
        [.text(key, trims: true)] + years.map { .number(String($0), missing: missing, range: 0...1e9) }), format)
    let names = try texts(table, key)
    var found = AcrossYears()
    var seen: [Int32: Int] = [:]
    var used: Set<Int> = []
    var twice: Set<Int> = []
    for year in years {
      let values = try numbers(table, String(year))
      for row in values.indices {
        let name = names[row] ?? ""
        guard let state = state(name, year) else {
          if !values[row].isNaN { found.outside.insert(name) }
          continue
        }
        used.insert(row)
        let key = Int32(state) << 16 | Int32(year)
        if let place = seen[key] {
          // A state and its heir have a row each; only one of them has a value.
          if found.rows[place].value.isNaN {
            found.rows[place].value = values[row]
          } else if !values[row].isNaN {
            twice.insert(row)
          }
          continue
        }
        seen[key] = found.rows.count
        found.rows.append((state, Int16(year), values[row]))
      }
    }
    rowsRead -= table.rowCount - used.count
    for row in twice.sorted() {
      try reject(
        table, row: row, column: key, found: "\(names[row] ?? "") in a year for which the state has a value",
        expected: "each state once")
    }
    if !found.outside.isEmpty {
      notes.append("Rows that are no state of the system in a year with a value: \(listed(found.outside.sorted())).")
    }
    found.years = first...last
    found.sort()
    return found
  }
}
