import StateSystem
import Testing
import Treaties

/// The two treaties of the essay read as someone who knows the texts would expect.
@Suite struct TwoTreatiesTests {
  private func treaty(_ id: String) throws -> CodedTreaty { try #require(StarterFolder.load().treaties[id]) }
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func alliance1950() throws {
    let treaty = try treaty("ATOP:3200")
    #expect(treaty.id == "entente:1950-sino-soviet" && treaty.numbers(in: .cow) == ["229"])
    #expect(treaty.signed.description == "1950-02-14" && treaty.place == "Moscow")
    #expect(treaty.termMonths == 360 && treaty.renewalMonths == 60)
    let defense = try #require(treaty.obligations.first { $0.kind == .defense })
    #expect(defense.target?.states == [740] && defense.clause == "Art. 1" && defense.conditions != nil)
    #expect(treaty.kinds(by: "text") == [.defense, .consultation, .nonaggression])
    #expect(treaty.kinds(by: "ATOP") == [.defense, .nonaggression])
    #expect(Set(treaty.disputedObligations.map(\.kind)) == [.consultation, .nonaggression])
    #expect(Set(treaty.provisions.map(\.kind)).isSuperset(of: [.noHostileAlliance, .economicAid, .nonInterference]))
  }

  @Test func threeEndsOf1950() throws {
    let treaty = try treaty("entente:1950-sino-soviet")
    let ends = Dictionary(uniqueKeysWithValues: treaty.ended.map { ($0.coder, $0.date.description) })
    #expect(ends == ["COW": "1980-02-14", "ATOP": "1980-04-11", "Wikipedia": "1979-02-16"])
    #expect(treaty.deFactoEnd.first { $0.coder == "miller-2002" }?.date.description == "1963~")
    let status = treaty.status(on: try day("1970-01-01"))
    #expect(status.standingDeJure == .inForce && status.standingDeFacto == .ended && status.isDeadLetter)
    #expect(treaty.status(on: try day("1979-06-01")).standingDeJure == .disputed)
    #expect(treaty.status(on: try day("1955-01-01")).standingDeFacto == .inForce)
  }

  @Test func treaty2001() throws {
    let treaty = try treaty("ATOP:4980")
    #expect(treaty.signed.description == "2001-07-16" && treaty.numbers(in: .cow).isEmpty)
    #expect(treaty.kinds(by: "text") == [.nonaggression, .consultation])
    #expect(treaty.kinds(by: "ATOP") == [.nonaggression, .consultation])
    #expect(!treaty.obligations.contains { $0.kind == .defense } && treaty.disputedObligations.isEmpty)
    #expect(treaty.termMonths == 240 && treaty.renewalMonths == 60)
    #expect(treaty.inForce.first { $0.coder == "text" }?.date.description == "2002-02-28")
    #expect(treaty.provisions.first { $0.kind == .notAgainstThird }?.clause == "Art. 22")
  }

  @Test func inForceOnTheDayOfTheEssay() throws {
    let registry = try StarterFolder.load().treaties
    let dyad = try #require(Dyad(365, 710))
    let there = registry.treaties(between: dyad, on: try day("2002-09-02")).map(\.treaty.id)
    #expect(there.contains("entente:2001-sino-russian") && there.contains("entente:1996-shanghai"))
    #expect(!there.contains("entente:1950-sino-soviet") && !there.contains("entente:1992-joint-declaration"))
    let before = registry.treaties(between: dyad, on: try day("1965-01-01"))
    #expect(before.first { $0.treaty.id == "entente:1950-sino-soviet" }?.status.isDeadLetter == true)
    let defence = registry.inForce(on: try day("2002-09-02")).filter { entry in
      entry.treaty.joins(dyad, on: entry.status.day) && entry.treaty.obligations.contains { $0.kind == .defense }
    }
    #expect(defence.isEmpty)
  }

  @Test func enlargementOfNATO() throws {
    let nato = try treaty("entente:1949-nato")
    let warsawWashington = try #require(Dyad(290, 2))
    #expect(!nato.joins(warsawWashington, on: try day("1999-03-11")))
    #expect(nato.joins(warsawWashington, on: try day("1999-03-12")))
    for state in [290, 310, 316] as [StateID] {
      #expect(nato.parties.first { $0.state == state }?.entered?.description == "1999-03-12")
    }
    #expect(nato.parties.filter { $0.state == 260 || $0.state == 255 }.count == 2)
  }
}
