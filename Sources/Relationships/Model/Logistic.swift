import Statistics

/// 1/(1 + e⁻ˣ), without overflow.
@inline(__always)
func logistic(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + exponential(-x)) }
  let e = exponential(x)
  return e / (1 + e)
}

/// log(p/(1 − p)).
func logit(_ p: Double) -> Double { logarithm(p / (1 - p)) }
