/// The incomplete gamma function and the derivatives of log Γ.
public enum GammaFunctions {
  /// Q(a, x) = Γ(a, x)/Γ(a), the upper regularised incomplete gamma function; relative accuracy about 1e-13.
  ///
  /// Source: DLMF 8.7.1 (series) below x = a + 1 and 8.9.2 (continued fraction, modified Lentz) above.
  public static func upper(_ a: Double, _ x: Double) -> Double {
    guard a > 0, !x.isNaN else { return .nan }
    guard x > 0 else { return 1 }
    guard x < .infinity else { return 0 }
    let front: Double = exponential(a * logarithm(x) - x - logGamma(a))
    return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term: Double = 1 / a
    var total = term
    var n = a
    for _ in 0..<10_000 {
      n += 1
      term *= x / n
      total += term
      if term < total * 1e-17 { break }
    }
    return total
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b: Double = x + 1 - a
    var c: Double = 1 / tiny
    var d: Double = 1 / (abs(b) < tiny ? tiny : b)
    var result = d
    for i in 1...10_000 {
      let k = Double(i)
      let numerator: Double = -k * (k - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change: Double = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }

  /// ψ(x), the derivative of log Γ, for x > 0: recurrence to x ≥ 10, then the asymptotic series (DLMF 5.11.2).
  public static func digamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var x = x
    var shift = 0.0
    while x < 10 {
      shift -= 1 / x
      x += 1
    }
    let r: Double = 1 / (x * x)
    let tail: Double = r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r * (1 / 240.0 - r * (1 / 132.0)))))
    return shift + logarithm(x) - 0.5 / x - tail
  }

  /// ψ′(x) for x > 0, as `digamma`.
  public static func trigamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var x = x
    var shift = 0.0
    while x < 12 {
      shift += 1 / (x * x)
      x += 1
    }
    let r: Double = 1 / (x * x)
    let inner: Double = 1 / 6.0 - r * (1 / 30.0 - r * (1 / 42.0 - r * (1 / 30.0 - r * (5 / 66.0))))
    return shift + 1 / x + 0.5 * r + r / x * inner
  }
}

/// The chi-square distribution, for tests.
public enum ChiSquare {
  /// P(X ≥ x) with `freedom` degrees of freedom.
  public static func upperTail(_ x: Double, freedom: Double) -> Double { GammaFunctions.upper(freedom / 2, x / 2) }
}

/// The F distribution, for tests of linear models.
public enum FisherF {
  /// P(F ≥ f) with `numerator` and `denominator` degrees of freedom.
  public static func upperTail(_ f: Double, numerator: Double, denominator: Double) -> Double {
    guard f > 0 else { return f.isNaN ? .nan : 1 }
    return StudentT.incompleteBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2)
  }
}
