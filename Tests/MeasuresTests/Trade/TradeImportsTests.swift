import Evidence
import Record
import Testing

@testable import Measures

struct TradeImportsTests {
  @Test func oneSide() throws {
    let evaluate = try SmallTrade.evaluator()
    #expect(try evaluate("trade.imports of=CHN from=RUS year=2001").value == 9)
    #expect(try evaluate("trade.imports of=RUS from=CHN year=2001").value == 6)
    #expect(try evaluate("trade.imports of=GMY from=CHN year=2001").value == 25)
    #expect(try evaluate("trade.imports of=CHN from=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.imports of=CHN from=RUS year=2001").percentiles.first?.classSize == 17)
  }
}
