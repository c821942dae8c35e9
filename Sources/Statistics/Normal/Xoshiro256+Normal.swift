extension Xoshiro256 {
  /// A standard normal draw by inversion: one uniform a draw, so a stream never depends on rejected candidates.
  public mutating func normal() -> Double { Normal.quantile(uniform()) }

  /// A standard normal draw conditioned on `low < z < high`; the ends may be infinite.
  ///
  /// Inversion on the scale of the nearer tail, with Robert's exponential rejection where both ends lie more than 6 standard
  /// deviations out on one side. Returns the nearer end of an empty or degenerate interval.
  /// Source: Robert (1995), doi:10.1007/BF00143942.
  public mutating func truncatedNormal(above low: Double = -.infinity, below high: Double = .infinity) -> Double {
    guard low < high else { return low.isFinite ? low : high }
    if low > 0 { return upperTail(low, high) }
    if high < 0 { return -upperTail(-high, -low) }
    let a = Normal.cumulative(low)
    let b = Normal.cumulative(high)
    return min(max(Normal.quantile(a + uniform() * (b - a)), low), high)
  }

  /// A draw on (low, high) with 0 < low.
  private mutating func upperTail(_ low: Double, _ high: Double) -> Double {
    if low < 6 {
      let a = Normal.cumulative(-low)
      let b = Normal.cumulative(-high)
      return min(max(-Normal.quantile(a + uniform() * (b - a)), low), high)
    }
    let rate: Double = 0.5 * (low + (low * low + 4).squareRoot())
    let reach = high.isFinite ? -exponentialM1(-rate * (high - low)) : 1
    while true {
      let z: Double = low - logarithm1p(-uniform() * reach) / rate
      let gap = z - rate
      if uniform() <= exponential(-0.5 * gap * gap) || reach < 1e-9 { return min(z, high) }
    }
  }
}
