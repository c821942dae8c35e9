import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

struct GrossDomesticProductTests {
  @Test func valueAndShare() throws {
    let evaluate = try SmallPowers.evaluator()
    #expect(try evaluate("capability.gdp of=CHN year=2001").value == 5_000_000)
    #expect(try evaluate("capability.gdp of=CHN year=2001").unit == .constantUSDMillion)
    #expect((try #require(try evaluate("capability.gdp of=CHN year=2001 as=share").value) - 5.0 / 17).magnitude < 1e-12)
  }
}
