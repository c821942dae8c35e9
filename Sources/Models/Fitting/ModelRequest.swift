import Statistics

/// The kinds of model.
public enum ModelKind: String, Sendable, Hashable, CaseIterable, Encodable {
  case logit, probit, ols, poisson, negbin, cox

  var family: RegressionFamily? {
    switch self {
    case .logit: .logit
    case .probit: .probit
    case .ols: .gaussian
    case .poisson: .poisson
    case .negbin, .cox: nil
    }
  }

  public var name: String {
    switch self {
    case .logit, .probit, .ols, .poisson: family?.name ?? rawValue
    case .negbin: RegressionFamily.negativeBinomial(theta: 1).name
    case .cox: "Cox proportional hazards"
    }
  }
}

/// Which errors are wanted, by the names of columns.
public enum ErrorRequest: Sendable, Hashable {
  case classic
  /// `nil`: HC1 for least squares, HC0 for maximum likelihood.
  case robust(ErrorKind.RobustCorrection?)
  /// Each grouping is one column or the combinations of several. `nil`: CR1S for least squares, CR1 for maximum likelihood, CR0 for `cox`.
  case clustered([[String]], ErrorKind.ClusterCorrection?)
  /// The columns of the two members. `nil`: CR0, as published.
  case dyadic(String, String, ErrorKind.ClusterCorrection?)

  /// The columns needed.
  public var columns: [String] {
    switch self {
    case .classic, .robust: []
    case .clustered(let groups, _): groups.flatMap { $0 }
    case .dyadic(let a, let b, _): [a, b]
    }
  }
}

/// A model to fit.
public struct ModelRequest: Sendable {
  public var kind: ModelKind
  public var formula: Formula
  public var errors: ErrorRequest
  public var ties: TieHandling
  /// Level of intervals.
  public var level: Double
  public var workers: Int

  public init(
    _ kind: ModelKind, _ formula: Formula, errors: ErrorRequest = .classic, ties: TieHandling = .efron,
    level: Double = 0.95, workers: Int = 2
  ) {
    self.kind = kind
    self.formula = formula
    self.errors = errors
    self.ties = ties
    self.level = level
    self.workers = workers
  }

  /// The columns of the data that are read.
  public var columns: [String] {
    var all = formula.variables
    for name in errors.columns where !all.contains(name) { all.append(name) }
    return all
  }

  /// Columns that are identifiers: read as texts unless the formula uses them as numbers.
  public var identifiers: Set<String> {
    Set(errors.columns + formula.strata.flatMap(\.variables)).subtracting(
      [formula.response].flatMap(\.variables) + formula.terms.flatMap { $0 }.flatMap(\.variables)
        + formula.offsets.flatMap(\.variables))
  }
}
