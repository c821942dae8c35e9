/// What a reader of a fit must know before using it.
public enum RegressionWarning: Hashable, Sendable {
  /// These columns are linear combinations of the columns before them and were left out.
  case collinear(dropped: [String])
  /// Outcomes are separated along these columns: their coefficients are infinite and what is printed is where the search stopped.
  case separation(columns: [String], rows: Int)
  /// The search did not converge.
  case notConverged(iterations: Int, decrement: Double)
  /// The dispersion of a negative binomial went to the Poisson limit: the data are not overdispersed.
  case noOverdispersion
  /// Clustered errors lean on the number of clusters going to infinity.
  case fewClusters(count: Int)
  /// The estimated covariance matrix has a negative variance; the errors of these columns are not given.
  case negativeVariance(columns: [String])
  /// Rows whose leverage is 1 make HC2 and HC3 undefined; they were left out of the sum.
  case fullLeverage(rows: Int)

  /// A word for files.
  public var code: String {
    switch self {
    case .collinear: "collinear"
    case .separation: "separation"
    case .notConverged: "notConverged"
    case .noOverdispersion: "noOverdispersion"
    case .fewClusters: "fewClusters"
    case .negativeVariance: "negativeVariance"
    case .fullLeverage: "fullLeverage"
    }
  }
}

extension RegressionWarning: CustomStringConvertible {
  public var description: String {
    switch self {
    case .collinear(let dropped):
      "collinear: \(dropped.joined(separator: ", ")) dropped as combinations of earlier columns; take a term out of the formula"
    case .separation(let columns, let rows):
      "separation: the outcome is predicted perfectly in \(rows) rows along \(columns.joined(separator: ", ")); these"
        + " coefficients are infinite and their printed values and errors mean nothing. Leave the term out, merge its levels,"
        + " or say so"
    case .notConverged(let iterations, let decrement):
      "not converged after \(iterations) iterations (Newton decrement \(decrement)); do not use the figures"
    case .noOverdispersion:
      "no overdispersion: theta went to infinity and the fit is the Poisson fit; use poisson"
    case .fewClusters(let count):
      "few clusters: \(count); clustered errors are too small below about 30"
    case .negativeVariance(let columns):
      "negative variance for \(columns.joined(separator: ", ")): the sum of matrices is not positive definite here, and no error is given"
    case .fullLeverage(let rows):
      "\(rows) rows have leverage 1 and were left out of the robust errors"
    }
  }
}

/// Why a model could not be fitted at all.
public enum RegressionError: Error, Hashable, Sendable {
  case noRows
  case noColumns
  /// Fewer rows than coefficients.
  case tooFewRows(rows: Int, columns: Int)
  /// The outcome, offset or grouping has another number of rows than the design.
  case lengths(what: String, found: Int, expected: Int)
  case outcome(row: Int, value: Double, expected: String)
  /// The outcome does not vary.
  case constantOutcome(value: Double)
  case notFinite(column: String, row: Int)
  case singular
}

extension RegressionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noRows: "no complete row is left; check the coverage of the variables"
    case .noColumns: "the model has no coefficient; add a term or the intercept"
    case .tooFewRows(let rows, let columns):
      "\(rows) complete rows for \(columns) coefficients; drop terms or find rows"
    case .lengths(let what, let found, let expected): "\(what) has \(found) rows, expected \(expected)"
    case .outcome(let row, let value, let expected):
      "row \(row + 1): outcome \(value), expected \(expected)"
    case .constantOutcome(let value): "the outcome is \(value) in every complete row; nothing can be explained"
    case .notFinite(let column, let row):
      "row \(row + 1): \(column) is not finite; a logarithm of 0 is a usual cause (log1p takes 0)"
    case .singular: "the information matrix is singular; drop a term"
    }
  }
}
