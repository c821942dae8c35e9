extension Xoshiro256 {
  /// A gamma draw with the given shape and unit rate; 0 for a shape that is not positive.
  ///
  /// Source: Marsaglia and Tsang (2000), doi:10.1145/358407.358414, with the power transform for shapes below 1.
  public mutating func gamma(shape: Double) -> Double {
    guard shape > 0 else { return 0 }
    if shape < 1 { return gamma(shape: shape + 1) * power(uniform(), 1 / shape) }
    let d: Double = shape - 1.0 / 3
    let c: Double = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root: Double = 1 + c * x
      if root <= 0 { continue }
      let v: Double = root * root * root
      let bound: Double = 0.5 * x * x + d - d * v + d * logarithm(v)
      if logarithm(uniform()) < bound { return d * v }
    }
  }

  /// An inverse-gamma draw: density ∝ x^(−shape−1) exp(−scale/x).
  public mutating func inverseGamma(shape: Double, scale: Double) -> Double { scale / gamma(shape: shape) }
}
