import Evidence
import Record
import Testing

@testable import Measures

struct ArmsDependenceTests {
  @Test func sumOfSquaredShares() throws {
    let evaluate = try SmallArms.evaluator()
    #expect(try evaluate("arms.dependence to=CHN years=2001").value == 0.625)
    #expect(try evaluate("arms.dependence to=UKG years=2001").value == 1)
    #expect(try evaluate("arms.dependence to=IND years=2001").result.reason?.kind == .undefined)
    let place = try #require(try evaluate("arms.dependence to=CHN years=2001").percentiles.last)
    #expect(place.classSize == 3 && place.value == 0.5 / 3, "1999: 1, 2000: .82")
  }
}
