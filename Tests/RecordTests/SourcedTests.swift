import Evidence
import Testing

@testable import Record

@Suite struct SourcedTests {
  static let vintage = Vintage(dataset: "cow-trade", version: "4.0", sha256: "", retrieved: "2026-01-01")

  @Test func outsideItsYearsItSaysSo() throws {
    let sourced = Sourced(try Trade(columns: TablesTests.trade), vintage: Self.vintage, years: 1870...2014)
    #expect(sourced.reasonNotCovered(1999) == nil)
    #expect(sourced.reasonNotCovered(2015) == Reason(.outsideYears, "cow-trade 4.0 covers 1870-2014, not 2015"))
    #expect(
      sourced.source("year=2001", count: 2)
        == Source(dataset: "cow-trade", version: "4.0", rows: "year=2001", rowCount: 2))
  }

  @Test func aRecordNamesEachVintageOnce() throws {
    var record = Record()
    #expect(record.vintages.isEmpty)
    record.trade = Sourced(try Trade(columns: TablesTests.trade), vintage: Self.vintage, years: 1870...2014)
    record.rollCalls = Sourced(
      try RollCalls(columns: TablesTests.rollCalls),
      vintage: Vintage(dataset: "un-votes", version: "1", sha256: "", retrieved: ""), years: 1946...1946)
    let national = ColumnSet([
      ("state", .uint16([2])), ("year", .int16([1920])), ("imports", .float64([1])), ("exports", .float64([2])),
    ])
    record.nationalTrade = Sourced(try NationalTrade(columns: national), vintage: Self.vintage, years: 1870...2014)
    #expect(record.vintages.map(\.dataset) == ["cow-trade", "un-votes"])
  }
}
