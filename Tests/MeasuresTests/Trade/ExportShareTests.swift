import Evidence
import Record
import Testing

@testable import Measures

struct ExportShareTests {
  @Test func bothBases() throws {
    let evaluate = try SmallTrade.evaluator()
    let partners = try #require(try evaluate("trade.exportShare of=USA for=CHN year=2001").value)
    #expect((partners - 120.0 / (120 + 25 + 6 + 0 + 20)).magnitude < 1e-12)
    let mixed = try evaluate("trade.exportShare of=USA for=CHN year=2001 basis=mixed")
    #expect(mixed.value == 0.75)
    #expect(mixed.estimate?.method.contains("two reporters") == true)
    #expect(mixed.estimate?.sources.count == 2)
    #expect(try evaluate("trade.exportShare of=USA for=CHN year=2000 basis=mixed").result.reason?.kind == .missing)
    let bilateral = RecordEvaluator(try HandMade.trade([(2001, 2, 710, 1, 2)]))
    #expect(
      try bilateral("trade.exportShare of=USA for=CHN year=2001 basis=mixed").result.reason?.kind == .notInstalled)
  }
}
