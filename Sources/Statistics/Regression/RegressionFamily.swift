/// What a generalised linear model is: distribution of the outcome, and link between its mean and the linear predictor.
public enum RegressionFamily: Hashable, Sendable {
  /// Normal outcome, identity link: ordinary least squares.
  case gaussian
  /// Outcome in 0...1, log odds.
  case logit
  /// Outcome in 0...1, normal quantile.
  case probit
  /// Counts, logarithm.
  case poisson
  /// Counts with variance μ + μ²/θ (NB2), logarithm, θ given.
  case negativeBinomial(theta: Double)

  /// Whether the outcome is a probability.
  public var isBinary: Bool { self == .logit || self == .probit }

  /// The name in tables.
  public var name: String {
    switch self {
    case .gaussian: "ordinary least squares"
    case .logit: "logit"
    case .probit: "probit"
    case .poisson: "Poisson (log link)"
    case .negativeBinomial: "negative binomial (NB2, log link)"
    }
  }

  /// μ(η).
  public func mean(_ eta: Double) -> Double {
    switch self {
    case .gaussian: eta
    case .logit:
      eta >= 0 ? 1 / (1 + exponential(-eta)) : exponential(eta) / (1 + exponential(eta))
    case .probit: Normal.cumulative(eta)
    case .poisson, .negativeBinomial: exponential(eta)
    }
  }

  /// dμ/dη.
  public func slope(_ eta: Double) -> Double {
    switch self {
    case .gaussian: return 1
    case .logit:
      let e = exponential(-abs(eta))
      return e / ((1 + e) * (1 + e))
    case .probit: return Normal.density(eta)
    case .poisson, .negativeBinomial: return exponential(eta)
    }
  }

  /// The linear predictor at which the mean is `mean`, for starting values.
  func link(_ mean: Double) -> Double {
    switch self {
    case .gaussian: return mean
    case .logit:
      let p = min(max(mean, 1e-6), 1 - 1e-6)
      return logarithm(p / (1 - p))
    case .probit: return Normal.quantile(min(max(mean, 1e-6), 1 - 1e-6))
    case .poisson, .negativeBinomial: return logarithm(max(mean, 1e-6))
    }
  }

  /// The first row whose outcome the family does not admit.
  func refusal(_ outcome: [Double]) -> Int? {
    outcome.firstIndex { y in
      guard y.isFinite else { return true }
      switch self {
      case .gaussian: return false
      case .logit, .probit: return y < 0 || y > 1
      case .poisson, .negativeBinomial: return y < 0
      }
    }
  }

  /// What the outcome must be, for messages.
  var admits: String {
    switch self {
    case .gaussian: "a finite number"
    case .logit, .probit: "0, 1 or a share between them"
    case .poisson, .negativeBinomial: "a count, 0 or more"
    }
  }
}

extension RegressionFamily {
  /// Evaluates a strip of rows: dℓ/dη into `score`, the expected information -E d²ℓ/dη² into `weight`.
  ///
  /// - Returns: the log-likelihood without terms that do not depend on η (for `gaussian`, -½ Σ (y - η)²).
  func evaluate(
    _ eta: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int, score: UnsafeMutablePointer<Double>,
    weight: UnsafeMutablePointer<Double>
  ) -> Double {
    switch self {
    case .gaussian: return Self.gaussian(eta, y, count, score, weight)
    case .logit: return Self.logit(eta, y, count, score, weight)
    case .probit: return Self.probit(eta, y, count, score, weight)
    case .poisson: return Self.poisson(eta, y, count, score, weight)
    case .negativeBinomial(let theta): return Self.negativeBinomial(theta, eta, y, count, score, weight)
    }
  }

  private static func gaussian(
    _ eta: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int, _ score: UnsafeMutablePointer<Double>,
    _ weight: UnsafeMutablePointer<Double>
  ) -> Double {
    var total = 0.0
    for i in 0..<count {
      let residual: Double = y[i] - eta[i]
      score[i] = residual
      weight[i] = 1
      total += residual * residual
    }
    return -0.5 * total
  }

  /// One logarithm a strip: Σ log(1 + e) is the logarithm of the product, which is at most 2^strip.
  private static func logit(
    _ eta: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int, _ score: UnsafeMutablePointer<Double>,
    _ weight: UnsafeMutablePointer<Double>
  ) -> Double {
    var linear = 0.0
    var product = 1.0
    for i in 0..<count {
      let x = eta[i]
      let e = exponential(-abs(x))
      let p: Double = 1 / (1 + e)
      let small: Double = e * p
      score[i] = y[i] - (x >= 0 ? p : small)
      weight[i] = small * p
      linear += y[i] * x - max(x, 0)
      product *= 1 + e
    }
    return linear - logarithm(product)
  }

  private static func probit(
    _ eta: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int, _ score: UnsafeMutablePointer<Double>,
    _ weight: UnsafeMutablePointer<Double>
  ) -> Double {
    var total = 0.0
    for i in 0..<count {
      let x = eta[i]
      let above = Normal.millsRatio(x)
      let below = Normal.millsRatio(-x)
      score[i] = y[i] * above - (1 - y[i]) * below
      weight[i] = above * below
      total += y[i] == 0 ? 0 : y[i] * Normal.logCumulative(x)
      total += y[i] == 1 ? 0 : (1 - y[i]) * Normal.logCumulative(-x)
    }
    return total
  }

  private static func poisson(
    _ eta: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int, _ score: UnsafeMutablePointer<Double>,
    _ weight: UnsafeMutablePointer<Double>
  ) -> Double {
    var total = 0.0
    for i in 0..<count {
      let mean = exponential(eta[i])
      score[i] = y[i] - mean
      weight[i] = mean
      total += y[i] * eta[i] - mean
    }
    return total
  }

  private static func negativeBinomial(
    _ theta: Double, _ eta: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int,
    _ score: UnsafeMutablePointer<Double>, _ weight: UnsafeMutablePointer<Double>
  ) -> Double {
    var total = 0.0
    for i in 0..<count {
      let mean = exponential(eta[i])
      let shrink: Double = 1 / (1 + mean / theta)
      score[i] = (y[i] - mean) * shrink
      weight[i] = mean * shrink
      total += y[i] * eta[i] - (y[i] + theta) * logarithm(mean + theta)
    }
    return total
  }
}
