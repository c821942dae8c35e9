import Evidence
import Record
import Testing

@testable import Measures

struct TradeGDPShareTests {
  /// The small world of trade with output: China 1000 dollars a head and 200 thousand people, the United States without population.
  private static func evaluator() throws -> RecordEvaluator {
    var record = try SmallTrade.record.get()
    record.currentEconomies = Sourced(
      try CurrentEconomies(
        columns: ColumnSet([
          ("state", .uint16([2, 365, 710, 710])), ("year", .int16([2001, 2001, 2000, 2001])),
          ("gdp_per_head", .float64([40_000, 2_000, 900, 1_000])),
        ])), vintage: HandMade.vintage("wdi-gdp"), years: 1960...2024)
    let none = Column.float64([.nan, .nan, .nan])
    record.capabilities = Sourced(
      try Capabilities(
        columns: ColumnSet([
          ("state", .uint16([365, 710, 710])), ("year", .int16([2001, 2000, 2001])), ("milex", none), ("milper", none),
          ("irst", none), ("pec", none), ("tpop", .float64([100, 200, 200])), ("upop", none), ("cinc", none),
        ])), vintage: HandMade.vintage("cow-nmc", "7.0"), years: 1816...2022)
    return RecordEvaluator(record)
  }

  @Test func tradeOverOutput() throws {
    let evaluate = try Self.evaluator()
    let finding = try evaluate("trade.gdpShare of=USA for=CHN year=2001")
    // 120 + 40 million over 1000 dollars times 200 thousand heads.
    #expect(finding.value == 0.8)
    #expect(try evaluate("trade.gdpShare of=RUS for=CHN year=2001").value == 15.0 / 200)
    #expect(try evaluate("trade.gdpShare of=CHN for=RUS year=2001").value == 15.0 / 200)
    #expect(finding.percentiles.count == 2)
    #expect(finding.percentiles.last?.classSize == 2)
    #expect(finding.estimate?.sources.map(\.dataset).contains("wdi-gdp") == true)
  }

  @Test func coverage() throws {
    let evaluate = try Self.evaluator()
    #expect(try evaluate("trade.gdpShare of=CHN for=USA year=2001").result.reason?.kind == .missing)
    #expect(try evaluate("trade.gdpShare of=CHN for=RUS year=2000").result.reason?.kind == .missing)
    let without = RecordEvaluator(try SmallTrade.record.get())
    #expect(try without("trade.gdpShare of=RUS for=CHN year=2001").result.reason?.kind == .notInstalled)
  }
}
