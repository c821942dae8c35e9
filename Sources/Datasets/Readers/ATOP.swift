import Delimited
import Record
import StateSystem

extension Reading {
  /// Obligations by directed dyad and year, and the alliances behind them where their files are there.
  mutating func atop() throws(DatasetError) -> [ReadTable] {
    var tables: [ReadTable] = []
    if let file = file("directed dyad years") { tables.append(try obligationYears(file)) }
    switch (file("alliances"), file("members")) {
    case (let alliances?, let members?):
      let rows = try memberRows(members)
      let (table, kept) = try allianceTable(alliances, rows)
      tables.append(table)
      tables.append(try alliancePhases(rows, kept, of: members, years: table.years, version: table.version))
    case (nil, nil): break
    case (_?, nil): notes.append("The alliance file was not read: the member file that belongs to it is not there.")
    case (nil, _?): notes.append("The member file was not read: the alliance file that belongs to it is not there.")
    }
    guard !tables.isEmpty else { throw .missingRole(dataset: entry.name, role: "directed dyad years") }
    return tables
  }

  static let obligations: [(column: String, kind: ObligationKinds)] = [
    ("defense", .defense), ("offense", .offense), ("neutral", .neutrality), ("nonagg", .nonaggression),
    ("consul", .consultation),
  ]

  static var obligationColumns: [Delimited.Column] {
    obligations.map { .integer($0.column, missing: [], range: 0...1, acceptsDecimals: true) }
  }

  func kinds(_ table: Delimited.Table) throws(DatasetError) -> [UInt8] {
    var kinds = [UInt8](repeating: 0, count: table.rowCount)
    for (column, kind) in Self.obligations {
      for (row, value) in try integers(table, column).enumerated() where value == 1 { kinds[row] |= kind.rawValue }
    }
    return kinds
  }

  private mutating func obligationYears(_ file: InputFile) throws(DatasetError) -> ReadTable {
    let table = try read(
      file, Delimited.Schema([.state("stateA"), .state("stateB"), .year("year")] + Self.obligationColumns))
    let (obligors, beneficiaries) = (try integers(table, "stateA"), try integers(table, "stateB"))
    let (years, kinds) = (try integers(table, "year"), try kinds(table))
    let keys = years.indices.map { Int64(years[$0]) << 32 | Int64(obligors[$0]) << 16 | Int64(beneficiaries[$0]) }
    let sorted = years.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var rows: [Int] = []
    rows.reserveCapacity(sorted.count)
    for (i, row) in sorted.enumerated() {
      if i > 0, keys[sorted[i - 1]] == keys[row] {
        try reject(
          table, row: row, column: "year", found: "\(obligors[row])>\(beneficiaries[row]) in \(years[row]) again",
          expected: "each directed dyad once a year")
      } else {
        rows.append(row)
      }
    }
    let span = span(years) ?? 1...1
    let version = span.upperBound <= 2016 ? "4.01" : "5.1"
    return try make(
      ObligationYears.self,
      ColumnSet([
        ("year", .int16(rows.map { Int16(years[$0]) })),
        ("obligor", .uint16(rows.map { UInt16(obligors[$0]) })),
        ("beneficiary", .uint16(rows.map { UInt16(beneficiaries[$0]) })),
        ("kinds", .uint8(rows.map { kinds[$0] })),
      ]),
      years: self.years(version, rows: span), version: version)
  }

  private mutating func allianceTable(
    _ allianceFile: InputFile, _ memberTable: Delimited.Table
  ) throws(DatasetError) -> (table: ReadTable, memberRows: [Int]) {
    let provisions = try provisionNames(of: allianceFile)
    let alliances = try read(
      allianceFile,
      Delimited.Schema(
        [.integer("atopid", missing: [], range: 1...99_999)] + Self.dates("begyr", "begmo", "begday")
          + Self.dates("endyr", "endmo", "endday") + Self.obligationColumns
          + provisions.map { .number($0, missing: ["", "NA", "."]) }
          + [.number("version", missing: ["", "NA"], optional: true)]))
    let ids = try integers(alliances, "atopid")
    let rows = try distinct(alliances, column: "atopid", expected: "each alliance once") { ids[$0] }
    var columns = ColumnSet([("id", .int32(rows.map { ids[$0] }))])
    try add(alliances, "begin", "begyr", "begmo", "begday", to: &columns, rows)
    try add(alliances, "end", "endyr", "endmo", "endday", to: &columns, rows)
    let kinds = try kinds(alliances)
    columns["kinds"] = .uint8(rows.map { kinds[$0] })
    let memberRows = try addMembers(memberTable, of: Set(ids), to: &columns)
    columns["provision_name"] = .text(TextColumn(provisions))
    var values: [Double] = []
    values.reserveCapacity(provisions.count * rows.count)
    for name in provisions {
      let column = try numbers(alliances, name)
      values += rows.map { column[$0] }
    }
    columns["provision"] = .float64(values)
    let versions = alliances.has("version") ? try numbers(alliances, "version") : []
    let version = versions.filter { !$0.isNaN }.max().map(Self.versionText) ?? "5.1"
    let span = span(try integers(alliances, "begyr") + integers(alliances, "endyr")) ?? 1...1
    return (try make(Alliances.self, columns, years: years(version, rows: span), version: version), memberRows)
  }

  /// The columns that hold neither keys, dates and obligations nor the list of members.
  private func provisionNames(of file: InputFile) throws(DatasetError) -> [String] {
    let own = Set(
      ["atopid", "begyr", "begmo", "begday", "endyr", "endmo", "endday", "version"] + Self.obligations.map(\.column))
    let header = try header(of: file).map { $0.lowercased() }
    try checkDistinct(header.filter { !$0.isEmpty }, of: file)
    return header.filter { name in
      !name.isEmpty && !own.contains(name) && !(name.hasPrefix("mem") && Int(name.dropFirst(3)) != nil)
    }
  }

  /// Adds the columns of the members whose alliance is known; their rows.
  private mutating func addMembers(
    _ table: Delimited.Table, of alliances: Set<Int32>, to columns: inout ColumnSet
  ) throws(DatasetError) -> [Int] {
    let (ids, members, kinds) = (try integers(table, "atopid"), try integers(table, "member"), try kinds(table))
    var rows: [Int] = []
    for row in ids.indices {
      if alliances.contains(ids[row]) {
        rows.append(row)
      } else {
        try reject(table, row: row, column: "atopid", found: "\(ids[row])", expected: "a number of the alliance file")
      }
    }
    let states = rows.map { StateID(Int(members[$0])).flatMap { State[$0] }?.id.cow ?? 0 }
    let outside = Set(zip(rows, states).filter { $1 == 0 }.map { members[$0.0] == .min ? "empty" : "\(members[$0.0])" })
    if !outside.isEmpty {
      notes.append(
        "Members that are no state of the system have number 0: \(listed(outside.sorted())).")
    }
    var own = ColumnSet([
      ("member_alliance", .int32(rows.map { ids[$0] })), ("member", .uint16(states)),
      ("member_kinds", .uint8(rows.map { kinds[$0] })),
    ])
    try add(table, "entry", "yrent", "moent", "dayent", to: &own, rows)
    try add(table, "exit", "yrexit", "moexit", "dayexit", to: &own, rows)
    for name in own.names { columns[name] = own[name] }
    return rows
  }

  static func dates(_ year: String, _ month: String, _ day: String) -> [Delimited.Column] {
    [
      .integer(year, missing: ["", "NA"], range: 0...2_200, acceptsDecimals: true),
      .integer(month, missing: ["", "NA"], range: 0...12, acceptsDecimals: true),
      .integer(day, missing: ["", "NA"], range: 0...31, acceptsDecimals: true),
    ]
  }

  /// Adds a date as three columns; a part that is missing is 0.
  func add(
    _ table: Delimited.Table, _ name: String, _ year: String, _ month: String, _ day: String,
    to columns: inout ColumnSet, _ rows: [Int]
  ) throws(DatasetError) {
    let (years, months, days) = (try integers(table, year), try integers(table, month), try integers(table, day))
    columns["\(name)_year"] = .int16(rows.map { Int16(max(years[$0], 0)) })
    columns["\(name)_month"] = .uint8(rows.map { UInt8(max(months[$0], 0)) })
    columns["\(name)_day"] = .uint8(rows.map { UInt8(max(days[$0], 0)) })
  }

  /// A version written as a number with an artefact of single precision: 4.0100002 is 4.01.
  static func versionText(_ version: Double) -> String {
    guard version.isFinite, abs(version) < 1_000 else { return "unknown" }
    let hundredths = Int((version * 100).rounded())
    let (whole, part) = (hundredths / 100, hundredths % 100)
    if part == 0 { return "\(whole).0" }
    return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole)." + (part < 10 ? "0" : "") + "\(part)"
  }
}
