/// A fitted generalised linear model.
///
/// Coefficients maximise the likelihood; `information` is the inverse expected information, as R's `glm` reports it. Errors come from
/// `covariance(_:)`.
public struct RegressionFit: Sendable {
  public let family: RegressionFamily
  /// Names of the coefficients that were kept.
  public let names: [String]
  /// Positions of the kept columns in the design that was given.
  public let kept: [Int]
  public let coefficients: [Double]
  public let rows: Int
  public let logLikelihood: Double
  /// Of the model with a constant (and the offset) alone.
  public let nullLogLikelihood: Double
  /// Residual sum of squares over n - k for `gaussian`, else 1.
  public let dispersion: Double
  public let iterations: Int
  public let warnings: [RegressionWarning]
  /// The linear predictor of each row, offset included.
  public let linearPredictors: [Double]
  /// dℓ/dη of each row.
  public let scores: [Double]
  /// Expected information of each row.
  let weights: [Double]
  /// The design that was fitted, without the dropped columns.
  let design: DesignMatrix
  let standardisation: Standardisation
  /// Inverse information in standardised coordinates.
  let bread: SquareMatrix
  let workers: Int

  /// Degrees of freedom left.
  public var freedom: Int { rows - names.count }
  /// -2 ℓ + 2 k; k counts the error variance of `gaussian` and θ of `negativeBinomial`, as R does.
  public var akaike: Double { -2 * logLikelihood + 2 * Double(parameters) }
  /// -2 ℓ + k log n.
  public var bayes: Double { -2 * logLikelihood + logarithm(Double(rows)) * Double(parameters) }
  /// McFadden's 1 - ℓ/ℓ₀.
  public var pseudoRSquared: Double { 1 - logLikelihood / nullLogLikelihood }

  private var parameters: Int {
    switch family {
    case .gaussian, .negativeBinomial: names.count + 1
    case .logit, .probit, .poisson: names.count
    }
  }

  /// μ of each row.
  public var fitted: [Double] { linearPredictors.map(family.mean) }

  /// Whether a constant is among the columns.
  public var hasIntercept: Bool { standardisation.intercept != nil }

  /// Covariance of the coefficients under the model.
  public var classicCovariance: SquareMatrix { dispersion * standardisation.covariance(bread) }
}
