import Evidence
import Record
import Testing

@testable import Measures

struct RelationshipLevelTests {
  /// China-Russia 1962-63 and United States-China 1963; the first saw sides taken and arms, the second nothing.
  static func evaluator(isSettled: Double = 1) throws -> RecordEvaluator {
    var record = Record()
    record.relationships = Sourced(
      try RelationshipLevels(
        columns: ColumnSet([
          ("first", .uint16([2, 365, 365])), ("second", .uint16([710, 710, 710])),
          ("year", .int16([1963, 1962, 1963])),
          ("mean", .int16([-1000, 500, -250])), ("sd", .uint16([400, 300, 200])), ("link", .int16([0, 0, 31_000])),
          ("filtered_mean", .int16([-900, 700, 100])), ("filtered_sd", .uint16([450, 350, 250])),
          ("observed", .uint16([0, 1, 3])), ("indicator", .text(TextColumn(["side", "arms"]))),
          ("loading", .float64([2, 2])), ("persistence", .float64([0, 0])),
          ("dynamics", .float64([0.98, 0.5, 40, isSettled])),
        ])), vintage: HandMade.vintage("relationships"), years: 1816...2016)
    return RecordEvaluator(record)
  }

  @Test func meanAndIntervalAndWhatWasSeen() throws {
    let finding = try Self.evaluator()("relationship.level a=RUS b=CHN year=1963")
    let estimate = try #require(finding.result.value)
    #expect(estimate.value == -0.25)
    let interval = try #require(estimate.interval)
    #expect((interval.low + 0.25 + 1.6448536269514722 * 0.2).magnitude < 1e-12)
    #expect((interval.high + 0.25 - 1.6448536269514722 * 0.2).magnitude < 1e-12)
    #expect(interval.level == 0.9 && estimate.n == 2)
    #expect(finding.notes == ["observed in the year: side, arms"])
    #expect(finding.percentiles.map(\.classSize) == [2, 2])
    #expect(estimate.sources.first?.rows == "first=365 second=710 year=1963")
  }

  @Test func filteredLevelsKnowTheYearsBeforeAlone() throws {
    let finding = try Self.evaluator()("relationship.level a=CHN b=RUS year=1963 given=past")
    #expect(finding.value == 0.1)
    #expect(try Self.evaluator()("relationship.level a=CHN b=RUS year=1963 given=all").value == -0.25)
  }

  @Test func whatIsCarriedOrUnsettledIsSaid() throws {
    let finding = try Self.evaluator(isSettled: 0)("relationship.level a=CHN b=USA year=1963")
    #expect(finding.value == -1)
    #expect(finding.notes.count == 2)
    #expect(finding.notes.first?.hasPrefix("nothing of the pair was observed") == true)
  }

  @Test func coverage() throws {
    let evaluate = try Self.evaluator()
    #expect(try evaluate("relationship.level a=CHN b=RUS year=2017").result.reason?.kind == .outsideYears)
    #expect(try evaluate("relationship.level a=CHN b=RUS year=1964").result.reason?.kind == .missing)
    #expect(try evaluate("relationship.level a=CHN b=265 year=2001").result.reason?.kind == .notMember)
    let empty = try RecordEvaluator(Record())("relationship.level a=CHN b=RUS year=1963").result.reason
    #expect(empty?.kind == .notInstalled)
    #expect(empty?.detail.contains("entente fit relationships") == true)
    #expect(throws: ArgumentError.self) { try evaluate("relationship.level a=CHN b=CHN year=1963") }
  }
}
