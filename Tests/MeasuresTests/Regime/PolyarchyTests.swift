import Evidence
import Record
import Testing

@testable import Measures

struct PolyarchyTests {
  @Test func scores() throws {
    let evaluate = try SmallRegimes.evaluator()
    #expect(try evaluate("regime.polyarchy of=RUS year=2001").value == 0.38)
    #expect(try evaluate("regime.polyarchy of=RUS year=2001").percentiles.first?.value == 0.5)
    #expect(try evaluate("regime.polyarchy of=UKG year=2001").result.reason?.kind == .missing)
    #expect(try RecordEvaluator(Record())("regime.polyarchy of=CHN year=2001").result.reason?.kind == .notInstalled)
  }
}
