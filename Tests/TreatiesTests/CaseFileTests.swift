import StateSystem
import Testing

@testable import Treaties

@Suite struct CaseFileTests {
  private func file() throws -> CaseFile { try #require(Sample.casework().cases.first) }

  @Test func testsAndPledgesInAPeriod() throws {
    let late = try #require(Period(from: .on("2001-01-01"), to: .on("2002-09-02")))
    #expect(try file().tests(in: late).map(\.id) == ["withdrawal"])
    #expect(try file().pledges(in: late).isEmpty)
    #expect(try file().pledges(in: Period(since: .on("1997-04-23"))).count == 1)
  }

  @Test func talliesCountTheAnswersOfOneCoder() throws {
    let own = try file().tallies()
    #expect(own.map(\.state) == [710, 365])
    #expect(own.map(\.tests) == [1, 2])
    #expect(own[0].counts == [.resistJointly: 1])
    #expect(own[1].counts == [.resistJointly: 1, .protest: 1, .accommodate: 1])
    let second = try file().tallies(coder: "Second")
    #expect(second.map(\.counts) == [[.acquiesce: 1], [:]])
  }

  @Test func heldTogetherNeedsBoth() throws {
    #expect(try file().heldTogether().map(\.id) == ["strikes"])
    #expect(try file().heldTogether(in: Period(since: .on("2001-01-01"))).isEmpty)
  }

  @Test func conductIsOrderedFromPartnerToThirdPower() {
    #expect(CaseFile.Conduct.resistJointly < .protest && .acquiesce < CaseFile.Conduct.cooperateWithThird)
    #expect(CaseFile.Conduct.allCases.sorted() == CaseFile.Conduct.allCases)
  }
}
