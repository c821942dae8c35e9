import Delimited
import Record
import StateSystem

extension Reading {
  /// Gross domestic product per head at current prices, from the World Bank's table with the years across.
  mutating func wdiGDP() throws(DatasetError) -> [ReadTable] {
    let file = try required("gdp per head")
    let head = try wideHead(of: file)
    var format = Delimited.Format.lenientCSV
    format.header = .afterLines(head.lines)
    let table = try read(
      file,
      Delimited.Schema(
        [.text("Country Name", trims: true), .text("Country Code", trims: true), .text("Indicator Code", trims: true)]
          + head.years.map { .number(String($0), missing: ["", "..", "NA"], range: 0...1e7) }),
      format)
    let codes = try texts(table, "Country Code")
    let indicators = try texts(table, "Indicator Code")
    var cells: [(state: UInt16, year: Int16, value: Double)] = []
    var others: Set<String> = []
    var seen: Set<String> = []
    var columns: [(year: Int, values: [Double])] = []
    for year in head.years { columns.append((year, try numbers(table, String(year)))) }
    for row in 0..<table.rowCount {
      guard let code = codes[row] else { continue }
      guard indicators[row] == Self.perHead else {
        try reject(
          table, row: row, column: "Indicator Code", found: indicators[row].map { "\($0)" } ?? "nothing",
          expected: "\(Self.perHead), GDP per head in current US dollars")
        continue
      }
      guard seen.insert(String(code)).inserted else {
        try reject(
          table, row: row, column: "Country Code", found: "\(code) again", expected: "each country once")
        continue
      }
      var isKnown = false
      for (year, values) in columns where values[row].isFinite {
        guard let state = Self.state(wdi: String(code), year: year) else { continue }
        isKnown = true
        cells.append((state, Int16(year), values[row]))
      }
      if !isKnown { others.insert(String(code)) }
    }
    if !others.isEmpty {
      notes.append(
        "Rows of groups and territories that are no state of the system, or without a figure: \(others.count).")
    }
    cells.sort { ($0.state, $0.year) < ($1.state, $1.year) }
    return [
      try make(
        CurrentEconomies.self,
        ColumnSet([
          ("state", .uint16(cells.map(\.state))), ("year", .int16(cells.map(\.year))),
          ("gdp_per_head", .float64(cells.map(\.value))),
        ]),
        years: span(cells.map { Int32($0.year) }) ?? 1...1, version: head.version)
    ]
  }

  private static let perHead = "NY.GDP.PCAP.CD"

  /// First year from which a code stands for the state that has it: before, the publisher's figures are of today's territory
  /// and the state was another one.
  private static let sinceThen: [String: Int] = ["DEU": 1991, "PAK": 1972, "YEM": 1990]

  /// The state whose code it was on the last day of the year.
  static func state(wdi code: String, year: Int) -> UInt16? {
    guard year >= sinceThen[code] ?? 0, let day = Day(year, 12, 31) else { return nil }
    return State.coded(code, in: .iso3166Alpha3, on: day)?.id.cow
  }

  /// Lines before the header, the years that are its columns, and the day of the last update, which is the version.
  private func wideHead(of file: InputFile) throws(DatasetError) -> (lines: Int, years: [Int], version: String) {
    let bytes: [UInt8]
    do throws(DelimitedError) { bytes = try Delimited.bytes(of: file.source) } catch {
      throw .unreadable(dataset: entry.name, error)
    }
    // The header is in the first lines; the rest is not looked at.
    var version = entry.releases.first?.version ?? ""
    let text = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(20)
      .enumerated()
    {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        String(field.drop { $0 == "\"" }.prefix { $0 != "\"" })
      }
      if fields.count > 1, fields[0] == "Last Updated Date" { version = fields[1] }
      guard fields.contains(where: { $0.lowercased() == "country code" }) else { continue }
      let years = fields.compactMap { Int($0) }.filter { (1900...2200).contains($0) }
      if !years.isEmpty { return (number, years, version) }
    }
    throw .layout(
      dataset: entry.name, file: file.name, found: "no row of column names with Country Code and years",
      expected: "the World Bank's CSV of one indicator")
  }
}
