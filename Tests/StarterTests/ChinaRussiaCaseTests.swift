import StateSystem
import Testing
import Treaties

@Suite struct ChinaRussiaCaseTests {
  private func file() throws -> CaseFile {
    try #require(StarterFolder.load().cases.first { $0.id == "china-russia-1996-2002" })
  }

  private func answers(_ test: String, _ state: StateID) throws -> [CaseFile.Conduct] {
    try #require(file().tests.first { $0.id == test }).responses.filter { $0.state == state }.map(\.conduct)
  }

  @Test func theYearAfterTheTreatyReadsAsTheEssayHasIt() throws {
    #expect(try answers("abm-withdrawal", 365) == [.accommodate])
    #expect(try answers("abm-withdrawal", 710) == [.acquiesce, .consultForShow])
    #expect(try answers("nato-russia-council", 365) == [.cooperateWithThird])
    #expect(try answers("nato-russia-council", 710) == [.acquiesce])
    #expect(try answers("central-asia-bases", 365) == [.acquiesce])
    #expect(try answers("central-asia-bases", 710) == [.acquiesce])
    #expect(try answers("war-on-terrorism", 365) == [.consultForShow, .cooperateWithThird])
    #expect(try answers("war-on-terrorism", 710) == [.consultForShow, .cooperateWithThird])
    #expect(try answers("axis-of-evil", 365) == [.protest])
  }

  @Test func itAlsoHoldsWhatSpeaksAgainstTheEssay() throws {
    let together = try file().heldTogether().map(\.id)
    #expect(
      together == ["kosovo-war", "missile-defence-1999", "missile-defence-2000", "missile-defence-2001", "abm-end"])
  }

  @Test func tallies() throws {
    let signature = try #require(Day(2001, 7, 16))
    let after = try #require(Period(from: signature, to: Day(2002, 9, 2)))
    let tallies = try file().tallies(in: after)
    #expect(tallies.map(\.state) == [710, 365] && tallies.map(\.tests) == [8, 8])
    #expect(
      tallies[1].counts == [
        .consultForShow: 1, .cooperateWithThird: 3, .acquiesce: 1, .accommodate: 1, .protest: 3, .resistJointly: 1,
      ])
    #expect(
      tallies[0].counts == [.consultForShow: 2, .cooperateWithThird: 1, .acquiesce: 4, .protest: 2, .resistJointly: 1])
  }

  @Test func theSlipsOfTheEssayAreCorrected() throws {
    let slip = try #require(file().corrections.first { $0.id == "putin-visit" })
    #expect(slip.claimedBy.source == "miller-2002" && slip.claim.contains("July 1999"))
    #expect(slip.record.contains("July 2000") && slip.sources.count >= 2)
  }
}
