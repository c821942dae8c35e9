/// A proportional hazards model of one cause, with covariates that may change over time.
///
/// Formula: λ(t | x) = λ₀(t) exp(xβ); β maximises the partial likelihood, ties by Efron's or Breslow's method. Events of other causes are
/// censoring, so the hazard is cause-specific.
/// Direction: a positive coefficient shortens the time to the event.
/// Missing: rows with missing values must have been dropped. Complexity: O(n k²) a pass after sorting, about 6 passes.
/// Source: Cox (1972), doi:10.1111/j.2517-6161.1972.tb00899.x; Andersen and Gill (1982), doi:10.1214/aos/1176345976; causes:
/// Prentice et al. (1978), doi:10.2307/2530374.
/// Not for: the probability of a cause, which depends on all causes (`predictedIncidence`).
public struct CoxFit: Sendable {
  public let cause: UInt8
  public let ties: TieHandling
  /// Names of the coefficients that were kept.
  public let names: [String]
  /// Positions of the kept columns in the design that was given.
  public let kept: [Int]
  public let coefficients: [Double]
  /// Inverse information.
  public let covariance: SquareMatrix
  public let logLikelihood: Double
  public let nullLogLikelihood: Double
  public let rows: Int
  public let events: Int
  public let iterations: Int
  public let warnings: [RegressionWarning]
  /// xβ of each row, without centring, offset included.
  public let linearPredictors: [Double]
  /// Means of the covariates over the rows.
  public let means: [Double]

  let pass: CoxPass
  let scales: [Double]
  let gamma: [Double]
  let offset: [Double]?
  /// The score at β = 0 and its information, in standardised coordinates.
  let start: (gradient: [Double], information: SquareMatrix)

  private static let mostIterations = 30
  private static let smallestDecrement = 1e-18

  public init(
    _ times: EventTimes, cause: UInt8 = 1, design: DesignMatrix, offset: [Double]? = nil, ties: TieHandling = .efron
  ) throws(SurvivalError) {
    try Self.check(times, design, offset)
    let sets = try RiskSets(times, cause: cause)
    let scaling = Scaling(design)
    guard !scaling.kept.isEmpty else { throw .noColumns }
    let pass = CoxPass(sets: sets, ties: ties, columns: scaling.kept.count, x: scaling.rowMajor)
    var search = CoxSearch(pass, offset: offset)
    start = (search.point.gradient, search.point.information)
    nullLogLikelihood = search.point.logLikelihood
    try search.run(mostIterations: Self.mostIterations, smallestDecrement: Self.smallestDecrement)
    guard let inverse = search.point.information.inverse else { throw .singular }

    self.cause = cause
    self.ties = ties
    self.pass = pass
    self.offset = offset
    kept = scaling.kept
    names = scaling.kept.map { design.names[$0] }
    means = scaling.means
    scales = scaling.scales
    gamma = search.gamma
    rows = times.rows
    events = times.causes.count { $0 == cause }
    iterations = search.iterations
    logLikelihood = search.point.logLikelihood
    let beta = zip(search.gamma, scaling.scales).map { $0 / $1 }
    coefficients = beta
    var covariance = inverse
    for j in beta.indices {
      for k in beta.indices { covariance[j, k] /= scaling.scales[j] * scaling.scales[k] }
    }
    self.covariance = covariance
    let shift = zip(beta, scaling.means).reduce(0.0) { $0 + $1.0 * $1.1 }
    linearPredictors = pass.predictors(search.gamma, offset: offset).map { $0 + shift }
    var warnings = search.warnings(names: scaling.kept.map { design.names[$0] })
    let dropped = (0..<design.columns).filter { !scaling.kept.contains($0) }
    if !dropped.isEmpty { warnings.insert(.collinear(dropped: dropped.map { design.names[$0] }), at: 0) }
    self.warnings = warnings
  }

  private static func check(
    _ times: EventTimes, _ design: DesignMatrix, _ offset: [Double]?
  ) throws(SurvivalError) {
    guard design.columns > 0 else { throw .noColumns }
    guard design.rows == times.rows else {
      throw .lengths(what: "the covariates", found: design.rows, expected: times.rows)
    }
    for j in 0..<design.columns {
      let column = design.column(j)
      if let row = column.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(what: design.names[j], row: row - column.startIndex)
      }
    }
    if let offset {
      guard offset.count == times.rows else {
        throw .lengths(what: "the offset", found: offset.count, expected: times.rows)
      }
      if let row = offset.firstIndex(where: { !$0.isFinite }) { throw .notFinite(what: "the offset", row: row) }
    }
  }

  /// Square roots of the variances.
  public var errors: [Double] { covariance.diagonal.map { $0.squareRoot() } }

  /// Likelihood ratio, score and Wald tests of all coefficients being 0.
  public var tests: (likelihoodRatio: Double, score: Double, wald: Double, freedom: Int) {
    let ratio: Double = 2 * (logLikelihood - nullLogLikelihood)
    let score: Double = start.information.inverse.map { Self.quadratic($0, start.gradient) } ?? .nan
    let wald: Double = Self.quadratic(pass.evaluate(gamma, offset: offset).information, gamma)
    return (ratio, score, wald, names.count)
  }

  static func quadratic(_ a: SquareMatrix, _ x: [Double]) -> Double {
    zip(x, a.times(x)).reduce(0.0) { $0 + $1.0 * $1.1 }
  }

  /// Covariates centred and scaled, without those that are combinations of others.
  private struct Scaling {
    let kept: [Int]
    let means: [Double]
    let scales: [Double]
    let rowMajor: [Double]

    init(_ design: DesignMatrix) {
      let n = Double(design.rows)
      var means: [Double] = []
      var scales: [Double] = []
      for j in 0..<design.columns {
        let mean: Double = design.column(j).reduce(0, +) / n
        let square: Double = design.column(j).reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
        let root = (square / n).squareRoot()
        means.append(mean)
        scales.append(root > 1e-12 * abs(mean) ? root : 0)
      }
      var gram = SquareMatrix(design.columns)
      for j in 0..<design.columns where scales[j] > 0 {
        for k in 0...j where scales[k] > 0 {
          var total = 0.0
          for i in 0..<design.rows {
            let a: Double = (design[i, j] - means[j]) / scales[j]
            let b: Double = (design[i, k] - means[k]) / scales[k]
            total += a * b
          }
          gram[j, k] = total
          gram[k, j] = total
        }
      }
      let dropped = gram.dependentColumns(tolerance: Regression.collinearity)
      let kept = (0..<design.columns).filter { !dropped.contains($0) }
      self.kept = kept
      self.means = kept.map { means[$0] }
      self.scales = kept.map { scales[$0] }
      var cells: [Double] = []
      cells.reserveCapacity(kept.count * design.rows)
      for i in 0..<design.rows { for j in kept { cells.append((design[i, j] - means[j]) / scales[j]) } }
      rowMajor = cells
    }
  }
}

/// Newton's method on the partial likelihood, with halved steps.
private struct CoxSearch {
  let pass: CoxPass
  let offset: [Double]?
  var gamma: [Double]
  var point: (logLikelihood: Double, gradient: [Double], information: SquareMatrix)
  var iterations = 0
  private var lastStep: [Double] = []
  private var decrement = Double.infinity
  private var converged = false

  init(_ pass: CoxPass, offset: [Double]?) {
    self.pass = pass
    self.offset = offset
    gamma = Array(repeating: 0, count: pass.columns)
    point = pass.evaluate(gamma, offset: offset)
  }

  mutating func run(mostIterations: Int, smallestDecrement: Double) throws(SurvivalError) {
    while iterations < mostIterations {
      var solver = Cholesky(size: gamma.count)
      guard solver.factor(point.information.cells) != nil else {
        if iterations == 0 { throw .singular }
        return
      }
      iterations += 1
      lastStep = solver.solve(point.gradient)
      decrement = zip(lastStep, point.gradient).reduce(0.0) { $0 + $1.0 * $1.1 }
      let isLast = decrement < smallestDecrement
      var factor = 1.0
      var moved = false
      for _ in 0..<12 where !moved {
        let trial = gamma.indices.map { gamma[$0] + factor * lastStep[$0] }
        let next = pass.evaluate(trial, offset: offset)
        if next.logLikelihood.isFinite,
          next.logLikelihood >= point.logLikelihood - 1e-12 * abs(point.logLikelihood)
        {
          gamma = trial
          point = next
          moved = true
        }
        factor /= 2
      }
      if isLast || !moved {
        converged = decrement < 1e-10
        return
      }
    }
  }

  func warnings(names: [String]) -> [RegressionWarning] {
    if converged { return [] }
    let largest = lastStep.map(abs).max() ?? 0
    guard largest > 0.05 else { return [.notConverged(iterations: iterations, decrement: decrement)] }
    let columns = names.indices.filter { abs(lastStep[$0]) > 0.1 * largest }
    return [.separation(columns: columns.map { names[$0] }, rows: pass.sets.times.rows)]
  }
}
