import Evidence
import Record
import Testing

@testable import Measures

struct TradeShareTests {
  @Test func ofTheStatesTrade() throws {
    let evaluate = try SmallTrade.evaluator()
    let ofChina = try #require(try evaluate("trade.share of=RUS for=CHN year=2001").value)
    #expect((ofChina - 15.0 / (160 + 25 + 15 + 0 + 27)).magnitude < 1e-12)
    let ofRussia = try #require(try evaluate("trade.share of=CHN for=RUS year=2001").value)
    #expect((ofRussia - 15.0 / (30 + 17 + 15)).magnitude < 1e-12)
    #expect(try evaluate("trade.share of=RUS for=CHN year=2001").notes.count == 2)
  }

  @Test("the shares of a state's partners add up to one where nothing is missing", arguments: UInt64(1)...5)
  func adding(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let states: [UInt16] = [2, 200, 220, 365, 710, 740]
    var rows: [(Int, UInt16, UInt16, Double, Double)] = []
    for a in states {
      for b in states where a < b {
        rows.append(
          (2001, a, b, Double.random(in: 0...100, using: &generator), Double.random(in: 0...100, using: &generator)))
      }
    }
    let evaluate = RecordEvaluator(try HandMade.trade(rows))
    for state in states {
      let shares = try states.filter { $0 != state }.compactMap {
        try evaluate("trade.share of=\($0) for=\(state) year=2001").value
      }
      #expect(shares.count == 5)
      #expect((shares.reduce(0, +) - 1).magnitude < 1e-12, "\(state)")
      let ranks = try states.filter { $0 != state }.compactMap {
        try evaluate("trade.rank of=\($0) for=\(state) year=2001").value
      }
      #expect(ranks.sorted() == [1, 2, 3, 4, 5], "\(state)")
    }
  }
}
