import Evidence
import Measures
import Statistics

/// How the chance that a state joins its partner's dispute with a third power changes with cross-pressure, over all triads and years.
///
/// Formula: logit of joining on x and x², x the log of the state's trade share with the third power over that with the
/// partner; errors clustered on disputes and on pairs of states. Beside it the same with the partner's pressure, what the state owes, its capabilities and how much it
/// trades with the two at all, because states far away from both trade with neither. Missing: as in `PressureOccasions`.
/// Complexity: a logit of half a million rows. Not for: effects; states choose whom they trade with.
public struct PressureCurve: Hashable, Sendable, Codable {
  public struct Coefficient: Hashable, Sendable, Codable {
    public let name: String
    public let value: Double
    public let error: Double
    public let significance: Double
  }

  /// The rate predicted at a pressure.
  public struct Point: Hashable, Sendable, Codable {
    /// Natural logarithm.
    public let pressure: Double
    public let rate: Double
    public let interval: Interval?
  }

  /// The occasions of a tenth by pressure.
  public struct Tenth: Hashable, Sendable, Codable {
    public let low: Double
    public let high: Double
    public let n: Int
    public let joined: Int
    public let interval: Interval?
  }

  public let occasions: Int
  public let joined: Int
  public let leftOut: Int
  public let firstYear: Int
  public let lastYear: Int
  public let alone: [Coefficient]
  public let controlled: [Coefficient]
  public let points: [Point]
  public let tenths: [Tenth]
  public let method: String
  private let coefficients: [Double]
  private let covariance: [[Double]]

  public var baseRate: Double { Double(joined) / Double(max(1, occasions)) }

  /// - Returns: `nil` without enough occasions on which a state joined.
  public init?(_ evaluator: RecordEvaluator) { self.init(PressureOccasions(PairYears(evaluator))) }

  static let fewestEvents = 30

  init?(_ data: PressureOccasions) {
    let events = data.joined.count { $0 == 1 }
    guard events >= Self.fewestEvents, let fit = Self.fit(data, isControlled: false),
      let full = Self.fit(data, isControlled: true)
    else { return nil }
    occasions = data.count
    joined = events
    leftOut = data.leftOut
    firstYear = data.years.first ?? 0
    lastYear = data.years.last ?? 0
    alone = Self.coefficients(fit)
    controlled = Self.coefficients(full)
    method = fit.errors.method
    coefficients = fit.fit.coefficients
    let size = coefficients.count
    covariance = (0..<size).map { i in (0..<size).map { j in fit.errors.matrix[i, j] } }
    let ordered = data.pressures.indices.sorted { (data.pressures[$0], $0) < (data.pressures[$1], $1) }
    tenths = (0..<10).map { tenth in
      let rows = ordered[(tenth * ordered.count / 10)..<((tenth + 1) * ordered.count / 10)]
      let hits = rows.count { data.joined[$0] == 1 }
      let rate = Double(hits) / Double(max(1, rows.count))
      return Tenth(
        low: rows.first.map { data.pressures[$0] } ?? 0, high: rows.last.map { data.pressures[$0] } ?? 0, n: rows.count,
        joined: hits, interval: .wilson(mean: rate, n: rows.count))
    }
    var points: [Point] = []
    let ends = (data.pressures[ordered[ordered.count / 100]], data.pressures[ordered[ordered.count * 99 / 100]])
    for step in 0...24 {
      let x: Double = ends.0 + (ends.1 - ends.0) * Double(step) / 24
      points.append(Self.point(x, coefficients, covariance))
    }
    self.points = points
  }

  /// The rate at a pressure.
  public func point(at pressure: Double) -> Point { Self.point(pressure, coefficients, covariance) }

  private static func point(_ x: Double, _ b: [Double], _ covariance: [[Double]]) -> Point {
    let row = [1, x, x * x]
    let eta: Double = zip(b, row).reduce(0) { $0 + $1.0 * $1.1 }
    var variance = 0.0
    for i in row.indices { for j in row.indices { variance += row[i] * row[j] * covariance[i][j] } }
    let reach: Double = 1.959963984540054 * max(variance, 0).squareRoot()
    let mean = RegressionFamily.logit
    return Point(
      pressure: x, rate: mean.mean(eta),
      interval: Interval(mean.mean(eta - reach), mean.mean(eta + reach), level: 0.95))
  }

  private struct Fitted {
    let fit: RegressionFit
    let errors: CoefficientCovariance
  }

  private static func fit(_ data: PressureOccasions, isControlled: Bool) -> Fitted? {
    let n = data.count
    var names = ["(Intercept)", "pressure", "pressure squared"]
    var columns = [[Double](repeating: 1, count: n), data.pressures, data.pressures.map { $0 * $0 }]
    if isControlled {
      names += ["the partner's pressure", "owes the partner defense", "log capabilities", "log trade with either"]
      columns += [data.partnerPressures, data.defense, data.power, data.exposure]
    }
    guard let design = DesignMatrix(names: names, columns: columns),
      let fit = try? Regression.fit(.logit, outcome: data.joined, design: design),
      fit.coefficients.count == names.count
    else { return nil }
    let pairs = zip(data.firsts, data.seconds).map { Int(min($0, $1)) * 1_000 + Int(max($0, $1)) }
    guard
      let errors = try? fit.covariance(
        .clustered([.init("disputes", data.disputes), .init("pairs", pairs)], .cr1))
    else { return nil }
    return Fitted(fit: fit, errors: errors)
  }

  private static func coefficients(_ fitted: Fitted) -> [Coefficient] {
    zip(fitted.fit.names, zip(fitted.fit.coefficients, fitted.errors.errors)).map { name, pair in
      Coefficient(
        name: name, value: pair.0, error: pair.1, significance: fitted.errors.significance(pair.0 / pair.1))
    }
  }
}
