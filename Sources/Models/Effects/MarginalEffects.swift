import Statistics

/// Average marginal effects on the outcome's mean.
///
/// Formula: for a number x, the mean over rows of dμ/dx, x moving wherever the formula has it (log(x), I(x^2), x:z), by central
/// differences; for a factor, the mean of μ at each level less μ at the first. Errors by the delta method from the model's covariance.
/// Range: in units of the outcome: a probability for logit and probit. Missing: over the complete rows.
/// Complexity: two designs a variable. Source: Bartus (2005), doi:10.1177/1536867X0500500303.
/// Not for: causes; it is a summary of the fitted curve.
public struct MarginalEffects: Sendable {
  public struct Effect: Sendable {
    public let variable: String
    /// What is compared: empty for a derivative.
    public let contrast: String
    public let line: FittedModel.Line
  }

  public let effects: [Effect]

  /// The step of the difference, in standard deviations of the variable: cube root of the rounding unit.
  private static let step = 6e-6

  public init(_ model: FittedModel) throws(ModelError) {
    guard model.regression != nil else {
      throw .request("marginal effects are for regressions; the effects of cox are its hazard ratios")
    }
    var effects: [Effect] = []
    for name in model.request.formula.explanatoryVariables {
      let factors = Self.factors(of: name, model)
      switch model.frame.table.columns[name] {
      case .numbers(let values)?:
        if factors.isEmpty {
          effects.append(try Self.derivative(name, values, model))
        } else {
          let levels = Set(values).sorted()
          effects += try Self.contrasts(name, levels.map(Expression.plain), model) {
            model.frame.table.replacing(name, with: Array(repeating: levels[$0], count: values.count))
          }
        }
      case .texts(let codes, let labels)?:
        let present = Set(codes).sorted { labels[Int($0)] < labels[Int($1)] }
        effects += try Self.contrasts(name, present.map { labels[Int($0)] }, model) {
          model.frame.table.replacing(name, withLevel: present[$0])
        }
      case nil: break
      }
    }
    self.effects = effects
  }

  /// Expressions in which the variable is a category.
  private static func factors(of name: String, _ model: FittedModel) -> [Expression] {
    model.request.formula.terms.flatMap { $0 }.filter { expression in
      guard expression.variables.contains(name), case .call(let function, _) = expression else { return false }
      return ["factor", "as.factor", "relevel"].contains(function)
    }
  }

  private static func derivative(_ name: String, _ values: [Double], _ model: FittedModel) throws(ModelError) -> Effect
  {
    let n = Double(values.count)
    let mean: Double = values.reduce(0, +) / n
    let deviation: Double = (values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    let h: Double = step * (deviation > 0 ? deviation : 1)
    let table = model.frame.table
    let above = try AverageMean(model, table.replacing(name, with: values.map { $0 + h }))
    let below = try AverageMean(model, table.replacing(name, with: values.map { $0 - h }))
    return Effect(
      variable: name, contrast: "", line: above.less(below, over: 2 * h, named: name, model))
  }

  private static func contrasts(
    _ name: String, _ labels: [String], _ model: FittedModel, _ table: (Int) -> DataTable
  ) throws(ModelError) -> [Effect] {
    guard labels.count > 1 else { return [] }
    let base = try AverageMean(model, table(0))
    var out: [Effect] = []
    for level in 1..<labels.count {
      let other = try AverageMean(model, table(level))
      let contrast = "\(labels[level]) - \(labels[0])"
      out.append(
        Effect(variable: name, contrast: contrast, line: other.less(base, over: 1, named: "\(name) \(contrast)", model))
      )
    }
    return out
  }
}

/// The mean of the outcome's mean over rows, with its derivative by the coefficients.
struct AverageMean {
  let value: Double
  let gradient: [Double]

  init(_ model: FittedModel, _ table: DataTable) throws(ModelError) {
    guard let fit = model.regression else { throw .request("predictions are for regressions") }
    let design = try model.frame.design(of: table)
    let family = fit.family
    let n = design.rows
    let p = fit.kept.count
    var eta = model.frame.offset ?? [Double](repeating: 0, count: n)
    for (k, j) in fit.kept.enumerated() {
      let beta = fit.coefficients[k]
      design.column(j).withUnsafeBufferPointer { x in for i in 0..<n { eta[i] += beta * x[i] } }
    }
    var total = 0.0
    var slopes = eta
    for i in 0..<n {
      total += family.mean(eta[i])
      slopes[i] = family.slope(eta[i])
    }
    value = total / Double(n)
    gradient = (0..<p).map { k in
      design.column(fit.kept[k]).withUnsafeBufferPointer { x in
        var sum = 0.0
        for i in 0..<n { sum += slopes[i] * x[i] }
        return sum / Double(n)
      }
    }
  }

  func less(_ other: AverageMean, over step: Double, named name: String, _ model: FittedModel) -> FittedModel.Line {
    let gradient = zip(self.gradient, other.gradient).map { ($0 - $1) / step }
    return Self.line(name, (value - other.value) / step, gradient, model)
  }

  /// A function of the coefficients with its delta-method error.
  static func line(_ name: String, _ value: Double, _ gradient: [Double], _ model: FittedModel) -> FittedModel.Line {
    let v = model.covariance.matrix
    var variance = 0.0
    for j in gradient.indices { for k in gradient.indices { variance += gradient[j] * v[j, k] * gradient[k] } }
    return FittedModel.line(
      name, value, error: variance >= 0 ? variance.squareRoot() : .nan, covariance: model.covariance,
      level: model.request.level)
  }
}
