import Evidence
import Record
import Testing

@testable import Measures

struct TradeGrowthTests {
  @Test func fromTheYearBefore() throws {
    let evaluate = try SmallTrade.evaluator()
    let finding = try evaluate("trade.growth a=CHN b=RUS year=2001")
    #expect(finding.value == 0.5)
    #expect(finding.unit == .growth)
    #expect(finding.percentiles.first?.classSize == 3)
    #expect(try evaluate("trade.growth a=USA b=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.growth a=CHN b=RUS year=1870").result.reason?.kind == .missing)
  }

  @Test func afterZero() throws {
    let record = try HandMade.trade([(2000, 2, 365, 0, 0), (2001, 2, 365, 1, 1)])
    let finding = try RecordEvaluator(record)("trade.growth a=USA b=RUS year=2001")
    #expect(finding.result.reason?.kind == .undefined)
  }
}
