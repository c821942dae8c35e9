import Evidence
import Record
import Testing

@testable import Measures

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
