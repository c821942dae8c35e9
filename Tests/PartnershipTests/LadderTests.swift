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
    return RungResult.votes(.opposed, finding, untested, supporting: [], thresholds).status
  }

  private var untested: Finding { ScriptedEvaluator.nothing.finding(for: MeasureRequest("votes.coordination")) }

  private func coordinated(
    _ value: Double, _ low: Double, _ high: Double, n: Int = 100, place: Double = 0.9
  ) -> RungResult {
    let agreement = Finding(
      MeasureRequest("votes.agreement"), panel: .convergence, unit: .share, result: ScriptedEvaluator.value(0.7, n: n))
    let test = Finding(
      MeasureRequest("votes.coordination"), panel: .convergence, unit: .points,
      result: .covered(
        Estimate(value, interval: Interval(low, high, level: 0.95), n: n, method: "scripted", sources: [])),
      percentiles: [Percentile(comparison: "all", value: place, low: place, high: place, classSize: 100)])
    return RungResult.votes(.opposed, agreement, test, supporting: [], thresholds)
  }

  @Test func coordinationDecidesWhereItIsKnown() {
    #expect(coordinated(0.13, 0.08, 0.18).status == .holds)
    #expect(coordinated(0.13, 0.08, 0.18, place: 0.3).status == .indistinct)
    #expect(coordinated(-0.05, -0.12, 0.01).status == .indistinct)
    #expect(coordinated(-0.05, -0.09, -0.01).status == .below)
    #expect(coordinated(0.13, 0.08, 0.18, n: 9).status == .undecided)
    let result = coordinated(-0.053, -0.117, 0.011)
    #expect(result.reading.hasPrefix("coordination −5.3 points (−11.7 to +1.1): like-mindedness is enough"))
    #expect(abs((result.comparison ?? 0) - 0.753) < 1e-12)
    #expect(result.supporting.first?.request.measure == "votes.coordination")
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
