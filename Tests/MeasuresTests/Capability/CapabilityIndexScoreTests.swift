import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

struct CapabilityIndexScoreTests {
  @Test func valueAndPlaces() throws {
    let evaluate = try SmallPowers.evaluator()
    let finding = try evaluate("capability.cinc of=CHN year=2001")
    #expect(finding.value == 0.16)
    #expect(finding.unit == .share)
    #expect(finding.percentiles.first?.value == 3.5 / 4)
    #expect(finding.percentiles.count == 1, "no earlier year")
    #expect(try evaluate("capability.cinc of=USA year=2001").percentiles.last?.classSize == 3)
    #expect(try evaluate("capability.cinc of=CHN year=2023").result.reason?.kind == .outsideYears)
    #expect(try evaluate("capability.cinc of=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("capability.cinc of=265 year=2001").result.reason?.kind == .notMember)
  }
}
