import Statistics

/// The step of the estimation that sets memory and stationary variances of the level.
///
/// Maximises the expected log-density of the transitions: for each φ the variance of class 0 in closed form, φ by golden section. The variance of
/// class 0 is at most that of class 1.
struct DynamicsUpdate {
  /// Sums over transitions by class of the later cell: Σ E x_t², Σ E x_t x_{t−1}, Σ E x_{t−1}², count.
  private var sums = [SIMD4<Double>](repeating: .zero, count: 2)

  init(_ data: ModelData, _ posterior: Posterior, workers: Int) {
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> [SIMD4<Double>] in
      var sums = [SIMD4<Double>](repeating: .zero, count: 2)
      for chain in chains {
        for cell in (data.layout.starts[chain] + 1)..<max(data.layout.starts[chain + 1], data.layout.starts[chain] + 1)
        {
          let (x, before) = (posterior.means[cell], posterior.means[cell - 1])
          sums[Int(data.classes[cell])] += SIMD4(
            x * x + posterior.variances[cell], x * before + posterior.links[cell],
            before * before + posterior.variances[cell - 1], 1)
        }
      }
      return sums
    }
    for part in parts { for kind in 0..<2 { sums[kind] += part[kind] } }
  }

  func apply(to parameters: inout ModelParameters) {
    var low = 0.8
    var high = 0.9995
    let ratio = 0.6180339887498949
    for _ in 0..<60 {
      let left: Double = high - ratio * (high - low)
      let right: Double = low + ratio * (high - low)
      if gain(left).density < gain(right).density { low = left } else { high = right }
    }
    parameters.memory = (low + high) / 2
    parameters.minorVariance = min(max(gain(parameters.memory).minor, 0.01), 1)
  }

  private func gain(_ phi: Double) -> (density: Double, minor: Double) {
    let share: Double = 1 - phi * phi
    let errors = sums.map { s -> Double in s[0] - 2 * phi * s[1] + phi * phi * s[2] }
    let minor: Double = sums[0][3] > 0 ? errors[0] / (sums[0][3] * share) : 1
    var density: Double = -0.5 * sums[1][3] * logarithm(share) - 0.5 * errors[1] / share
    if sums[0][3] > 0 { density -= 0.5 * sums[0][3] * (logarithm(max(minor, 1e-12) * share) + 1) }
    return (density, minor)
  }
}
