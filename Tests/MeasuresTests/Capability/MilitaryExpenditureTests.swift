import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

struct MilitaryExpenditureTests {
  @Test func valueShareAndPounds() throws {
    let evaluate = try SmallPowers.evaluator()
    #expect(try evaluate("capability.milex of=USA year=2001").value == 310_000)
    let share = try evaluate("capability.milex of=USA year=2001 as=share")
    #expect(share.unit == .share)
    #expect((try #require(share.value) - 310.0 / 410).magnitude < 1e-12)
    #expect(share.estimate?.n == 3)
    #expect(share.percentiles.last?.classSize == 3)
    #expect(try evaluate("capability.milex of=USA year=2001").percentiles.last?.classSize == 2, "dollars only")
    #expect(try evaluate("capability.milex of=USA year=1913").result.reason?.kind == .undefined)
    #expect(
      (try #require(try evaluate("capability.milex of=USA year=1913 as=share").value) - 2.0 / 3).magnitude < 1e-12)
    #expect(try evaluate("capability.milex of=UKG year=2001").result.reason?.kind == .missing)
  }
}
