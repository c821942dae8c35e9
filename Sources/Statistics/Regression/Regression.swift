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
    let (kept, dropped) = try independentColumns(design, workers: workers)
    let used = design.dropping(dropped)
    guard used.columns > 0 else { throw .noColumns }
    guard used.rows > used.columns else { throw .tooFewRows(rows: used.rows, columns: used.columns) }
    var search = try Search(family, outcome, used, offset, workers: workers)
    try search.run()
    if !dropped.isEmpty {
      search.warnings.insert(.collinear(dropped: dropped.sorted().map { design.names[$0] }), at: 0)
    }
    let null = try nullLogLikelihood(family, outcome, offset, workers: workers)
    return search.fit(kept: kept, nullLogLikelihood: null)
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

  private static func independentColumns(
    _ design: DesignMatrix, workers: Int
  ) throws(RegressionError) -> (kept: [Int], dropped: Set<Int>) {
    let standardisation = try Standardisation(design, workers: workers)
    let gram = CrossProductPass(design, standardisation).gram(workers: workers)
    var dropped = gram.dependentColumns(tolerance: collinearity)
    // A column that is constant besides the intercept is centred to rounding errors.
    for j in 0..<design.columns where j != standardisation.intercept {
      let centre = abs(standardisation.centres[j])
      if standardisation.scales[j] <= 1e-12 * centre { dropped.insert(j) }
    }
    return ((0..<design.columns).filter { !dropped.contains($0) }, dropped)
  }

  /// The log-likelihood of a constant, which has the mean of the outcome, or is searched for where there is an offset.
  private static func nullLogLikelihood(
    _ family: RegressionFamily, _ outcome: [Double], _ offset: [Double]?, workers: Int
  ) throws(RegressionError) -> Double {
    let n = outcome.count
    guard let ones = DesignMatrix(rows: n, names: ["(Intercept)"], values: [Double](repeating: 1, count: n)) else {
      throw .noColumns
    }
    var search = try Search(family, outcome, ones, offset, workers: workers)
    if offset != nil { try search.run() }
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
