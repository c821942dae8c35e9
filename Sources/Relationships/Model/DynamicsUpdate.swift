import Statistics

/// The step of the estimation that sets memory and stationary variances of the level.
///
/// Maximises the expected log-density of first years and transitions: for each φ the variances of both classes in closed form, φ by golden section. The
/// variance of class 0 is at most that of class 1. The latter is 1 by the scale of the model; that it is estimated all the same, and the levels then counted in
/// its root, is the parameter expansion of Liu, Rubin and Wu (1998), doi:10.1093/biomet/85.4.755, without which loadings crawl to their place.
struct DynamicsUpdate {
  /// Sums by class of the (later) cell: over transitions Σ E x_t², Σ E x_t x_{t−1}, Σ E x_{t−1}², count; over first cells Σ E x², count.
  private var sums = [SIMD8<Double>](repeating: .zero, count: 2)

  init(_ data: ModelData, _ posterior: Posterior, workers: Int) {
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> [SIMD8<Double>] in
      var sums = [SIMD8<Double>](repeating: .zero, count: 2)
      for chain in chains {
        let first = data.layout.starts[chain]
        for cell in first..<data.layout.starts[chain + 1] {
          let x = posterior.means[cell]
          let square: Double = x * x + posterior.variances[cell]
          guard cell > first else {
            sums[Int(data.classes[cell])] += SIMD8(0, 0, 0, 0, square, 1, 0, 0)
            continue
          }
          let before = posterior.means[cell - 1]
          sums[Int(data.classes[cell])] += SIMD8(
            square, x * before + posterior.links[cell], before * before + posterior.variances[cell - 1], 1, 0, 0, 0, 0)
        }
      }
      return sums
    }
    for part in parts { for kind in 0..<2 { sums[kind] += part[kind] } }
  }

  /// Sets the dynamics and counts loadings and levels in the root of the variance of class 1.
  func apply(to parameters: inout ModelParameters, _ posterior: inout Posterior) {
    var low = 0.8
    var high = 0.9995
    let ratio = 0.6180339887498949
    for _ in 0..<60 {
      let left: Double = high - ratio * (high - low)
      let right: Double = low + ratio * (high - low)
      if gain(left).density < gain(right).density { low = left } else { high = right }
    }
    parameters.memory = (low + high) / 2
    let (_, minor, major) = gain(parameters.memory)
    parameters.minorVariance = max(minor / major, 0.01)
    let unit: Double = major.squareRoot()
    for index in parameters.indicators.indices { parameters.indicators[index].loading *= unit }
    posterior.rescale(unit)
  }

  /// The expected log-density under φ at the best variances, and these.
  private func gain(_ phi: Double) -> (density: Double, minor: Double, major: Double) {
    let share: Double = 1 - phi * phi
    let errors = sums.map { s -> Double in (s[0] - 2 * phi * s[1] + phi * phi * s[2]) / share + s[4] }
    let counts = sums.map { $0[3] + $0[5] }
    let pooled: Double = max((errors[0] + errors[1]) / max(counts[0] + counts[1], 1), 1e-12)
    var minor: Double = counts[0] > 0 ? max(errors[0] / counts[0], 1e-12) : pooled
    var major: Double = counts[1] > 0 ? max(errors[1] / counts[1], 1e-12) : pooled
    if minor > major { (minor, major) = (pooled, pooled) }
    var density: Double = -0.5 * (sums[0][3] + sums[1][3]) * logarithm(share)
    density -= 0.5 * (counts[0] * logarithm(minor) + errors[0] / minor)
    density -= 0.5 * (counts[1] * logarithm(major) + errors[1] / major)
    return (density, minor, major)
  }
}
