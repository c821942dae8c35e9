import Evidence
import Testing

@testable import Measures

struct GDPPerHeadProductTests {
  @Test func shareByDefault() throws {
    let evaluate = try SmallPowers.evaluator()
    let product = try evaluate("capability.gdpPerHeadProduct of=CHN year=2001")
    #expect(product.unit == .share)
    #expect((try #require(product.value) - 20.0 / 420).magnitude < 1e-12)
    #expect(try evaluate("capability.gdpPerHeadProduct of=CHN year=2001 as=value").value == 20_000)
    #expect(try evaluate("capability.gdpPerHeadProduct of=RUS year=2001").result.reason?.kind == .missing)
  }
}
