/// The survival of a subject with given covariates under a proportional hazards model.
public struct PredictedSurvival: Sendable {
  /// Event times of the stratum, ascending.
  public let times: [Double]
  public let cumulativeHazard: [Double]
  public let hazardErrors: [Double]

  /// exp(-H).
  public var survival: [Double] { cumulativeHazard.map { exponential(-$0) } }
  /// The standard error of the survival.
  public var errors: [Double] { zip(survival, hazardErrors).map { $0 * $1 } }

  /// The interval of the survival at entry `k`.
  public func interval(_ k: Int, level: Double = 0.95, scale: CurveInterval = .log) -> ClosedRange<Double>? {
    scale.around(survival[k], error: errors[k], level: level)
  }
}

extension CoxFit {
  /// The cumulative hazard and survival of a subject whose covariates are `covariates` throughout.
  ///
  /// Formula: H(t | x) = exp(xβ) Σ ΔΛ₀, increments by the model's handling of ties; the variance has a part of the increments and a part
  /// of β. Source: Tsiatis (1981), doi:10.1214/aos/1176345504; as R's `survfit.coxph`.
  /// Not for: covariates outside those observed; say so where it is done.
  /// - Parameter covariates: values of the kept columns.
  public func survival(_ covariates: [Double], stratum: Int = 0) throws(SurvivalError) -> PredictedSurvival {
    let steps = try hazardSteps(covariates, stratum: stratum)
    let p = names.count
    let standardised = gammaCovariance
    var hazard = 0.0
    var variance = 0.0
    var drift = [Double](repeating: 0, count: p)
    var hazards: [Double] = []
    var errors: [Double] = []
    for moment in steps.moments {
      hazard += moment.hazard * steps.risk
      variance += moment.hazardSquares * steps.risk * steps.risk
      for j in 0..<p { drift[j] += (moment.meanHazard[j] - steps.z[j] * moment.hazard) * steps.risk }
      hazards.append(hazard)
      errors.append((variance + Self.quadratic(standardised, drift)).squareRoot())
    }
    return PredictedSurvival(
      times: pass.sets.strata[stratum].times, cumulativeHazard: hazards, hazardErrors: errors)
  }

  /// The covariance in standardised coordinates.
  var gammaCovariance: SquareMatrix {
    var out = covariance
    for j in scales.indices { for k in scales.indices { out[j, k] *= scales[j] * scales[k] } }
    return out
  }

  func hazardSteps(
    _ covariates: [Double], stratum: Int
  ) throws(SurvivalError) -> (risk: Double, z: [Double], moments: [CoxPass.Moment]) {
    guard covariates.count == names.count else {
      throw .lengths(what: "the covariates of the subject", found: covariates.count, expected: names.count)
    }
    guard pass.sets.strata.indices.contains(stratum) else {
      throw .lengths(what: "the strata, for stratum \(stratum),", found: pass.sets.strata.count, expected: stratum + 1)
    }
    var moments: [CoxPass.Moment] = []
    pass.forEachEvent(risks: pass.predictors(gamma, offset: offset).map(exponential)) { s, _, moment in
      if s == stratum { moments.append(moment) }
    }
    let z = covariates.indices.map { (covariates[$0] - means[$0]) / scales[$0] }
    let eta = zip(z, gamma).reduce(0.0) { $0 + $1.0 * $1.1 }
    return (exponential(eta), z, moments.reversed())
  }
}

/// The probability of each cause by a time, for a subject with given covariates, from a hazard model of each cause.
///
/// Formula: between times the hazards of the causes compete: F_c grows by S(t-) (1 - exp(-Σ ΔH)) ΔH_c / Σ ΔH.
/// Range: the causes and `eventFree` add up to 1. Missing: every cause that can end the spell needs a model.
/// Source: Prentice et al. (1978), doi:10.2307/2530374; as R's `survfit` of a multi-state `coxph`.
/// Not for: intervals; resample subjects for those.
public struct PredictedIncidence: Sendable {
  public let times: [Double]
  public let eventFree: [Double]
  /// By model, by time.
  public let incidence: [[Double]]

  /// - Parameter models: a fit of each cause with the subject's values of its kept columns.
  public init(_ models: [(fit: CoxFit, covariates: [Double])], stratum: Int = 0) throws(SurvivalError) {
    var steps: [(time: Double, model: Int, hazard: Double)] = []
    for (m, model) in models.enumerated() {
      let own = try model.fit.hazardSteps(model.covariates, stratum: stratum)
      for (time, moment) in zip(model.fit.pass.sets.strata[stratum].times, own.moments) {
        steps.append((time, m, moment.hazard * own.risk))
      }
    }
    steps.sort { ($0.time, $0.model) < ($1.time, $1.model) }
    var times: [Double] = []
    var free: [Double] = []
    var incidence = [[Double]](repeating: [], count: models.count)
    var total = [Double](repeating: 0, count: models.count)
    var survival = 1.0
    var at = 0
    while at < steps.count {
      let time = steps[at].time
      var hazards = [Double](repeating: 0, count: models.count)
      while at < steps.count, steps[at].time == time {
        hazards[steps[at].model] += steps[at].hazard
        at += 1
      }
      let hazard = hazards.reduce(0, +)
      let leaving: Double = -survival * exponentialM1(-hazard)
      for m in models.indices where hazard > 0 { total[m] += leaving * hazards[m] / hazard }
      survival *= exponential(-hazard)
      times.append(time)
      free.append(survival)
      for m in models.indices { incidence[m].append(total[m]) }
    }
    self.times = times
    eventFree = free
    self.incidence = incidence
  }
}
