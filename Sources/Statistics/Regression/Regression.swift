/// Generalised linear models by Fisher scoring in standardised coordinates.
///
/// Each pass over the rows gives the log-likelihood, its gradient and the expected information; steps are halved while the
/// likelihood falls; the search ends when the Newton decrement is below 1e-16 (1e-20 where scoring is not Newton's method: probit and
/// negative binomial), that is, when the next step is below 1e-8 standard errors, and that step is still taken. R's default stops earlier (`epsilon = 1e-8` on the deviance).
/// Missing: rows with missing values must have been dropped. Complexity: O(n k²) a pass, 5 to 8 passes. Equal bytes on any number
/// of threads.
/// Source: McCullagh and Nelder (1989), Generalized Linear Models, 2.5.
/// Not for: designs with hundreds of columns (fixed effects of every dyad).
public enum Regression {
  static let mostIterations = 25
  /// A column is dropped if less than this share of its (centred) sum of squares is its own.
  static let collinearity = 1e-11

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - offset: added to the linear predictor of each row.
  ///   - workers: 1 for this thread alone, more for all cores.
  public static func fit(
    _ family: RegressionFamily, outcome: [Double], design: DesignMatrix, offset: [Double]? = nil, workers: Int = 2
  ) throws(RegressionError) -> RegressionFit {
    try check(family, outcome, design, offset)
    guard design.columns > 0 else { throw .noColumns }
    guard design.rows > design.columns else { throw .tooFewRows(rows: design.rows, columns: design.columns) }
    var search = try Search(family, outcome, design, offset, workers: workers)
    // The weights are positive, so the first information has the null space of the columns.
    let dropped = search.dependentColumns
    if !dropped.isEmpty {
      let used = design.dropping(dropped)
      guard used.columns > 0 else { throw .noColumns }
      search = try Search(family, outcome, used, offset, workers: workers)
      search.warnings.append(.collinear(dropped: dropped.sorted().map { design.names[$0] }))
    }
    try search.run()
    let null = try nullLogLikelihood(family, outcome, offset, workers: workers)
    return search.fit(kept: (0..<design.columns).filter { !dropped.contains($0) }, nullLogLikelihood: null)
  }

  private static func check(
    _ family: RegressionFamily, _ outcome: [Double], _ design: DesignMatrix, _ offset: [Double]?
  ) throws(RegressionError) {
    guard design.rows > 0 else { throw .noRows }
    guard outcome.count == design.rows else {
      throw .lengths(what: "the outcome", found: outcome.count, expected: design.rows)
    }
    if let offset {
      guard offset.count == design.rows else {
        throw .lengths(what: "the offset", found: offset.count, expected: design.rows)
      }
      if let row = offset.firstIndex(where: { !$0.isFinite }) { throw .notFinite(column: "the offset", row: row) }
    }
    if let row = family.refusal(outcome) { throw .outcome(row: row, value: outcome[row], expected: family.admits) }
    if let first = outcome.first, outcome.allSatisfy({ $0 == first }) { throw .constantOutcome(value: first) }
  }

  /// The log-likelihood of a constant, which has the mean of the outcome, or is searched for where there is an offset.
  private static func nullLogLikelihood(
    _ family: RegressionFamily, _ outcome: [Double], _ offset: [Double]?, workers: Int
  ) throws(RegressionError) -> Double {
    let n = outcome.count
    guard offset != nil else {
      return family.logLikelihood(kernel: family.kernelOfMean(outcome, workers), outcome: outcome, workers: workers)
    }
    guard let ones = DesignMatrix(rows: n, names: ["(Intercept)"], values: [Double](repeating: 1, count: n)) else {
      throw .noColumns
    }
    var search = try Search(family, outcome, ones, offset, workers: workers)
    try search.run()
    return family.logLikelihood(kernel: search.point.kernel, outcome: outcome, workers: workers)
  }
}

extension RegressionFamily {
  /// Where the search ends.
  var smallestDecrement: Double {
    switch self {
    case .gaussian, .logit, .poisson: 1e-16
    case .probit, .negativeBinomial: 1e-20
    }
  }

  /// The log-likelihood without constants where every row has the mean of the outcome.
  func kernelOfMean(_ outcome: [Double], _ workers: Int) -> Double {
    let n = Double(outcome.count)
    let total: Double = Self.sum(outcome, workers) { $0 }
    let mean: Double = total / n
    if self == .gaussian { return -0.5 * Self.sum(outcome, workers) { ($0 - mean) * ($0 - mean) } }
    // Affine in the outcome.
    let eta = link(mean)
    let atZero = kernel(eta, 0)
    return n * atZero + total * (kernel(eta, 1) - atZero)
  }

  private func kernel(_ eta: Double, _ y: Double) -> Double {
    var (score, weight) = (0.0, 0.0)
    return withUnsafePointer(to: eta) { eta in
      withUnsafePointer(to: y) { y in evaluate(eta, y, count: 1, score: &score, weight: &weight) }
    }
  }

  /// The log-likelihood with all constants; for `gaussian` with the variance that maximises it.
  func logLikelihood(kernel: Double, outcome: [Double], workers: Int) -> Double {
    let n = Double(outcome.count)
    switch self {
    case .gaussian:
      let variance: Double = -2 * kernel / n
      return -0.5 * n * (2 * Normal.logRootTwoPi + logarithm(variance) + 1)
    case .logit, .probit: return kernel
    case .poisson:
      return kernel - Self.sum(outcome, workers) { logGamma($0 + 1) }
    case .negativeBinomial(let theta):
      let own: Double = theta * logarithm(theta) - logGamma(theta)
      return kernel + n * own + Self.sum(outcome, workers) { logGamma($0 + theta) - logGamma($0 + 1) }
    }
  }

  static func sum(_ values: [Double], _ workers: Int, _ term: @Sendable (Double) -> Double) -> Double {
    BlockReduction.sum(rows: values.count, width: 1, workers: workers) { rows, cells in
      var total = 0.0
      for i in rows { total += term(values[i]) }
      cells[0] = total
    }[0]
  }
}
