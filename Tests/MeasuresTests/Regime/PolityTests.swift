import Evidence
import Record
import Testing

@testable import Measures

struct PolityTests {
  @Test func scores() throws {
    let evaluate = try SmallRegimes.evaluator()
    #expect(try evaluate("regime.polity2 of=CHN year=2001").value == -7)
    #expect(try evaluate("regime.polity2 of=UKG year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("regime.polity2 of=CHN year=2021").result.reason?.kind == .outsideYears)
    #expect(try RecordEvaluator(Record())("regime.polity2 of=CHN year=2001").result.reason?.kind == .notInstalled)
  }
}
