import Evidence
import Foundation
import Record
import Testing

@testable import Panel

@Suite struct PanelTableTests {
  static let request = PanelRequest(
    unit: .directedDyadYear, years: 1989...1992, add: ["mids", "nmc", "majors", "contiguity", "peace-years", "spells"])

  private func table(_ change: (inout PanelRequest) -> Void = { _ in }, workers: Int = 2) throws -> PanelTable {
    var request = Self.request
    change(&request)
    return try PanelTable.assembled(request, from: try HandMade.record(), workers: workers)
  }

  private func row(_ table: PanelTable, _ first: UInt16, _ second: UInt16, _ year: Int) throws -> Int {
    try #require(
      DyadYears(SystemYears(table.request.years), directed: table.request.unit != .dyadYear)
        .row(first, second, year: year))
  }

  @Test func theSameCellsOnOneWorkerAndOnTwo() throws {
    let (one, two) = (try table(workers: 1), try table(workers: 2))
    #expect(one.columns.map(\.variable) == two.columns.map(\.variable))
    for (a, b) in zip(one.columns, two.columns) {
      #expect(a.cells == b.cells && a.positions == b.positions, "\(a.variable.name)")
    }
  }

  @Test func cellsKnowWhyTheyAreEmpty() throws {
    let table = try table()
    func kind(_ name: String, _ first: UInt16, _ second: UInt16, _ year: Int) throws -> Reason.Kind? {
      try #require(table.column(name)).number(at: try row(table, first, second, year)).reason?.kind
    }
    #expect(try kind("tpop1", 2, 365, 1990) == nil)
    #expect(try kind("tpop1", 2, 365, 1991) == .missing)
    #expect(try kind("tpop1", 2, 365, 1989) == .outsideYears)
    #expect(try kind("tpop1", 20, 365, 1990) == .notMember)
    #expect(try kind("cowmidongoing", 2, 365, 1992) == .outsideYears)
    #expect(try kind("cowmaj1", 2, 365, 1992) == .outsideYears)
    #expect(try kind("conttype", 2, 20, 1992) == .outsideYears)
    #expect(try kind("cowmidspell", 2, 365, 1992) == .outsideYears)
  }

  @Test func zeroIsAValue() throws {
    let table = try table()
    let row = try row(table, 365, 2, 1991)
    #expect(try #require(table.column("tpop1")).number(at: row) == .covered(0))
    #expect(try #require(table.column("cowmaj1")).number(at: row) == .covered(0))
    #expect(try #require(table.column("conttype")).number(at: row) == .covered(0))
  }

  @Test func whereContiguityChangesTheFirstHolds() throws {
    let table = try table()
    #expect(try #require(table.column("conttype")).number(at: try row(table, 2, 40, 1990)).value == 5)
    #expect(try #require(table.column("conttype")).number(at: try row(table, 40, 2, 1991)).value == 4)
  }

  @Test func lagsAreOfCalendarYears() throws {
    let table = try table { $0.lag = ["cinc1:1,2", "cowmidongoing"] }
    #expect(try #require(table.column("cinc1_lag1")).number(at: try row(table, 2, 365, 1991)).value == 0.14)
    let early = try row(table, 2, 365, 1989)
    #expect(try #require(table.column("cinc1_lag1")).number(at: early).reason?.kind == .outsideYears)
    // Ukraine is a member from December 1991: in 1992 there is a year before, in 1991 there is none.
    let young = try row(table, 369, 2, 1991)
    #expect(try #require(table.column("cowmidongoing_lag1")).number(at: young).reason?.kind == .notMember)
    #expect(try #require(table.column("cowmidongoing_lag1")).number(at: try row(table, 369, 2, 1992)).value == 0)
  }

  @Test func leadsAreOfLaterYears() throws {
    let table = try table { $0.lead = ["cowmidonset:1"] }
    #expect(try #require(table.column("cowmidonset_lead1")).number(at: try row(table, 2, 365, 1989)).value == 1)
  }

  @Test func filtersDoNotShortenSpells() throws {
    let all = try table()
    let some = try table { $0.only = ["with=USA", "cowmidspell>=1"] }
    #expect(some.rowCount < all.rowCount && some.rowCount > 0)
    let spells = try #require(some.column("cowmidspell"))
    #expect((0..<some.rowCount).allSatisfy { (spells.number(at: $0).value ?? 0) >= 1 })
    #expect(some.log.contains { $0.contains("rows left out") })
  }

  @Test func politicallyRelevantNeedsNoColumnsOfItsOwn() throws {
    let table = try table {
      $0.add = ["nmc"]
      $0.only = ["politically-relevant"]
    }
    #expect(table.column("conttype") == nil)
    // The one major power with every other state, both ways, in the three covered years.
    let members = (1989...1991).map { year in
      SystemYears(year...year).memberCells.count - 1
    }
    #expect(table.rowCount == members.reduce(0, +) * 2)
  }

  @Test func wrongNamesAreExplained() {
    #expect(throws: PanelError.unknownFamily("trades", nearest: ["trade", "trade-agreements"])) {
      try table { $0.add = ["trades"] }
    }
    #expect(throws: PanelError.notInstalled(family: "trade", dataset: "cow-trade")) { try table { $0.add = ["trade"] } }
    #expect(throws: PanelError.self) { try table { $0.only = ["relevant"] } }
    #expect(throws: PanelError.self) { try table { $0.lag = ["nothing:1"] } }
    #expect(throws: PanelError.self) { try PanelRequest.years("2016:1816") }
    #expect(throws: PanelError.self) { try table { $0.unit = .triadYear } }
  }

  @Test func familiesAreAddedOnce() throws {
    let table = try table { $0.add = ["nmc", "nmc"] }
    #expect(Set(table.columns.map(\.variable.name)).count == table.columns.count)
  }
}
