import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

/// A small record typed by hand: three states A (2), B (365), C (710) and others, with disputes, wars and sanctions.
private enum Small {
  static let vintage = Vintage(dataset: "test", version: "1", sha256: "", retrieved: "2026-01-01")

  /// Dispute 1: China against the United States, alone. 2: China and Russia against the United States. 3: Russia and the United
  /// States against Iraq (645). 4: Russia against China.
  static func disputes() throws -> Disputes {
    let rows: [(Int32, UInt16, UInt16, Int16, UInt8)] = [
      (1, 710, 2, 1995, 1), (1, 2, 710, 1995, 0), (2, 710, 2, 1996, 1), (2, 2, 710, 1996, 0), (2, 365, 2, 1996, 1),
      (2, 2, 365, 1996, 0), (3, 365, 645, 1998, 1), (3, 645, 365, 1998, 0), (3, 2, 645, 1998, 1), (3, 645, 2, 1998, 0),
      (4, 365, 710, 1969, 1), (4, 710, 365, 1969, 0),
    ]
    return try Disputes(
      columns: ColumnSet([
        ("number", .int32(rows.map(\.0))), ("first", .uint16(rows.map(\.1))), ("second", .uint16(rows.map(\.2))),
        ("year", .int16(rows.map(\.3))), ("onset", .uint8(rows.map { _ in 1 })), ("side_a", .uint8(rows.map(\.4))),
        ("originator", .uint8(rows.map { _ in 1 })), ("fatality", .int16(rows.map { _ in 0 })),
        ("highest_action", .int16(rows.map { _ in 1 })), ("hostility", .int16(rows.map { _ in 3 })),
        ("summary_number", .int32([])), ("start_year", .int16([])), ("start_month", .int16([])),
        ("outcome", .int16([])),
        ("settlement", .int16([])), ("summary_fatality", .int16([])), ("summary_hostility", .int16([])),
      ]))
  }

  static func obligations() throws -> ObligationYears {
    try ObligationYears(
      columns: ColumnSet([
        ("year", .int16([1996, 1996, 2001])), ("obligor", .uint16([365, 710, 365])),
        ("beneficiary", .uint16([710, 365, 710])), ("kinds", .uint8([1, 9, 24])),
      ]))
  }

  static func record() throws -> Record {
    var record = Record()
    record.disputes = Sourced(try disputes(), vintage: vintage, years: 1816...2014)
    record.obligationYears = Sourced(try obligations(), vintage: vintage, years: 1815...2018)
    return record
  }

  static func ask(_ text: String) throws -> Finding {
    let request = try #require(MeasureRequest(text))
    return try RecordEvaluator(record()).evaluate(request)
  }
}

struct DisputesJoinedTests {
  @Test func joiningIsCountedOnceADisputeAndTheThirdPowersSideIsNamed() throws {
    let finding = try Small.ask("disputes.joined a=CHN b=RUS third=USA years=1990-2000")
    let estimate = try #require(finding.estimate)
    #expect(estimate.n == 2)
    #expect(estimate.value == 0.5)
    let beside = finding.items.filter { $0.tags.contains("beside") }
    #expect(beside.map(\.id) == ["3"])
    #expect(beside.allSatisfy { $0.tags.contains("with:365") })
  }

  @Test func theOrderOfThePartnersDoesNotMatter() throws {
    let one = try Small.ask("disputes.joined a=CHN b=RUS third=USA years=1990-2000")
    let two = try Small.ask("disputes.joined a=RUS b=CHN third=USA years=1990-2000")
    #expect(one.estimate == two.estimate)
    #expect(Set(one.items.map(\.id)) == Set(two.items.map(\.id)))
  }

  @Test func baseRatesCountChancesAndPacts() throws {
    let finding = try Small.ask("disputes.joined a=CHN b=RUS third=USA years=1996")
    // In 1996 Russia owed China defense and China owed Russia: both joined.
    let pact = try #require(finding.benchmarks.first { $0.label.contains("defense") })
    #expect(pact.n == 2 && pact.value == 1)
  }

  @Test func noDisputeIsTooFewNotZero() throws {
    let finding = try Small.ask("disputes.joined a=CHN b=RUS third=USA years=2005-2010")
    #expect(finding.value == nil && finding.result.reason?.kind == .tooFew)
  }

  @Test func yearsOutsideAreNotCoveredAndPartialYearsAreNoted() throws {
    #expect(try Small.ask("disputes.joined a=CHN b=RUS third=USA years=2016-2020").result.reason?.kind == .outsideYears)
    #expect(
      try Small.ask("disputes.joined a=CHN b=RUS third=USA years=1990-2020").notes.contains { $0.contains("1990-2014") }
    )
  }
}

struct DisputesBetweenTests {
  @Test func onlyOppositeSidesCount() throws {
    #expect(try Small.ask("disputes.between a=RUS b=USA years=1990-2000").value == 1)
    #expect(try Small.ask("disputes.between a=RUS b=CHN years=1960-1970").value == 1)
    #expect(try Small.ask("disputes.between a=RUS b=CHN years=1990-2000").value == 0)
  }

  @Test func aDatasetThatIsNotInstalledSaysSo() throws {
    let finding = try Small.ask("disputes.between a=RUS b=CHN years=1990 source=gml")
    #expect(finding.result.reason?.kind == .notInstalled)
    #expect(finding.result.reason?.detail.contains("entente data add gml-mid") == true)
  }
}

struct ObligationsInForceTests {
  @Test func kindsAreUnitedOverDirections() throws {
    let finding = try Small.ask("obligations.inForce a=CHN b=RUS year=1996")
    #expect(finding.value == 2)
    #expect(Set(finding.items.flatMap(\.tags)) == ["defense", "nonaggression"])
  }

  @Test func aCoveredYearWithoutRowIsZeroAndAnUncoveredYearIsNot() throws {
    #expect(try Small.ask("obligations.inForce a=CHN b=RUS year=1999").value == 0)
    #expect(try Small.ask("obligations.inForce a=CHN b=RUS year=2019").result.reason?.kind == .outsideYears)
    #expect(try Small.ask("obligations.inForce a=CHN b=KAZ year=1985").result.reason?.kind == .notMember)
  }
}
