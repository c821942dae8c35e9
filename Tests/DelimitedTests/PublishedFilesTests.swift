import Testing

@testable import Delimited

/// The published files, read whole, against the row counts of their inventory.
@Suite(.enabled(if: Datasets.present, "the published datasets are not installed"))
struct PublishedFilesTests {
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let rows: Int
    let schema: Delimited.Schema
    var format = Delimited.Format.csv
    var rejected = 0
    var testDescription: String { path }
  }

  static let files: [File] = [
    File(
      path: "01_unga_votes/UNVotes_rollcalls.csv", rows: 6_203,
      schema: [.integer("rcid"), .day("date", missing: ["", "NA"]), .text("descr", interned: false)]),
    File(
      path: "01_unga_votes/IdealpointestimatesImportant_Apr2020.csv", rows: 6_443,
      schema: [.integer("#1"), .number("IdealPointImportant"), .text("Countryname")],
      format: .init(encoding: .windows1252)),
    File(
      path: "04_cow_trade/Dyadic_COW_4.0_via_peacesciencer.csv.gz", rows: 673_654,
      schema: [
        .integer("ccode1"), .integer("year"), .text("importer1"), .text("importer2"),
        .number("flow1", missing: ["", "-9"]), .number("flow2", missing: ["", "-9"]),
      ]),
    File(
      path: "08_cow_igo/igo_membership_long.csv.gz", rows: 538_965,
      schema: [.text("ioname"), .integer("ccode"), .integer("year"), .integer("membership")]),
    File(
      path: "08_cow_igo/state_year_formatv3.csv.gz", rows: 15_557,
      schema: [.integer("ccode"), .integer("Wassen"), .integer("NATO")]),
    File(
      path: "09_cow_contiguity_colonial/coldata110.csv", rows: 217, schema: [.integer("State"), .text("Notes")]),
    File(
      path: "10_gw_states/iisystem.dat", rows: 214,
      schema: [.integer("gwcode"), .text("abbreviation"), .day("start", format: .dayMonthYear)],
      format: .init(
        separator: .tab, quoted: false, encoding: .windows1252,
        header: .none(["gwcode", "abbreviation", "name", "start", "end"]))),
    File(
      path: "13_events_icews/events.2018.sample.tab", rows: 3_705,
      schema: [
        .integer("Event ID"), .day("Event Date"), .text("CAMEO Code"), .number("Latitude", missing: ["", "NA"]),
      ],
      format: .tsv),
    File(
      path: "13_events_icews/icews_dyad_year_quadcounts_2002_2014.csv.gz", rows: 298_376,
      schema: [.text("i"), .text("j"), .integer("year"), .integer("i_ccode", missing: ["", "NA"])]),
    File(
      path: "14_events_gdelt/events1.csv", rows: 58, schema: [.text("name"), .text("type"), .text("description")]),
    File(
      path: "15_sipri_arms/TIV-Export-CHI-1950-2021.csv", rows: 99,
      schema: [.text("#1"), .integer("1950"), .integer("2021")],
      format: .init(header: .firstRowNaming(["1950", "2021"])), rejected: 1),
    File(
      path: "15_sipri_arms/trade-register_to2023.csv", rows: 29_054,
      schema: [.text("Recipient"), .text("Supplier"), .number("SIPRI TIV of delivered weapons")],
      format: .init(encoding: .windows1252), rejected: 4),
    File(
      path: "19_sanctions/GSDB_V4.csv", rows: 1_547, schema: [.integer("case_id"), .text("objective")]),
    File(
      path: "20_gdp/WDI_GDP.csv", rows: 266, schema: [.text("Country Code"), .number("1960"), .number("2024")],
      format: .init(header: .afterLines(4))),
    File(
      path: "22_trade_agreements/DESTA.csv", rows: 1_217,
      schema: [.text("number"), .integer("year", missing: ["NA"]), .text("name")],
      format: .init(separator: .semicolon)),
  ]

  @Test(arguments: files)
  func rowsAreCounted(_ file: File) throws {
    let tables = try (file.rows < 300_000 ? [1, 2] : [2]).map { workers in
      try Delimited.read(
        .file(Datasets.path(file.path)), format: file.format, schema: file.schema, workers: workers)
    }
    #expect(tables[0].rowCount == file.rows)
    #expect(tables[0].issues.total == file.rejected, "\(tables[0].issues.listed.prefix(3))")
    for (column, kind) in file.schema.columns.map({ ($0.name, $0.kind) }) where tables.count == 2 {
      switch kind {
      case .integer: #expect(try tables[0].integers(column) == tables[1].integers(column))
      case .day: #expect(try tables[0].days(column) == tables[1].days(column))
      case .text: #expect(try tables[0].texts(column) == tables[1].texts(column))
      case .number:
        let bits = try tables.map { try $0.numbers(column).map(\.bitPattern) }
        #expect(bits[0] == bits[1])
      }
    }
  }

  @Test func votesAddUp() throws {
    let votes: Delimited.Schema = [
      .integer("rcid"), .integer("session"), .integer("ccode"), .integer("vote", range: 1...9),
    ]
    let table = try Delimited.read(.file(Datasets.path("01_unga_votes/UNVotes.csv.gz")), schema: votes)
    let coded = try table.integers("vote")
    let counts = coded.reduce(into: [Int32: Int]()) { $0[$1, default: 0] += 1 }
    #expect(counts.values.reduce(0, +) == 1_197_958)
    #expect(table.lines[1_197_957] == 1_197_959)
    var batched = 0
    let summary = try Delimited.forEachBatch(
      .file(Datasets.path("01_unga_votes/UNVotes.csv.gz")), schema: votes
    ) { batched += try $0.integers("vote").count { $0 == 1 } }
    #expect(batched == counts[1])
    #expect(summary.rowCount == 1_197_958)
  }

  @Test func brokenRowsOfTheRegisterAreNamed() throws {
    let table = try Delimited.read(
      .file(Datasets.path("15_sipri_arms/trade-register_to2023.csv")), format: .init(encoding: .windows1252),
      schema: [.text("Recipient")])
    #expect(table.issues.listed.map(\.line) == [25_266, 25_267, 27_506, 27_507])
    #expect(table.issues.listed.first?.description.contains("found 13 fields") == true)
  }
}
