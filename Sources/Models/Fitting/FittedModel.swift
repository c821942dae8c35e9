import Statistics

/// A fitted model with what its tables and predictions need.
public struct FittedModel: Sendable {
  public let request: ModelRequest
  public let frame: ModelFrame
  public let names: [String]
  public let coefficients: [Double]
  public let covariance: CoefficientCovariance
  /// What a reader must know; fits and errors together.
  public let warnings: [RegressionWarning]
  /// The generalised linear model; `nil` for `cox`.
  public let regression: RegressionFit?
  /// θ and its error; for `negbin`.
  public let theta: (value: Double, error: Double)?
  public let cox: CoxFit?
  public let coxDiagnostics: CoxDiagnostics?

  /// Fits a model to a table.
  public init(_ request: ModelRequest, data: DataTable) throws(ModelError) {
    self.request = request
    do {
      if request.kind == .cox {
        let model = try CoxModel(request, data)
        self.frame = model.frame
        names = model.fit.names
        coefficients = model.fit.coefficients
        covariance = model.covariance
        warnings = model.fit.warnings + model.covariance.warnings
        regression = nil
        theta = nil
        cox = model.fit
        coxDiagnostics = model.diagnostics
        return
      }
      guard request.formula.strata.isEmpty else {
        throw ModelError.unsupported(
          formula: request.formula.source, what: "strata()", instead: "it belongs to cox; use factor() here")
      }
      let frame = try ModelFrame(
        request.formula, data, others: request.errors.columns, workers: request.workers)
      let fitted = try Self.regression(request, frame)
      self.frame = frame
      regression = fitted.fit
      theta = fitted.theta
      names = fitted.fit.names
      coefficients = fitted.fit.coefficients
      covariance = try fitted.fit.covariance(try Self.errorKind(request, frame))
      warnings = fitted.fit.warnings + covariance.warnings
      cox = nil
      coxDiagnostics = nil
    } catch let error as ModelError {
      throw error
    } catch let error as RegressionError {
      throw .regression(error)
    } catch let error as SurvivalError {
      throw .survival(error)
    } catch {
      throw .request("\(error)")
    }
  }

  /// The fit of a frame; rows are named by their line where the outcome is refused.
  static func regression(
    _ request: ModelRequest, _ frame: ModelFrame
  ) throws(ModelError) -> (fit: RegressionFit, theta: (value: Double, error: Double)?) {
    do {
      if let family = request.kind.family {
        let fit = try Regression.fit(
          family, outcome: frame.outcome, design: frame.design, offset: frame.offset, workers: request.workers)
        return (fit, nil)
      }
      let model = try NegativeBinomialFit(
        outcome: frame.outcome, design: frame.design, offset: frame.offset, workers: request.workers)
      return (model.fit, (model.theta, model.thetaError))
    } catch RegressionError.outcome(let row, let value, let expected) {
      throw .outcome(
        expression: request.formula.response.description, line: frame.table.line(of: row), value: value,
        expected: expected)
    } catch RegressionError.notFinite(let column, let row) {
      throw .notFinite(expression: column, line: frame.table.line(of: row))
    } catch {
      throw .regression(error)
    }
  }

  private static func errorKind(_ request: ModelRequest, _ frame: ModelFrame) throws(ModelError) -> ErrorKind {
    let isLinear = request.kind == .ols
    switch request.errors {
    case .classic: return .classic
    case .robust(let correction): return .robust(correction ?? (isLinear ? .hc1 : .hc0))
    case .clustered(let groups, let correction):
      guard groups.count <= 4 else {
        throw .request("clustering on \(groups.count) groupings; at most 4 are combined")
      }
      return .clustered(groups.map(frame.table.grouping), correction ?? (isLinear ? .cr1s : .cr1))
    case .dyadic(let a, let b, let correction):
      let members = frame.table.members(a, b)
      return .dyadic(members.0, members.1, correction ?? .cr0)
    }
  }

  /// One coefficient with its error, test and interval.
  public struct Line: Sendable {
    public let name: String
    public let estimate: Double
    public let error: Double
    public let statistic: Double
    public let significance: Double
    public let low: Double
    public let high: Double
  }

  public var lines: [Line] {
    names.indices.map { j in
      Self.line(
        names[j], coefficients[j], error: covariance.errors[j], covariance: covariance, level: request.level)
    }
  }

  static func line(
    _ name: String, _ estimate: Double, error: Double, covariance: CoefficientCovariance, level: Double
  ) -> Line {
    let statistic: Double = estimate / error
    let half: Double = covariance.multiple(level: level) * error
    return Line(
      name: name, estimate: estimate, error: error, statistic: statistic,
      significance: covariance.significance(statistic), low: estimate - half, high: estimate + half)
  }

  /// The letter of the test statistic.
  public var statisticName: String { covariance.freedom == nil ? "z" : "t" }
}
