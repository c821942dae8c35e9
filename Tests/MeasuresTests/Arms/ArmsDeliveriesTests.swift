import Evidence
import Record
import Testing

@testable import Measures

struct ArmsDeliveriesTests {
  @Test func sumsAndZeros() throws {
    let evaluate = try SmallArms.evaluator()
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=2001").value == 75)
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=1999-2001").value == 225)
    #expect(try evaluate("arms.deliveries from=USA to=CHN years=2001").value == 0, "no row is no delivery")
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=2001").percentiles.first?.classSize == 3)
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=2000-2001").percentiles.last?.classSize == 50)
  }

  @Test func coverage() throws {
    let evaluate = try SmallArms.evaluator()
    #expect(try evaluate("arms.deliveries from=RUS to=CHN years=1949").result.reason?.kind == .outsideYears)
    #expect(try evaluate("arms.deliveries from=265 to=CHN years=2001").result.reason?.kind == .notMember)
    let partly = try evaluate("arms.deliveries from=RUS to=CHN years=2000-2030")
    #expect(partly.value == 165)
    #expect(partly.notes == ["sipri-arms 1.0 covers 2000-2021 of the years asked about"])
    #expect(
      try RecordEvaluator(Record())("arms.deliveries from=RUS to=CHN years=2001").result.reason?.kind == .notInstalled)
  }
}
