import Evidence
import Record
import Testing

@testable import Measures

struct RegimeDistanceTests {
  @Test func distances() throws {
    let evaluate = try SmallRegimes.evaluator()
    let finding = try evaluate("regime.distance a=CHN b=RUS year=2001")
    #expect((try #require(finding.value) - 0.28).magnitude < 1e-12)
    #expect(try evaluate("regime.distance a=RUS b=CHN year=2001").value == finding.value)
    #expect(finding.percentiles.first?.classSize == 3)
    #expect(finding.percentiles.last?.classSize == 2)
    #expect(try evaluate("regime.distance a=CHN b=RUS year=2001 measure=polity2").value == 13)
    #expect(try evaluate("regime.distance a=CHN b=UKG year=2001").result.reason?.kind == .missing)
    #expect(throws: ArgumentError.self) { try evaluate("regime.distance a=CHN b=RUS year=2001 measure=freedom") }
  }
}
