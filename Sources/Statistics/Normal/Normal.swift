/// The standard normal distribution.
public enum Normal {
  /// √(2π).
  public static let rootTwoPi = 2.5066282746310005024
  /// log √(2π).
  public static let logRootTwoPi = 0.91893853320467274178

  /// φ(x) = exp(−x²/2)/√(2π).
  @inlinable
  public static func density(_ x: Double) -> Double { exponential(-0.5 * x * x) / rootTwoPi }

  /// Φ(x), relative accuracy about 1e-15 in the lower tail down to −37.
  @inlinable
  public static func cumulative(_ x: Double) -> Double { 0.5 * complementaryError(-x * 0.70710678118654752440) }

  /// log Φ(x), accurate in both tails for every finite x.
  ///
  /// Below −37, where Φ underflows, the asymptotic series log φ(x) − log(−x) + log(1 − 1/x² + 3/x⁴ − 15/x⁶) is used.
  public static func logCumulative(_ x: Double) -> Double {
    if x > 6 { return logarithm1p(-cumulative(-x)) }
    if x > -37 { return logarithm(cumulative(x)) }
    let r: Double = 1 / (x * x)
    let series: Double = -r * (1 - r * (3 - 15 * r))
    return -0.5 * x * x - logRootTwoPi - logarithm(-x) + logarithm1p(series)
  }

  /// φ(x)/Φ(x), the inverse Mills ratio of the lower tail; finite for every finite x.
  public static func millsRatio(_ x: Double) -> Double {
    if x > -37 { return density(x) / cumulative(x) }
    let r: Double = 1 / (x * x)
    return -x / (1 - r * (1 - r * (3 - 15 * r)))
  }

  /// Φ⁻¹(p); −∞ at 0, +∞ at 1, NaN outside [0, 1].
  ///
  /// Source: Wichura (1988), algorithm AS 241 (PPND16), doi:10.2307/2347330; relative accuracy about 1e-16.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r: Double = 0.180625 - q * q
      return q * ratio(centralNumerator, centralDenominator, r)
    }
    let tail = (-logarithm(q < 0 ? p : 1 - p)).squareRoot()
    let z =
      tail <= 5
      ? ratio(middleNumerator, middleDenominator, tail - 1.6) : ratio(farNumerator, farDenominator, tail - 5)
    return q < 0 ? -z : z
  }

  private static func ratio(_ a: [Double], _ b: [Double], _ r: Double) -> Double {
    var top = 0.0
    var bottom = 0.0
    for c in a { top = top * r + c }
    for c in b { bottom = bottom * r + c }
    return top / bottom
  }

  private static let centralNumerator: [Double] = [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ]
  private static let centralDenominator: [Double] = [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ]
  private static let middleNumerator: [Double] = [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ]
  private static let middleDenominator: [Double] = [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ]
  private static let farNumerator: [Double] = [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ]
  private static let farDenominator: [Double] = [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ]
}
