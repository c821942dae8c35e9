import StateSystem
import Testing

@testable import Treaties

@Suite struct TreatyRegistryTests {
  @Test func treatiesBetweenTwoStates() throws {
    let registry = try Sample.casework().treaties
    let dyad = try #require(Dyad(365, 710))
    #expect(try registry.treaties(between: dyad, on: .on("1960-01-01")).count == 2)
    #expect(try registry.treaties(between: dyad, on: .on("1981-06-01")).map(\.treaty.id) == ["entente:1949-old"])
    #expect(registry.treaties(between: dyad).count == 2)
    let other = try #require(Dyad(365, 2))
    #expect(try registry.treaties(between: other, on: .on("1960-01-01")).isEmpty)
  }

  @Test func aPartyCountsFromEntryToExit() throws {
    let treaty = try #require(Sample.casework().treaties["entente:1950-alliance"])
    let dyad = try #require(Dyad(365, 710))
    #expect(try !treaty.joins(dyad, on: .on("1950-02-13")))
    #expect(try treaty.joins(dyad, on: .on("1980-12-30")))
    #expect(try !treaty.joins(dyad, on: .on("1980-12-31")))
  }

  @Test func lookup() throws {
    let registry = try Sample.casework().treaties
    #expect(registry["ATOP:3200"]?.id == "entente:1950-alliance")
    #expect(registry["COW:229"]?.numbers(in: .atop) == ["3200"])
    #expect(registry["ATOP:1"] == nil)
    #expect(registry.treaties(with: .consultation).count == 1)
    #expect(registry.treaties(with: .offense).isEmpty)
  }

  @Test func obligationsAreDirected() throws {
    let treaty = try #require(Sample.casework().treaties["entente:1950-alliance"])
    #expect(treaty.obligations(from: 365, to: 710).map(\.kind) == [.defense, .consultation])
    #expect(treaty.obligations(from: 710, to: 365).map(\.kind) == [.consultation])
    #expect(treaty.obligations(from: 710, to: 710).isEmpty)
    #expect(treaty.obligations(from: 2, to: 365).isEmpty)
    #expect(treaty.kinds(by: "text") == [.defense, .consultation])
    #expect(treaty.kinds(by: "ATOP") == [.defense])
    #expect(treaty.kinds(by: "COW").isEmpty)
    #expect(treaty.disputedObligations.map(\.kind) == [.consultation])
  }
}
