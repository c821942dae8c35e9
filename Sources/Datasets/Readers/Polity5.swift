import Delimited
import Record
import StateSystem

extension Reading {
  /// Polity scores, with the source's numbers translated.
  mutating func polity5() throws(DatasetError) -> [ReadTable] {
    // -9 is a score here, not a missing code.
    let table = try read(
      try required("state years"),
      [
        .state("ccode"), .year("year"), .text("country"), .integer("polity", missing: ["", "NA"], range: -88...10),
        .integer("polity2", missing: ["", "NA"], range: -10...10),
      ])
    let rows = try polityRows(table)
    let (years, polity) = (try integers(table, "year"), try integers(table, "polity"))
    let polity2 = try integers(table, "polity2")
    func score(_ value: Int32) -> Int16 { value == .min ? -128 : Int16(value) }
    return [
      try make(
        PolityScores.self,
        ColumnSet([
          ("state", .uint16(rows.map(\.state))),
          ("year", .int16(rows.map { Int16(years[$0.row]) })),
          ("polity", .int16(rows.map { score(polity[$0.row]) })),
          ("polity2", .int16(rows.map { score(polity2[$0.row]) })),
        ]),
        years: self.years("p5v2018", rows: span(years) ?? 1...1), version: "p5v2018")
    ]
  }

  /// The rows to keep, in order of state and year.
  ///
  /// Where two polities become one state in a year of transition, the one that began in that year is kept: Polity records the
  /// regime in being on 31 December.
  private mutating func polityRows(_ table: Delimited.Table) throws(DatasetError) -> [(row: Int, state: UInt16)] {
    let (codes, years) = (try integers(table, "ccode"), try integers(table, "year"))
    let countries = try texts(table, "country")
    let present = Set(codes.indices.map { codes[$0] << 16 | years[$0] })
    var kept: [Int32: Int] = [:]
    var outside: [String: Int] = [:]
    var transitions = 0
    for row in codes.indices {
      guard let state = Self.state(polity: codes[row], year: years[row]) else {
        outside["\(countries[row] ?? "") (\(codes[row]))", default: 0] += 1
        continue
      }
      let key = Int32(state) << 16 | years[row]
      guard let other = kept[key] else {
        kept[key] = row
        continue
      }
      let isNew = !present.contains(codes[row] << 16 | (years[row] - 1))
      let otherIsNew = !present.contains(codes[other] << 16 | (years[row] - 1))
      guard isNew != otherIsNew, codes[row] != codes[other] else {
        try reject(
          table, row: row, column: "ccode", found: "\(codes[row]) in \(years[row]), which is \(state) again",
          expected: "each state once a year")
        continue
      }
      if isNew { kept[key] = row }
      transitions += 1
    }
    if transitions > 0 {
      notes.append(
        "Years of transition in which the polity that ended was left out for the one that began: \(transitions).")
    }
    if !outside.isEmpty {
      let rows = outside.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      notes.append("Rows of polities that are no state of the system, not stored: \(listed(rows)).")
    }
    rowsRead -= transitions + outside.values.reduce(0, +)
    return kept.sorted { $0.key < $1.key }.map { (row: $0.value, state: UInt16($0.key >> 16)) }
  }

  /// The Correlates of War number of a Polity number; `nil` for a polity that is no state of the system.
  static func state(polity code: Int32, year: Int32) -> UInt16? {
    let number: Int32 =
      switch code {
      case 364: 365  // Soviet Union
      case 342, 347: 345  // Serbia; Yugoslavia, and Serbia and Montenegro, from 1991
      case 341: 347  // Kosovo
      case 348: 341  // Montenegro
      case 324: 325  // Sardinia
      case 305 where year < 1919: 300  // Austria-Hungary
      case 525: 626  // South Sudan
      case 626: 625  // Sudan from 2011
      case 529: 530  // Ethiopia from 1993
      case 769: 770  // Pakistan to 1971
      case 818: 816  // Vietnam from 1976
      default: code
      }
    return StateID(Int(number)).flatMap { State[$0] }?.id.cow
  }
}
