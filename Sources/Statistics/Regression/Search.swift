/// The search for the maximum of a likelihood.
struct Search {
  let family: RegressionFamily
  let outcome: [Double]
  let offset: [Double]?
  let pass: CrossProductPass
  let workers: Int
  private(set) var gamma: [Double]
  private(set) var point: (kernel: Double, gradient: [Double], information: SquareMatrix)
  private(set) var state: RowState
  private(set) var iterations = 0
  var warnings: [RegressionWarning] = []

  private static let mostHalvings = 12

  init(
    _ family: RegressionFamily, _ outcome: [Double], _ design: DesignMatrix, _ offset: [Double]?, workers: Int
  ) throws(RegressionError) {
    self.family = family
    self.outcome = outcome
    self.offset = offset
    self.workers = workers
    let standardisation = try Standardisation(design, workers: workers)
    pass = CrossProductPass(design, standardisation)
    gamma = Array(repeating: 0, count: design.columns)
    state = RowState(rows: design.rows)
    if let intercept = standardisation.intercept {
      let mean: Double = RegressionFamily.sum(outcome, workers) { $0 } / Double(design.rows)
      let shift: Double = offset.map { $0.reduce(0, +) / Double(design.rows) } ?? 0
      let sign: Double = design[0, intercept] < 0 ? -1 : 1
      gamma[intercept] = sign * (family.link(mean) - shift)
    }
    if let near = SampleStart.coefficients(family, outcome, design, offset, workers: workers) {
      let null = family.kernelOfMean(outcome, workers)
      let first = pass.standardisation.standardised(near)
      point = pass.evaluate(family, first, outcome: outcome, offset: offset, state: &state, workers: workers)
      if point.kernel.isFinite, point.kernel >= null {
        gamma = first
        return
      }
    }
    point = pass.evaluate(
      family, gamma, outcome: outcome, offset: offset, state: &state, workers: workers)
  }

  /// Starts again from coefficients of the design.
  mutating func start(at beta: [Double]) {
    gamma = pass.standardisation.standardised(beta)
    point = pass.evaluate(family, gamma, outcome: outcome, offset: offset, state: &state, workers: workers)
  }

  /// Columns that are combinations of columns before them, or constant to rounding besides the intercept.
  var dependentColumns: Set<Int> {
    var dropped = point.information.dependentColumns(tolerance: Regression.collinearity)
    let standardisation = pass.standardisation
    for j in gamma.indices where j != standardisation.intercept {
      if standardisation.scales[j] <= 1e-12 * abs(standardisation.centres[j]) { dropped.insert(j) }
    }
    return dropped
  }

  mutating func run() throws(RegressionError) {
    var step: [Double] = []
    var decrement = Double.infinity
    while iterations < Regression.mostIterations {
      guard let next = newtonStep() else { break }
      iterations += 1
      step = next
      decrement = zip(step, point.gradient).reduce(0.0) { $0 + $1.0 * $1.1 }
      if decrement < family.smallestDecrement * scale {
        for j in gamma.indices { gamma[j] += step[j] }
        return
      }
      guard advance(step) else { break }
    }
    // A likelihood that has no maximum: the linear predictors of rows already predicted go on moving.
    let moving = step.isEmpty || family == .gaussian ? 0 : movingRows(step)
    if moving > 0 {
      let largest = step.map(abs).max() ?? 0
      let columns = step.indices.filter { $0 != pass.standardisation.intercept && abs(step[$0]) > 0.1 * largest }
      warnings.append(.separation(columns: columns.map { pass.design.names[$0] }, rows: moving))
    } else if step.isEmpty {
      throw .singular
    } else if decrement > 1e-10 * scale {
      warnings.append(.notConverged(iterations: iterations, decrement: decrement))
    }
  }

  /// The decrement is in units of squared standard errors; those of `gaussian` need the error variance.
  private var scale: Double { family == .gaussian ? max(-2 * point.kernel / Double(outcome.count), 1e-300) : 1 }

  private func newtonStep() -> [Double]? {
    var solver = Cholesky(size: gamma.count)
    guard point.gradient.allSatisfy(\.isFinite), solver.factor(point.information.cells) != nil else { return nil }
    return solver.solve(point.gradient)
  }

  /// Takes the step, halved until the likelihood does not fall; `false` if it always falls.
  private mutating func advance(_ step: [Double]) -> Bool {
    let slack: Double = 1e-12 * abs(point.kernel)
    var factor = 1.0
    for _ in 0..<Self.mostHalvings {
      let trial = gamma.indices.map { gamma[$0] + factor * step[$0] }
      let next = pass.evaluate(
        family, trial, outcome: outcome, offset: offset, state: &state, workers: workers)
      if next.kernel.isFinite, next.kernel >= point.kernel - slack {
        gamma = trial
        point = next
        return true
      }
      factor /= 2
    }
    point = pass.evaluate(family, gamma, outcome: outcome, offset: offset, state: &state, workers: workers)
    return false
  }

  private func movingRows(_ step: [Double]) -> Int {
    (0..<outcome.count).count { i in
      guard abs(state.scores[i]) < 1e-4 else { return false }
      let z = pass.row(i)
      return abs(zip(z, step).reduce(0.0) { $0 + $1.0 * $1.1 }) > 0.1
    }
  }

  /// What was found, in the coordinates of the design.
  func fit(kept: [Int], nullLogLikelihood: Double) -> RegressionFit {
    let n = outcome.count
    let k = gamma.count
    let dispersion: Double = family == .gaussian ? -2 * point.kernel / Double(n - k) : 1
    return RegressionFit(
      family: family, names: pass.design.names, kept: kept,
      coefficients: pass.standardisation.coefficients(gamma), rows: n,
      logLikelihood: family.logLikelihood(kernel: point.kernel, outcome: outcome, workers: workers),
      nullLogLikelihood: nullLogLikelihood, dispersion: dispersion, iterations: iterations, warnings: warnings,
      linearPredictors: state.predictors, scores: state.scores, weights: state.weights, design: pass.design,
      standardisation: pass.standardisation, bread: point.information.inverse ?? SquareMatrix(k), workers: workers)
  }
}
