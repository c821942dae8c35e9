import Statistics

/// The hazard models of all causes reduced to what a forecast needs: coefficients, and the steps of the baseline hazards in time.
struct DurabilityBaseline {
  private struct Step {
    let time: Double
    let cause: Int
    let hazard: Double
  }

  /// By cause, one coefficient a covariate; 0 where the model dropped it.
  private let coefficients: [[Double]]
  private let steps: [Step]

  /// The share ended in each way by an age, and the share left.
  struct Shares {
    var causes: [Double]
    var surviving: Double
  }

  init(_ models: [CoxFit]) throws(SurvivalError) {
    var steps: [Step] = []
    var coefficients: [[Double]] = []
    for (cause, fit) in models.enumerated() {
      var own = [Double](repeating: 0, count: DurabilityCovariate.allCases.count)
      for (j, column) in fit.kept.enumerated() { own[column] = fit.coefficients[j] }
      coefficients.append(own)
      let curve = try fit.survival(fit.kept.map { _ in 0 })
      var before = 0.0
      for (time, hazard) in zip(curve.times, curve.cumulativeHazard) {
        if hazard > before { steps.append(Step(time: time, cause: cause, hazard: hazard - before)) }
        before = hazard
      }
    }
    self.coefficients = coefficients
    self.steps = steps.sorted { ($0.time, $0.cause) < ($1.time, $1.cause) }
  }

  /// Shares at ages in ascending order, given survival to `age`; between times the hazards of the causes compete.
  func shares(_ x: [Double], after age: Double, at ages: [Double]) -> [Shares] {
    let risks = coefficients.map { b in exponential(zip(b, x).reduce(0) { $0 + $1.0 * $1.1 }) }
    var now = Shares(causes: coefficients.map { _ in 0 }, surviving: 1)
    var out: [Shares] = []
    var at = 0
    for end in ages {
      while at < steps.count, steps[at].time <= end {
        let time = steps[at].time
        var hazards = coefficients.map { _ in 0.0 }
        while at < steps.count, steps[at].time == time {
          hazards[steps[at].cause] += steps[at].hazard * risks[steps[at].cause]
          at += 1
        }
        guard time > age else { continue }
        let total = hazards.reduce(0, +)
        let leaving: Double = -now.surviving * exponentialM1(-total)
        for cause in hazards.indices where total > 0 { now.causes[cause] += leaving * hazards[cause] / total }
        now.surviving *= exponential(-total)
      }
      out.append(now)
    }
    return out
  }
}
