import Evidence
import Record
import Testing

@testable import Measures

struct TradeSymmetryTests {
  @Test("antisymmetric, 0 for equals, and the magnitude has a place")
  func laws() throws {
    let evaluate = try SmallTrade.evaluator()
    let one = try evaluate("trade.symmetry a=CHN b=RUS third=USA year=2001")
    let other = try evaluate("trade.symmetry a=RUS b=CHN third=USA year=2001")
    let value = try #require(one.value)
    #expect((value - 1.6739764335716716).magnitude < 1e-12, "ln(160 / 30)")
    #expect((value + (try #require(other.value))).magnitude < 1e-12)
    #expect(one.percentiles.first?.value == other.percentiles.first?.value)
    #expect(one.percentiles.first?.classSize == 6, "pairs of four partners")
  }
}
