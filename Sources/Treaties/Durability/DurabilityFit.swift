import Evidence
import Statistics

/// What shortens and lengthens the lives of bilateral treaties, one hazard model a way of ending.
///
/// Formula: λ_c(t | x) = λ₀c(t) exp(xβ_c) for each cause c, ties by Efron, errors robust to treaties with many years; the incidence of
/// each end without covariates by Aalen and Johansen. Direction: a hazard ratio above 1 brings that end sooner. Missing data: rows
/// that lack a covariate are left out and counted. Complexity: O(rows × covariates²) a cause.
/// Source: Leeds and Savun (2007), doi:10.1111/j.1468-2508.2007.00612.x. Not for: causes that had no event, or the effect of making
/// a covariate so.
public struct DurabilityFit: Sendable {
  /// One covariate in the model of one cause.
  public struct Term: Hashable, Sendable, Codable {
    public let covariate: DurabilityCovariate
    public let coefficient: Double
    /// Robust, clustered on treaties.
    public let error: Double
    public let hazardRatio: Double
    /// 95 %.
    public let low: Double
    public let high: Double
    public let significance: Double
    /// Of the test of proportional hazards by scaled Schoenfeld residuals.
    public let proportionality: Double
  }

  public struct Cause: Hashable, Sendable, Codable {
    public let ending: TreatyEnding
    public let events: Int
    public let terms: [Term]
    public let logLikelihood: Double
    public let nullLogLikelihood: Double
    public let concordance: Double
    public let concordanceError: Double
    /// Of the global test of proportional hazards.
    public let proportionality: Double
    public let warnings: [String]
  }

  /// The share of treaties that had ended in each way by an age.
  public struct Incidence: Hashable, Sendable, Codable {
    public let age: Double
    public let atRisk: Int
    /// In the order of `DurabilityRows.causes`.
    public let shares: [Double]
    public let intervals: [Interval?]
    /// Still in force.
    public let surviving: Double
  }

  public let causes: [Cause]
  public let incidence: [Incidence]
  public let rowsUsed: Int
  public let rowsLeftOut: Int
  public let treaties: Int
  let models: [CoxFit]
  let rows: [DurabilityRows.Row]

  /// Ages at which the incidence is given, in years.
  public static let ages: [Double] = [1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 50]

  public init(_ data: DurabilityRows) throws(SurvivalError) {
    let rows = data.complete
    let models = try Self.models(rows)
    let groups = Self.grouping(rows)
    var causes: [Cause] = []
    for (index, fit) in models.enumerated() {
      causes.append(try Self.summary(fit, DurabilityRows.causes[index], groups))
    }
    self.causes = causes
    self.models = models
    self.rows = rows
    rowsUsed = rows.count
    rowsLeftOut = data.rows.count - rows.count
    treaties = groups.count
    incidence = try Self.incidence(data.rows)
  }

  /// A model of each cause on the same rows.
  static func models(_ rows: [DurabilityRows.Row]) throws(SurvivalError) -> [CoxFit] {
    let names = DurabilityCovariate.allCases.map(\.rawValue)
    let columns = names.indices.map { j in rows.map { $0.covariates[j] } }
    guard let design = DesignMatrix(names: names, columns: columns) else { throw .noColumns }
    let times = try EventTimes(
      starts: rows.map(\.start), stops: rows.map(\.stop), causes: rows.map(\.cause))
    var models: [CoxFit] = []
    for cause in DurabilityRows.causes.indices {
      models.append(try CoxFit(times, cause: UInt8(cause + 1), design: design, ties: .efron))
    }
    return models
  }

  static func grouping(_ rows: [DurabilityRows.Row]) -> ErrorKind.Grouping {
    ErrorKind.Grouping("treaty", rows.map { Int($0.treaty.dropFirst(5)) ?? 0 })
  }

  private static func summary(
    _ fit: CoxFit, _ ending: TreatyEnding, _ groups: ErrorKind.Grouping
  ) throws(SurvivalError) -> Cause {
    let errors = try fit.robustCovariance(clusters: groups).matrix.diagonal.map { $0.squareRoot() }
    let test = try ProportionalityTest(fit)
    let concordance = Concordance(fit, clusters: groups)
    let z = Normal.quantile(0.975)
    let terms = fit.kept.indices.map { j in
      let (b, e) = (fit.coefficients[j], errors[j])
      return Term(
        covariate: DurabilityCovariate.allCases[fit.kept[j]], coefficient: b, error: e,
        hazardRatio: exponential(b),
        low: exponential(b - z * e), high: exponential(b + z * e),
        significance: 2 * Normal.cumulative(-abs(b / e)),
        proportionality: test.lines[j].significance)
    }
    return Cause(
      ending: ending, events: fit.events, terms: terms, logLikelihood: fit.logLikelihood,
      nullLogLikelihood: fit.nullLogLikelihood, concordance: concordance.value,
      concordanceError: concordance.error, proportionality: test.global.significance,
      warnings: fit.warnings.map(\.description))
  }

  private static func incidence(_ rows: [DurabilityRows.Row]) throws(SurvivalError) -> [Incidence] {
    let times = try EventTimes(
      starts: rows.map(\.start), stops: rows.map(\.stop), causes: rows.map(\.cause))
    let curve = try AalenJohansen(times, subjects: grouping(rows).codes)
    return ages.compactMap { age in
      guard let k = curve.times.lastIndex(where: { $0 <= age }) else { return nil }
      let shares = DurabilityRows.causes.indices.map { cause -> (Double, Interval?) in
        guard let own = curve.causes.first(where: { Int($0.cause) == cause + 1 }) else {
          return (0, nil)
        }
        let ends = own.interval(k, scale: .logLog)
        return (
          own.incidence[k], ends.flatMap { Interval($0.lowerBound, $0.upperBound, level: 0.95) }
        )
      }
      return Incidence(
        age: age, atRisk: rows.count { $0.start < age && age <= $0.stop }, shares: shares.map(\.0),
        intervals: shares.map(\.1), surviving: curve.eventFree[k])
    }
  }
}
