import Evidence
import Record
import Testing

@testable import Measures

struct TradeRankTests {
  @Test func byTotal() throws {
    let evaluate = try SmallTrade.evaluator()
    func rank(_ of: String, _ state: String, _ blocs: String = "none") throws -> Double? {
      try evaluate("trade.rank of=\(of) for=\(state) year=2001 blocs=\(blocs)").value
    }
    #expect(try rank("CHN", "USA") == 1)
    #expect(try rank("GMY", "USA") == 2)
    #expect(try rank("RUS", "USA") == 3)
    #expect(try rank("RUS", "CHN") == 4, "after the United States, Malaysia 27 and Germany's recorded 25")
    let finding = try evaluate("trade.rank of=RUS for=CHN year=2001")
    #expect(finding.estimate?.n == 5)
    #expect(finding.notes.contains { $0.hasPrefix("1 missing flows of China") })
    #expect(finding.items.map(\.id) == ["2", "820", "255", "365", "850"])
  }

  @Test func blocs() throws {
    let evaluate = try SmallTrade.evaluator()
    let finding = try evaluate("trade.rank of=INS for=CHN year=2001 blocs=eu15-asean")
    #expect(finding.value == 2, "Indonesia 0 and Malaysia 27 are one partner")
    #expect(finding.estimate?.n == 4)
    #expect(finding.notes.contains { $0.contains("is counted in ASEAN") })
    #expect(throws: ArgumentError.self) { try evaluate("trade.rank of=INS for=CHN year=2001 blocs=brics") }
  }

  @Test("the pair's own missing side is not covered") func missing() throws {
    let finding = try SmallTrade.evaluator()("trade.rank of=GMY for=CHN year=2001")
    #expect(finding.result.reason?.kind == .missing)
  }
}
