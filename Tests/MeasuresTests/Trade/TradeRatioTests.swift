import Evidence
import Record
import Testing

@testable import Measures

struct TradeRatioTests {
  @Test func totalsAndImports() throws {
    let evaluate = try SmallTrade.evaluator()
    let totals = try #require(try evaluate("trade.ratio a=CHN b=USA over=RUS year=2001").value)
    #expect((totals - 160.0 / 15).magnitude < 1e-12)
    let imports = try #require(try evaluate("trade.ratio a=CHN b=USA over=RUS year=2001 basis=imports").value)
    #expect((imports - 40.0 / 9).magnitude < 1e-12)
    let finding = try evaluate("trade.ratio a=CHN b=USA over=RUS year=2001")
    #expect(finding.percentiles.first?.classSize == 2, "China and Germany trade with both")
    #expect(finding.percentiles.last?.classSize == 2, "2000 and 2001")
    #expect(try evaluate("trade.ratio a=CHN b=USA over=INS year=2001").result.reason?.kind == .undefined)
  }
}
