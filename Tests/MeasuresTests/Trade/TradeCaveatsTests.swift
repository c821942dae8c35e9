import Evidence
import Testing

@testable import Measures

struct TradeCaveatsTests {
  @Test func hongKong() {
    let vintage = HandMade.vintage("cow-trade", "4.0")
    #expect(TradeCaveats.notes([710, 2], 1998...1998, vintage: vintage).isEmpty)
    #expect(TradeCaveats.notes([365, 2], 2001...2001, vintage: vintage).isEmpty)
    #expect(TradeCaveats.notes([710, 2], 2001...2001, vintage: vintage).count == 1)
    #expect(TradeCaveats.notes([710, 2], 1998...1999, vintage: vintage).count == 2)
  }
}
