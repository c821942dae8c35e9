/// Negative binomial regression (NB2) with θ estimated.
///
/// Alternates between the coefficients given θ and θ given the means, both by Fisher scoring or Newton steps, until θ moves by less than
/// 1e-11 of itself; variance μ + μ²/θ. The error of θ is from its own information, as in MASS `glm.nb`.
/// Missing: as `Regression`. Source: Venables and Ripley (2002), Modern Applied Statistics with S, 7.4; Lawless (1987),
/// doi:10.2307/3314912.
/// Not for: counts that are not overdispersed (a warning says so).
public struct NegativeBinomialFit: Sendable {
  public let fit: RegressionFit
  /// Infinite where the data are not overdispersed and the fit is the Poisson fit.
  public let theta: Double
  public let thetaError: Double

  private static let mostRounds = 200
  /// Beyond this θ the variance is μ to nine digits.
  private static let poissonLimit = 1e9

  public init(outcome: [Double], design: DesignMatrix, offset: [Double]? = nil, workers: Int = 2)
    throws(RegressionError)
  {
    let poisson = try Regression.fit(.poisson, outcome: outcome, design: design, offset: offset, workers: workers)
    var means = poisson.fitted
    var theta = Self.moment(outcome, means, freedom: poisson.freedom)
    var fit = poisson
    var warnings: [RegressionWarning] = []
    for round in 1...Self.mostRounds {
      let last = theta
      theta = Self.likeliest(outcome, means, start: theta, workers: workers)
      guard theta < Self.poissonLimit else {
        warnings.append(.noOverdispersion)
        break
      }
      fit = try Regression.fit(
        .negativeBinomial(theta: theta), outcome: outcome, design: design, offset: offset, workers: workers)
      means = fit.fitted
      if abs(theta - last) < 1e-11 * theta { break }
      if round == Self.mostRounds {
        warnings.append(.notConverged(iterations: round, decrement: abs(theta - last)))
      }
    }
    self.fit = RegressionFit(
      family: fit.family, names: fit.names, kept: fit.kept, coefficients: fit.coefficients, rows: fit.rows,
      logLikelihood: fit.logLikelihood, nullLogLikelihood: fit.nullLogLikelihood, dispersion: 1,
      iterations: fit.iterations, warnings: fit.warnings + warnings, linearPredictors: fit.linearPredictors,
      scores: fit.scores, weights: fit.weights, design: fit.design, standardisation: fit.standardisation,
      bread: fit.bread, workers: workers)
    let isPoisson = theta >= Self.poissonLimit
    let information = isPoisson ? 0 : Self.derivatives(outcome, means, theta, workers: workers).information
    self.theta = isPoisson ? .infinity : theta
    thetaError = information > 0 ? (1 / information).squareRoot() : .nan
  }

  /// n / Σ (y/μ - 1)² over the degrees of freedom, a start.
  private static func moment(_ y: [Double], _ means: [Double], freedom: Int) -> Double {
    let spread = zip(y, means).reduce(0.0) { $0 + ($1.0 / $1.1 - 1) * ($1.0 / $1.1 - 1) }
    return min(max(Double(y.count) / max(spread, 1e-12), 1e-3), 1e6)
  }

  /// Newton on log θ, halved where it would jump, for the maximum of the likelihood in θ.
  private static func likeliest(_ y: [Double], _ means: [Double], start: Double, workers: Int) -> Double {
    var theta = start
    for _ in 0..<100 {
      let (score, information) = derivatives(y, means, theta, workers: workers)
      // d/d log θ and its second derivative; where that is not negative, a step of fixed size uphill.
      let gradient: Double = score * theta
      let curvature: Double = -information * theta * theta + gradient
      var step: Double = curvature < 0 ? -gradient / curvature : (gradient > 0 ? 1 : -1)
      step = min(max(step, -2), 2)
      theta *= exponential(step)
      if abs(step) < 1e-13 || theta > poissonLimit { break }
    }
    return theta
  }

  /// dℓ/dθ and -d²ℓ/dθ².
  private static func derivatives(
    _ y: [Double], _ means: [Double], _ theta: Double, workers: Int
  ) -> (score: Double, information: Double) {
    let own = GammaFunctions.digamma(theta)
    let ownSlope = GammaFunctions.trigamma(theta)
    let sums = BlockReduction.sum(rows: y.count, width: 2, workers: workers) { rows, cells in
      var first = 0.0
      var second = 0.0
      for i in rows {
        let total: Double = means[i] + theta
        first += y[i] == 0 ? 0 : GammaFunctions.digamma(theta + y[i]) - own
        first += logarithm(theta / total) + 1 - (y[i] + theta) / total
        second += y[i] == 0 ? 0 : ownSlope - GammaFunctions.trigamma(theta + y[i])
        second += -1 / theta + 2 / total - (y[i] + theta) / (total * total)
      }
      cells[0] = first
      cells[1] = second
    }
    return (sums[0], sums[1])
  }
}
