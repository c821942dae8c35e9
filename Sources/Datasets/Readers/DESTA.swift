import Delimited
import Record
import StateSystem

extension Reading {
  /// Preferential trade agreements with their members.
  mutating func desta() throws(DatasetError) -> [ReadTable] {
    var format = Delimited.Format.lenientCSV
    let file = try required("treaties")
    format.separator = try header(of: file).count > 5 ? .comma : .semicolon
    let places = try header(of: file, format).map { $0.lowercased() }
      .filter { $0.hasPrefix("c") && Int($0.dropFirst()) != nil }
    try checkDistinct(places, of: file)
    guard !places.isEmpty else {
      throw .layout(dataset: entry.name, file: file.name, found: "no columns c1, c2 …", expected: "a column a member")
    }
    let table = try read(
      file,
      Delimited.Schema(
        [
          .text("number"), .integer("base_treaty", missing: ["", "NA"], range: 0...99_999), .text("name"),
          .text("entry_type"), .integer("year", missing: ["", "NA"], range: 1_900...2_200),
          .integer("entryforceyear", missing: ["", "NA"], range: 1_900...2_200),
        ] + places.map { .integer($0, missing: ["", "NA"], range: 1...999) }), format)
    let (numbers, bases) = (try texts(table, "number"), try integers(table, "base_treaty"))
    let (names, kinds) = (try texts(table, "name"), try texts(table, "entry_type"))
    let (signed, inForce) = (try integers(table, "year"), try integers(table, "entryforceyear"))
    let rows = try distinct(table, column: "number", expected: "each treaty once") { numbers[$0] ?? "" }
    var members: (rows: [Int32], states: [UInt16]) = ([], [])
    var outside: Set<Int32> = []
    let codes = try places.map { name throws(DatasetError) in try integers(table, name) }
    for (i, row) in rows.enumerated() {
      let year = signed[row] == .min ? 2_000 : Int(signed[row])
      for column in codes where column[row] != .min {
        guard let state = Self.state(numeric: Int(column[row]), year: year) else {
          outside.insert(column[row])
          continue
        }
        members.rows.append(Int32(i))
        members.states.append(state)
      }
    }
    if !outside.isEmpty {
      notes.append(
        "Members that are no state of the system, not stored: numeric codes \(listed(outside.sorted().map(String.init)))."
      )
    }
    func year(_ value: Int32) -> Int16 { value == .min ? -9 : Int16(value) }
    let span = span(signed.filter { $0 != .min }) ?? 1...1
    return [
      try make(
        TradeAgreements.self,
        ColumnSet([
          ("number", .text(TextColumn(rows.map { numbers[$0] ?? "" }))),
          ("base_treaty", .int32(rows.map { bases[$0] == .min ? -9 : bases[$0] })),
          ("name", .text(TextColumn(rows.map { names[$0] ?? "" }))),
          ("kind", .text(TextColumn(rows.map { kinds[$0] ?? "" }))),
          ("signature_year", .int16(rows.map { year(signed[$0]) })),
          ("force_year", .int16(rows.map { year(inForce[$0]) })), ("member_row", .int32(members.rows)),
          ("member", .uint16(members.states)),
        ]),
        years: span, version: "to \(span.upperBound)")
    ]
  }

  /// The state of a numeric ISO code in a year; `nil` if it denotes none.
  static func state(numeric code: Int, year: Int) -> UInt16? {
    NumericCodes.alpha3(code).flatMap { state(alpha3: $0, year: year) }
  }

  /// The state of an alpha-3 code on 31 December of a year, else the only state that ever had the code.
  static func state(alpha3 code: String, year: Int) -> UInt16? {
    if let day = Day(year, 12, 31), let state = State.coded(code, in: .iso3166Alpha3, on: day) { return state.id.cow }
    let states = State.coded(code, in: .iso3166Alpha3)
    return states.count == 1 ? states.first?.id.cow : nil
  }
}
