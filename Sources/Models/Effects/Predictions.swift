import Statistics

/// Average predicted outcomes with variables set to given values, everything else as observed.
///
/// Formula: the mean over rows of μ with the variables set; error by the delta method. The interval is symmetric on the scale of the log odds
/// of the mean (logit, probit) or of its logarithm (poisson, negbin), so that it stays in the range.
/// Range: that of the outcome's mean. Source: Hanmer and Kalkan (2013), doi:10.1111/j.1540-5907.2012.00602.x.
/// Not for: values outside the data; the observed range is given beside them, and what lies outside is marked.
public struct Predictions: Sendable {
  /// A variable with the values it is set to.
  public struct Setting: Sendable, Hashable {
    public let variable: String
    public let values: [String]

    public init(variable: String, values: [String]) {
      self.variable = variable
      self.values = values
    }

    /// Reads `x=0,1` settings separated by `;`.
    public static func parse(_ text: String) throws(ModelError) -> [Setting] {
      var out: [Setting] = []
      for part in text.split(separator: ";") {
        let sides = part.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else {
          throw .request("\"\(part)\": expected variable=value,value, such as x=0,1")
        }
        let values = sides[1].split(separator: ",").map { trimmed($0) }
        out.append(Setting(variable: trimmed(sides[0]), values: values))
      }
      return out
    }

    private static func trimmed(_ text: Substring) -> String {
      var text = text
      while text.first?.isWhitespace == true { text.removeFirst() }
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
  }

  public struct Prediction: Sendable {
    public let settings: [(variable: String, value: String)]
    public let line: FittedModel.Line
    /// Variables set outside the range that was observed.
    public let extrapolated: [String]
  }

  public let predictions: [Prediction]

  public init(_ model: FittedModel, at settings: [Setting]) throws(ModelError) {
    var combinations: [[(variable: String, value: String)]] = [[]]
    for setting in settings {
      combinations = combinations.flatMap { done in setting.values.map { done + [(setting.variable, $0)] } }
    }
    var out: [Prediction] = []
    for combination in combinations {
      var table = model.frame.table
      var outside: [String] = []
      for (variable, value) in combination {
        let set = try Self.set(variable, value, table, model.request.formula)
        table = set.table
        if set.isOutside { outside.append(variable) }
      }
      let mean = try AverageMean(model, table)
      let name = combination.map { "\($0.variable)=\($0.value)" }.joined(separator: " ")
      let line = Self.withinRange(AverageMean.line(name, mean.value, mean.gradient, model), model)
      out.append(Prediction(settings: combination, line: line, extrapolated: outside))
    }
    predictions = out
  }

  /// The line with its interval on a scale that cannot leave the range.
  private static func withinRange(_ line: FittedModel.Line, _ model: FittedModel) -> FittedModel.Line {
    let half: Double = model.covariance.multiple(level: model.request.level) * line.error
    let p = line.estimate
    let ends: (low: Double, high: Double)
    switch model.request.kind {
    case .logit, .probit:
      guard p > 0, p < 1 else { return line }
      let centre = logarithm(p / (1 - p))
      let width: Double = half / (p * (1 - p))
      ends = (RegressionFamily.logit.mean(centre - width), RegressionFamily.logit.mean(centre + width))
    case .poisson, .negbin:
      guard p > 0 else { return line }
      ends = (p * exponential(-half / p), p * exponential(half / p))
    case .ols, .cox: return line
    }
    return FittedModel.Line(
      name: line.name, estimate: p, error: line.error, statistic: line.statistic, significance: line.significance,
      low: ends.low, high: ends.high)
  }

  private static func set(
    _ variable: String, _ value: String, _ table: DataTable, _ formula: Formula
  ) throws(ModelError) -> (table: DataTable, isOutside: Bool) {
    guard formula.explanatoryVariables.contains(variable) else {
      throw .unknownVariable(
        variable, file: "the formula", nearest: DataTable.nearest(variable, formula.explanatoryVariables),
        columns: formula.explanatoryVariables)
    }
    switch table.columns[variable] {
    case .numbers(let values)?:
      guard let number = Double(value), number.isFinite else {
        throw .request("\(variable)=\(value): expected a number")
      }
      let isOutside = number < values.min() ?? number || number > values.max() ?? number
      return (table.replacing(variable, with: Array(repeating: number, count: values.count)), isOutside)
    case .texts(_, let levels)?:
      guard let level = levels.firstIndex(of: value) else {
        throw .request("\(variable)=\(value): expected one of \(levels.sorted().prefix(20).joined(separator: ", "))")
      }
      return (table.replacing(variable, withLevel: Int32(level)), false)
    case nil: return (table, false)
    }
  }
}
