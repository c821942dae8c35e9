import Evidence
import StateSystem

@testable import Partnership

/// Answers every request of a measure with a value chosen by the request.
struct ScriptedEvaluator: Evaluator {
  let answer: @Sendable (MeasureRequest) -> Covered<Estimate>
  var percentiles: @Sendable (MeasureRequest) -> [Percentile] = { _ in [] }
  var benchmarks: [Finding.Benchmark] = []

  func finding(for request: MeasureRequest) -> Finding {
    Finding(
      request, panel: .conduct, unit: .share, result: answer(request), percentiles: percentiles(request),
      benchmarks: benchmarks)
  }

  static func value(_ value: Double, n: Int = 50) -> Covered<Estimate> {
    .covered(
      Estimate(
        value, interval: .wilson(mean: min(max(value, 0), 1), n: n), n: n, method: "scripted",
        sources: [Source(dataset: "test", version: "1", rows: "all")]))
  }

  static let nothing = ScriptedEvaluator { _ in .notCovered(Reason(.notInstalled, "nothing installed")) }
}

/// China and Russia against the United States.
func worked(_ asOf: String = "2002-09-02", years: Int = 5) throws -> Question {
  try Question(710, 365, third: 2, asOf: Day(asOf) ?? Day(number: 0), windowYears: years)
}
