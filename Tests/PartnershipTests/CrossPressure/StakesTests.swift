import Evidence
import StateSystem
import Testing

@testable import Partnership

struct StakesTests {
  /// Imports differ by who records them: the range holds all three ratios, and exchanging the partners turns the symmetry round.
  @Test func theRangeHoldsEveryRecording() throws {
    let flows: [String: Double] = [
      "CHN<USA": 20, "USA<CHN": 100, "CHN<RUS": 10, "RUS<CHN": 5, "RUS<USA": 3, "USA<RUS": 6,
    ]
    func evaluator() -> ScriptedEvaluator {
      ScriptedEvaluator { request in
        func plain(_ value: Double) -> Covered<Estimate> {
          .covered(Estimate(value, method: "scripted", sources: []))
        }
        switch request.measure {
        case "trade.imports":
          return flows["\(request["of"] ?? "")<\(request["from"] ?? "")"].map(plain)
            ?? .notCovered(Reason(.missing, "no flow"))
        case "trade.total":
          let (a, b) = (request["a"] ?? "", request["b"] ?? "")
          return plain((flows["\(a)<\(b)"] ?? 0) + (flows["\(b)<\(a)"] ?? 0))
        default: return .notCovered(Reason(.notInstalled, "not scripted"))
        }
      }
    }
    let stakes = Stakes(try worked(), evaluator: evaluator())
    let china = try #require(stakes.rows.first { $0.partner == 710 && $0.stake == "total trade" })
    // Own records 20 over 10, partners' records 100 over 5, both 120 over 15.
    #expect(china.ratio == 8)
    let range = try #require(china.recordings)
    #expect(range.low == 2 && range.high == 20)
    let russia = try #require(stakes.rows.first { $0.partner == 365 && $0.stake == "total trade" })
    #expect(russia.ratio == 0.6)
    let symmetry = try #require(stakes.symmetry)
    let turned = Stakes(
      try Question(365, 710, third: 2, asOf: try #require(Day("2002-09-02"))), evaluator: evaluator())
    #expect(abs(symmetry + (try #require(turned.symmetry))) < 1e-12)
    let span = try #require(stakes.symmetryRecordings)
    #expect(span.low < symmetry && symmetry < span.high)
    // What is not covered has no ratio, and the reason stays.
    let arms = try #require(stakes.rows.first { $0.stake == "share of imported arms" })
    #expect(arms.ratio == nil && arms.withThird.result.reason?.kind == .notInstalled)
  }
}
