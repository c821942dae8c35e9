import Evidence
import Record
import Testing

@testable import Measures

struct JointMembershipsTests {
  @Test func fullAndAssociateMembers() throws {
    let evaluate = try SmallOrganisations.evaluator()
    #expect(try evaluate("igo.joint a=CHN b=RUS year=2001").value == 2)
    #expect(try evaluate("igo.joint a=CHN b=USA year=2001").value == 3)
    #expect(try evaluate("igo.joint a=CHN b=USA year=2001 membership=full").value == 2)
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
