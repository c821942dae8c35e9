import Delimited
import Record

extension Reading {
  /// Disputes of the Correlates of War Project, in whichever of the three layouts is there.
  mutating func cowDisputes() throws(DatasetError) -> [ReadTable] {
    if let dyads = file("dyads") { return [try dyadicDisputes(dyads)] }
    if let participants = file("participants") {
      let summary = try required("disputes")
      let disputes = try participantDisputes(participants, summary: summary)
      return [disputes] + [try disputeDurations(summary, version: disputes.version)].compactMap { $0 }
    }
    let rows = try directedRows(try required("directed dyad years"))
    var columns = rows.columns
    let summary = try disputeSummary(try required("disputes"))
    for name in summary.names { columns[name] = summary[name] }
    return [try make(Disputes.self, columns, years: years("5.0", rows: rows.years), version: "5.0")]
      + [try disputeDurations(try required("disputes"), version: "5.0")].compactMap { $0 }
  }

  /// The recoded disputes; without a file of disputes their summary is made from the dyad-years.
  mutating func gmlDisputes() throws(DatasetError) -> [ReadTable] {
    let file = try required("directed dyad years")
    let rows = try directedRows(file)
    var columns = rows.columns
    let summary: ColumnSet
    if let disputes = self.file("disputes") {
      summary = try disputeSummary(disputes)
    } else {
      summary = try disputeSummary(ofDyads: file)
    }
    for name in summary.names { columns[name] = summary[name] }
    let version = rows.version.hasPrefix("gml-") ? String(rows.version.dropFirst(4)) : rows.version
    return [try make(Disputes.self, columns, years: years(version, rows: rows.years), version: version)]
      + [try disputeDurations(self.file("disputes") ?? file, version: version)].compactMap { $0 }
  }

  private struct DirectedRows {
    var columns = ColumnSet()
    var years = 1...1
    var version = ""
  }

  private mutating func directedRows(_ file: InputFile) throws(DatasetError) -> DirectedRows {
    let code = { (name: String, alternatives: [String]) in
      Delimited.Column.integer(name, or: alternatives, missing: ["", "-9", "NA"], range: 0...32)
    }
    let table = try read(
      file,
      [
        .integer("dispnum", missing: [], range: 1...99_999), .state("ccode1"), .state("ccode2"), .year("year"),
        .integer("disponset", or: ["midonset", "cowmidonset"], missing: [], range: 0...1),
        .integer("sidea1", missing: [], range: 0...1), .integer("orig1", missing: [], range: 0...1),
        code("fatality1", []), code("hiact1", []), code("hostlev1", []), .text("version", optional: true),
      ])
    let (numbers, years) = (try integers(table, "dispnum"), try integers(table, "year"))
    let (ones, twos) = (try integers(table, "ccode1"), try integers(table, "ccode2"))
    var kept = try distinct(table, column: "dispnum", expected: "each directed dyad once a year in a dispute") {
      "dispute \(numbers[$0]), \(ones[$0])>\(twos[$0]) in \(years[$0])"
    }
    kept.sort { (numbers[$0], ones[$0], twos[$0], years[$0]) < (numbers[$1], ones[$1], twos[$1], years[$1]) }
    func bytes(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .uint8(kept.map { UInt8(values[$0]) })
    }
    func codes(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .int16(kept.map { Self.code(values[$0]) })
    }
    var result = DirectedRows()
    result.columns = ColumnSet([
      ("number", .int32(kept.map { numbers[$0] })), ("first", .uint16(kept.map { UInt16(ones[$0]) })),
      ("second", .uint16(kept.map { UInt16(twos[$0]) })), ("year", .int16(kept.map { Int16(years[$0]) })),
      ("onset", try bytes("disponset")), ("side_a", try bytes("sidea1")), ("originator", try bytes("orig1")),
      ("fatality", try codes("fatality1")), ("highest_action", try codes("hiact1")),
      ("hostility", try codes("hostlev1")),
    ])
    result.years = span(years) ?? 1...1
    result.version = table.has("version") ? try texts(table, "version").text(0) ?? "" : "2.2.1"
    return result
  }

  /// A code of the source; -9 where it is missing.
  static func code(_ value: Int32) -> Int16 { value == .min ? -9 : Int16(value) }

  /// The summaries of a file with a row a dispute.
  mutating func disputeSummary(_ file: InputFile) throws(DatasetError) -> ColumnSet {
    let table = try read(file, Self.summaryColumns(start: .year("styear")))
    let numbers = try integers(table, "dispnum")
    let kept = try distinct(table, column: "dispnum", expected: "each dispute once") { numbers[$0] }
    return try summary(table, rows: kept, startYears: try integers(table, "styear"))
  }

  /// The summaries of disputes from dyad-years that repeat them; a dispute begins in its first year.
  mutating func disputeSummary(ofDyads file: InputFile) throws(DatasetError) -> ColumnSet {
    var again = Reading(entry: entry, files: files, mode: .collect, workers: workers)
    let table = try again.read(file, Self.summaryColumns(start: .year("year")))
    let (numbers, years) = (try integers(table, "dispnum"), try integers(table, "year"))
    var firstRow: [Int32: Int] = [:]
    for row in numbers.indices {
      if let known = firstRow[numbers[row]], years[known] <= years[row] { continue }
      firstRow[numbers[row]] = row
    }
    return try summary(table, rows: Array(firstRow.values), startYears: years)
  }

  private static func summaryColumns(start: Delimited.Column) -> Delimited.Schema {
    let code = { (name: String, or: [String], range: ClosedRange<Int32>) in
      Delimited.Column.integer(name, or: or, missing: ["", "-9", "NA"], range: range)
    }
    return Delimited.Schema([
      .integer("dispnum", or: ["disno"], missing: [], range: 1...99_999), start, code("stmon", ["strtmnth"], 1...31),
      code("outcome", [], 0...9), code("settle", ["settlmnt"], 0...9), code("fatality", ["fatlev"], 0...6),
      code("hostlev", ["hihost"], 0...5),
    ])
  }

  private mutating func summary(
    _ table: Delimited.Table, rows: [Int], startYears: [Int32]
  ) throws(DatasetError) -> ColumnSet {
    let numbers = try integers(table, "dispnum")
    let rows = rows.sorted { numbers[$0] < numbers[$1] }
    let months = try integers(table, "stmon")
    let odd = rows.count { months[$0] > 12 }
    if odd > 0 { notes.append("Start months above 12, read as unknown: \(odd).") }
    func codes(_ name: String) throws(DatasetError) -> Column {
      let values = try integers(table, name)
      return .int16(rows.map { Self.code(values[$0]) })
    }
    return ColumnSet([
      ("summary_number", .int32(rows.map { numbers[$0] })),
      ("start_year", .int16(rows.map { Int16(startYears[$0]) })),
      ("start_month", .int16(rows.map { months[$0] > 12 ? -9 : Self.code(months[$0]) })),
      ("outcome", try codes("outcome")), ("settlement", try codes("settle")),
      ("summary_fatality", try codes("fatality")), ("summary_hostility", try codes("hostlev")),
    ])
  }
}
