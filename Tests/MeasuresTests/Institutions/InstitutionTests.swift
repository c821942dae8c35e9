import Evidence
import Record
import Testing

@testable import Measures

enum SmallOrganisations {
  static func evaluator() throws -> RecordEvaluator {
    RecordEvaluator(
      try HandMade.memberships(
        ["UN", "SCO", "WTO", "X"],
        [
          (2000, 2, [1, 0, 1, 255]), (2000, 365, [1, 1, 3, 255]), (2000, 710, [1, 1, 3, 255]),
          (2001, 2, [1, 0, 1, 1]), (2001, 365, [1, 1, 3, 254]), (2001, 710, [1, 1, 1, 2]),
        ]))
  }
}

struct JointMembershipsTests {
  @Test func fullMembersOnly() throws {
    let evaluate = try SmallOrganisations.evaluator()
    #expect(try evaluate("igo.joint a=CHN b=RUS year=2001").value == 2)
    #expect(try evaluate("igo.joint a=CHN b=USA year=2001").value == 2)
    #expect(try evaluate("igo.joint a=USA b=RUS year=2001").value == 1)
    #expect(try evaluate("igo.joint a=RUS b=CHN year=2000").value == 2)
    #expect(try evaluate("igo.joint a=CHN b=RUS year=2001").notes.first?.contains("missing in 1 organisations") == true)
    let place = try #require(try evaluate("igo.joint a=USA b=RUS year=2001").percentiles.first)
    #expect(place.classSize == 3 && place.low == 0 && place.high == 1.0 / 3)
  }

  @Test func coverage() throws {
    let evaluate = try SmallOrganisations.evaluator()
    #expect(try evaluate("igo.joint a=CHN b=RUS year=2015").result.reason?.kind == .outsideYears)
    #expect(try evaluate("igo.joint a=CHN b=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("igo.joint a=CHN b=265 year=2001").result.reason?.kind == .notMember)
    #expect(try RecordEvaluator(Record())("igo.joint a=CHN b=RUS year=2001").result.reason?.kind == .notInstalled)
  }
}

struct OrganisationMemberTests {
  @Test func codes() throws {
    let evaluate = try SmallOrganisations.evaluator()
    #expect(try evaluate("igo.member of=CHN organisation=WTO year=2001").value == 1)
    #expect(try evaluate("igo.member of=CHN organisation=wto year=2000").value == 0)
    #expect(
      try evaluate("igo.member of=CHN organisation=WTO year=2000").estimate?.method.hasPrefix("observer") == true)
    #expect(try evaluate("igo.member of=USA organisation=X year=2000").result.reason?.kind == .missing)
    #expect(try evaluate("igo.member of=RUS organisation=X year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("igo.member of=RUS organisation=NATO year=2001").result.reason?.kind == .undefined)
    #expect(
      try evaluate("igo.member of=CHN organisation=SCO year=2000").notes == [
        "the source codes the Shanghai Five as SCO"
      ])
  }
}
