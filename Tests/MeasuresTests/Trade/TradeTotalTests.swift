import Evidence
import Record
import Testing

@testable import Measures

struct TradeTotalTests {
  @Test func sumOfBothImporters() throws {
    let evaluate = try SmallTrade.evaluator()
    let finding = try evaluate("trade.total a=CHN b=RUS year=2001")
    #expect(finding.value == 15)
    #expect(finding.unit == .currentUSDMillion)
    #expect(finding.estimate?.method.contains("imports of China from Russia 9, of Russia from China 6") == true)
    #expect(
      finding.estimate?.sources == [
        Source(dataset: "cow-trade", version: "4.0", rows: "ccode1=365 ccode2=710 year=2001", rowCount: 1)
      ])
    #expect(try evaluate("trade.total a=RUS b=CHN year=2001").value == 15)
    #expect(try evaluate("trade.total a=CHN b=INS year=2001").value == 0, "a recorded zero is covered")
  }

  @Test func places() throws {
    let finding = try SmallTrade.evaluator()("trade.total a=USA b=RUS year=2001")
    let estimate = try #require(finding.estimate)
    let totals: [Double] = [70, 30, 160, 17, 15, 2, 0, 27]
    let dyads = try #require(finding.percentiles.first)
    #expect(dyads == Percentile(of: estimate, inSorted: totals.sorted(), comparison: dyads.comparison))
    #expect(finding.percentiles.last?.classSize == 2, "2000 and 2001")
  }

  @Test func notCovered() throws {
    let evaluate = try SmallTrade.evaluator()
    func kind(_ text: String) throws -> Reason.Kind? { try evaluate(text).result.reason?.kind }
    #expect(try kind("trade.total a=GMY b=CHN year=2001") == .missing)
    #expect(
      try evaluate("trade.total a=GMY b=CHN year=2001").result.reason?.detail
        == "cow-trade 4.0 marks the imports of China from Germany in 2001 as missing")
    #expect(try kind("trade.total a=GMY b=INS year=2001") == .missing)
    #expect(try kind("trade.total a=CHN b=RUS year=2015") == .outsideYears)
    #expect(try kind("trade.total a=CHN b=RUS year=1869") == .outsideYears)
    #expect(try kind("trade.total a=265 b=RUS year=2001") == .notMember)
    #expect(try RecordEvaluator(Record())("trade.total a=CHN b=RUS year=2001").result.reason?.kind == .notInstalled)
    #expect(throws: ArgumentError.self) { try evaluate("trade.total a=CHN b=CHN year=2001") }
    #expect(throws: ArgumentError.self) { try evaluate("trade.total a=CHN b=RUS year=last") }
  }
}
