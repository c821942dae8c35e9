import Evidence
import Record
import Testing

@testable import Measures

struct WorldTradeRankTests {
  @Test func byFlow() throws {
    let evaluate = try SmallTrade.evaluator()
    #expect(try evaluate("trade.worldRank of=CHN year=2001").value == 2)
    #expect(try evaluate("trade.worldRank of=RUS year=2001 flow=exports").value == 4)
    #expect(try evaluate("trade.worldRank of=RUS year=2001").estimate?.n == 3)
    #expect(try evaluate("trade.worldRank of=GMY year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.worldRank of=GMY year=2001 flow=exports").value == 3)
    #expect(try evaluate("trade.worldRank of=USA year=2001").items.first?.detail == "rank 1: 550 million")
  }
}
