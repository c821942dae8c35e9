import Delimited
import Evidence
import Record
import Testing

@testable import Panel

/// Every family on the published data.
@Suite(.publishedPanel) struct FamilyTests {
  /// Families of votes are in `LadderOfMeasuresTests`: reading the votes takes longer than all the rest. A fit is no dataset.
  static let families = Family.all.filter {
    !$0.datasets.isEmpty && !$0.datasets.contains("un-votes") && Family.fitted.isDisjoint(with: $0.datasets)
  }.map(\.name)

  private func table(_ family: String, _ unit: PanelUnit, _ years: ClosedRange<Int>) throws -> PanelTable? {
    guard try Family.named(family).units.contains(unit) else { return nil }
    return try PanelTable.assembled(
      PanelRequest(unit: unit, years: years, add: [family]), from: try PublishedPanel.record.get())
  }

  /// Outside a dataset's years no cell has a value, whatever the dataset, and the reason says so.
  @Test(arguments: families, [PanelUnit.stateYear, .dyadYear])
  func nothingOutsideTheYears(family: String, unit: PanelUnit) throws {
    for years in [1816...1816, 1870...1870, 1948...1948, 2017...2017, 2026...2026] {
      guard let table = try table(family, unit, years) else { return }
      for column in table.columns {
        guard let covered = column.years, !covered.contains(years.lowerBound) else { continue }
        let wrong = (0..<column.count).filter { column.number(at: $0).reason?.kind != .outsideYears }
        #expect(wrong.isEmpty, "\(column.variable.name) in \(years.lowerBound): \(wrong.count) of \(column.count)")
      }
    }
  }

  /// Every column has values where its dataset does.
  @Test(arguments: families, [PanelUnit.stateYear, .dyadYear, .directedDyadYear, .leaderYear])
  func somethingInside(family: String, unit: PanelUnit) throws {
    guard let table = try table(family, unit, 1910...2003) else { return }
    for column in table.columns {
      #expect((0..<column.count).contains { column.missingCode(at: $0) == nil }, "\(column.variable.name)")
      #expect(column.variable.label.count <= 80 && !column.variable.meaning.isEmpty, "\(column.variable.name)")
      #expect(column.variable.name.utf8.count <= 32, "\(column.variable.name)")
    }
  }

  /// The dispute kept for each directed dyad-year is the one of peacesciencer's table, for all 10,234.
  @Test func theDisputesOfPeacesciencer() throws {
    let record = try PublishedPanel.record.get()
    let disputes = try #require(record.disputes).table
    let whittle = Whittle(disputes, durations: record.disputeDurations?.table, rules: WhittleRule.standard)
    let path = try #require(PublishedPanel.paths.first { $0.hasSuffix("cow_mid_ddydisps.csv") })
    let theirs = try Delimited.read(
      .file(PublishedPanel.folder + "/" + path),
      schema: [.integer("dispnum"), .integer("ccode1"), .integer("ccode2"), .integer("year")], mode: .strict)
    let (numbers, ones, twos, years) = (
      try theirs.integers("dispnum"), try theirs.integers("ccode1"), try theirs.integers("ccode2"),
      try theirs.integers("year")
    )
    var expected: [[Int32]: Int32] = [:]
    for row in numbers.indices { expected[[ones[row], twos[row], years[row]]] = numbers[row] }
    #expect(whittle.kept.count == expected.count)
    for row in whittle.kept {
      let key = [Int32(disputes.firsts[row]), Int32(disputes.seconds[row]), Int32(disputes.years[row])]
      if expected[key] != disputes.numbers[row] { Issue.record("\(key): \(disputes.numbers[row])") }
    }
  }

  /// The spells, year by year, are the publisher's yearly file; where that has two kinds, the first in force.
  @Test func contiguityIsThePublishersByYear() throws {
    let table = try #require(try table("contiguity", .directedDyadYear, 1816...2016))
    let kinds = try #require(table.column("conttype"))
    let path = try #require(PublishedPanel.paths.first { $0.hasSuffix("contdird.csv") })
    let theirs = try Delimited.read(
      .file(PublishedPanel.folder + "/" + path),
      schema: [.integer("state1no"), .integer("state2no"), .integer("year"), .integer("conttype")], mode: .strict)
    let (ones, twos, years, types) = (
      try theirs.integers("state1no"), try theirs.integers("state2no"), try theirs.integers("year"),
      try theirs.integers("conttype")
    )
    var published: [[Int32]: Set<Int32>] = [:]
    for row in types.indices { published[[ones[row], twos[row], years[row]], default: []].insert(types[row]) }
    let dyads = DyadYears(SystemYears(1816...2016), directed: true)
    var found = 0
    for (key, kindsOfYear) in published {
      guard let row = dyads.row(UInt16(key[0]), UInt16(key[1]), year: Int(key[2])) else { continue }
      found += 1
      let kind = kinds.number(at: row).value.map { Int32($0) }
      if kind.map(kindsOfYear.contains) != true { Issue.record("\(key): \(String(describing: kind)), \(kindsOfYear)") }
    }
    #expect((0..<table.rowCount).count { (kinds.number(at: $0).value ?? 0) > 0 } == found)
    #expect(published.values.count { $0.count > 1 } == 58)
  }

  @Test func leadersHaveTheirStates() throws {
    let record = try PublishedPanel.record.get()
    let table = try PanelTable.assembled(
      PanelRequest(unit: .leaderYear, years: 1989...1991, add: ["lead", "nmc"]), from: record)
    let keys = try #require(table.column("leader"))
    let codes = try #require(table.column("ccode"))
    let years = try #require(table.column("year"))
    func code(_ leader: String, _ year: Double) -> Double? {
      (0..<table.rowCount).first { keys.text(at: $0).value == leader && years.number(at: $0).value == year }
        .flatMap { codes.number(at: $0).value }
    }
    #expect(code("Kohl", 1989) == 260)
    #expect(code("Kohl", 1990) == 255)
    #expect(code("Gorbachev", 1990) == 365)
    #expect(try #require(table.column("cinc")).count == table.rowCount)
  }

  /// Distances that an atlas gives: Washington to Moscow 7,820 km, and Paris to Berlin 880.
  @Test func distancesBetweenCapitals() throws {
    let table = try #require(try table("distance", .dyadYear, 2000...2000))
    let column = try #require(table.column("capdist"))
    let dyads = DyadYears(SystemYears(2000...2000), directed: false)
    let far = try #require(dyads.row(2, 365, year: 2000).flatMap { column.number(at: $0).value })
    #expect(abs(far - 7_820) < 40)
    let near = try #require(dyads.row(220, 255, year: 2000).flatMap { column.number(at: $0).value })
    #expect(abs(near - 880) < 10)
  }
}
