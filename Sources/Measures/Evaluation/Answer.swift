import Evidence

/// Why a measure has no value: thrown inside an evaluation, printed as the result of the finding.
struct NotCovered: Error {
  let reason: Reason

  init(_ reason: Reason) { self.reason = reason }
  init(_ kind: Reason.Kind, _ detail: String) { reason = Reason(kind, detail) }
}

/// What a measure found, before it is joined with its request.
struct Answer {
  var estimate: Estimate
  /// Comparison classes in the order in which the percentiles are to be printed; those without a place are left out.
  var classes: [ComparisonClass?] = []
  /// Places of another figure than the estimate, such as the agreement behind a rank.
  var percentiles: [Percentile?] = []
  var items: [Finding.Item] = []
  var distribution: Distribution?
  var benchmarks: [Finding.Benchmark] = []
  var notes: [String] = []
}

extension Arguments {
  /// The finding of an evaluation.
  func finding(
    _ panel: Panel, _ unit: Unit, notes: [String] = [], _ evaluate: () throws(NotCovered) -> Answer
  ) -> Finding {
    do throws(NotCovered) {
      let answer = try evaluate()
      return Finding(
        request, panel: panel, unit: unit, result: .covered(answer.estimate),
        percentiles: answer.classes.compactMap { $0?.place(answer.estimate) } + answer.percentiles.compactMap { $0 },
        items: answer.items,
        distribution: answer.distribution, benchmarks: answer.benchmarks, notes: notes + answer.notes)
    } catch {
      return Finding(request, panel: panel, unit: unit, result: .notCovered(error.reason), notes: notes)
    }
  }
}
