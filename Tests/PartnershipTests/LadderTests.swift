import Evidence
import Testing

@testable import Partnership

struct LadderTests {
  private let thresholds = Ladder.Thresholds()

  private func votes(_ value: Double, n: Int, low: Double, high: Double) -> RungStatus {
    let finding = Finding(
      MeasureRequest("votes.agreement"), panel: .convergence, unit: .share,
      result: ScriptedEvaluator.value(value, n: n),
      percentiles: [Percentile(comparison: "all", value: (low + high) / 2, low: low, high: high, classSize: 100)])
    return RungResult.votes(.opposed, finding, supporting: [], thresholds).status
  }

  @Test func voteRungsReadThePercentile() {
    #expect(votes(0.8, n: 40, low: 0.6, high: 0.9) == .holds)
    #expect(votes(0.8, n: 40, low: 0.4, high: 0.9) == .indistinct)
    #expect(votes(0.8, n: 40, low: 0.1, high: 0.45) == .below)
    #expect(votes(0.8, n: 9, low: 0.6, high: 0.9) == .undecided)
  }

  private func joined(_ k: Int, of n: Int, base: Double, pact: Double?) -> RungStatus {
    let rate = Double(k) / Double(n)
    let benchmarks =
      [Finding.Benchmark(label: "any state", value: base, n: 1000)]
      + (pact.map { [Finding.Benchmark(label: "states that owed defense joined", value: $0, n: 100)] } ?? [])
    let finding = Finding(
      MeasureRequest("disputes.joined"), panel: .conduct, unit: .share, result: ScriptedEvaluator.value(rate, n: n),
      benchmarks: benchmarks)
    return RungResult.joining(.coerced, finding, supporting: [], thresholds).status
  }

  @Test func disputeRungsReadTheBaseRates() {
    #expect(joined(8, of: 11, base: 0.01, pact: 0.1) == .holds)
    #expect(joined(0, of: 11, base: 0.01, pact: 0.1) == .indistinct)
    #expect(joined(0, of: 60, base: 0.01, pact: 0.1) == .below)
    #expect(joined(1, of: 2, base: 0.01, pact: 0.1) == .undecided)
  }

  @Test func nothingInstalledIsNoDataOnEveryRung() throws {
    let ladder = Ladder(Requests(try worked()), ScriptedEvaluator.nothing)
    #expect(ladder.rungs.map(\.status) == Array(repeating: .noData, count: 6))
    #expect(ladder.rungs.map(\.rung) == Rung.allCases)
    #expect(ladder.rungs.allSatisfy { $0.reading == "nothing installed" })
  }
}
