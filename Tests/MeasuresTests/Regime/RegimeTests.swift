import Evidence
import Record
import Testing

@testable import Measures

enum SmallRegimes {
  static func evaluator() throws -> RecordEvaluator {
    RecordEvaluator(
      try HandMade.regimes([
        (2, 2001, 0.82, 10), (365, 2001, 0.38, 6), (710, 2001, 0.10, -7), (200, 2001, .nan, -128),
        (365, 2000, 0.40, 6), (710, 2000, 0.10, -7),
      ]))
  }
}

struct RegimeScoresTests {
  @Test func scores() throws {
    let evaluate = try SmallRegimes.evaluator()
    #expect(try evaluate("regime.polyarchy of=RUS year=2001").value == 0.38)
    #expect(try evaluate("regime.polyarchy of=RUS year=2001").percentiles.first?.value == 0.5)
    #expect(try evaluate("regime.polity2 of=CHN year=2001").value == -7)
    #expect(try evaluate("regime.polyarchy of=UKG year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("regime.polity2 of=UKG year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("regime.polity2 of=CHN year=2021").result.reason?.kind == .outsideYears)
    #expect(try RecordEvaluator(Record())("regime.polity2 of=CHN year=2001").result.reason?.kind == .notInstalled)
  }
}

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
