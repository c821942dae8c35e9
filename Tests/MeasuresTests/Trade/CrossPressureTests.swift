import Evidence
import Record
import Testing

@testable import Measures

struct CrossPressureTests {
  @Test func bothEndsAndTheirSymmetry() throws {
    let evaluate = try SmallTrade.evaluator()
    let a = try #require(try evaluate("trade.crossPressure a=CHN b=RUS third=USA year=2001").value)
    let b = try #require(try evaluate("trade.crossPressure a=RUS b=CHN third=USA year=2001").value)
    #expect((a - 160.0 / 15).magnitude < 1e-12)
    #expect((b - 30.0 / 15).magnitude < 1e-12)
    #expect(throws: ArgumentError.self) { try evaluate("trade.crossPressure a=CHN b=RUS third=RUS year=2001") }
  }
}
