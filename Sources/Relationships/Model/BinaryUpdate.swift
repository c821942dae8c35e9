import Statistics

/// The step of the estimation for a binary indicator: one Newton step on intercepts, slopes and loading together.
///
/// The expected log-likelihood is taken over the posterior of the level at seven Gauss-Hermite nodes. Intercepts follow a random walk over
/// the years with standard deviation `walk`, so that a year without an event has no intercept of minus infinity; slopes and loading have a
/// ridge of 10⁻³. Intercepts are eliminated by their tridiagonal block.
struct BinaryUpdate {
  let data: ModelData
  let posterior: Posterior
  let index: Int
  let workers: Int

  /// Declared 2026-11-27.
  static let walk = 0.25
  private static let ridge = 1e-3
  private static let longestStep = 2.0

  private var indicator: Indicator { data.indicators[index] }

  /// Gradient and curvature: by year for the intercept (slope, weight, weights of the others), and of the others.
  private struct Sums: Sendable {
    var yearly: [Double]
    var gradient: [Double]
    var curvature: [Double]
  }

  func apply(to parameters: inout ModelParameters) {
    let times = data.layout.times
    let others = indicator.columns.count + 1
    let width = others + 2
    let own = parameters.indicators[index]
    let parts = mapPieces(data.layout.pieces, workers: workers) { sums(own, chains: $0, others: others, times: times) }
    var yearly = [Double](repeating: 0, count: times * width)
    var gradient = [Double](repeating: 0, count: others)
    var curvature = [Double](repeating: 0, count: others * others)
    for part in parts {
      for i in yearly.indices { yearly[i] += part.yearly[i] }
      for i in gradient.indices { gradient[i] += part.gradient[i] }
      for i in curvature.indices { curvature[i] += part.curvature[i] }
    }
    guard let step = Self.step(own, times: times, others: others, yearly, gradient, curvature) else { return }
    var next = own
    for time in 0..<times { next.intercepts[time] += Self.clipped(step.intercepts[time]) }
    for j in 0..<(others - 1) { next.slopes[j] += Self.clipped(step.others[j]) }
    next.loading += Self.clipped(step.others[others - 1])
    if next.loading * indicator.sign < 0 { next.loading = 0 }
    parameters.indicators[index] = next
  }

  private static func clipped(_ x: Double) -> Double { min(max(x, -longestStep), longestStep) }

  private func sums(_ own: IndicatorParameters, chains: Range<Int>, others: Int, times: Int) -> Sums {
    let width = others + 2
    var sums = Sums(
      yearly: Array(repeating: 0, count: times * width), gradient: Array(repeating: 0, count: others),
      curvature: Array(repeating: 0, count: others * others))
    var row = [Double](repeating: 0, count: others)
    for chain in chains {
      let first = data.layout.starts[chain]
      for cell in first..<data.layout.starts[chain + 1] where !indicator.values[cell].isNaN {
        let time = data.layout.firstTimes[chain] + cell - first
        var base = own.intercepts[time]
        for j in 0..<(others - 1) {
          row[j] = indicator.column(j, chain: chain, cell: cell, first: first)
          base += own.slopes[j] * row[j]
        }
        let y = Double(indicator.values[cell])
        let (mean, deviation) = (posterior.means[cell], posterior.variances[cell].squareRoot())
        var (g, gx, w, wx, wxx) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (node, share) in GaussHermite.nodes {
          let x: Double = mean + node * deviation
          let p = logistic(base + own.loading * x)
          let slope: Double = share * (y - p)
          let weight: Double = share * p * (1 - p)
          g += slope
          gx += slope * x
          w += weight
          wx += weight * x
          wxx += weight * x * x
        }
        let at = time * width
        sums.yearly[at] += g
        sums.yearly[at + 1] += w
        for i in 0..<(others - 1) where row[i] != 0 {
          sums.yearly[at + 2 + i] += w * row[i]
          sums.gradient[i] += g * row[i]
          for j in 0...i { sums.curvature[i * others + j] += w * row[i] * row[j] }
          sums.curvature[(others - 1) * others + i] += wx * row[i]
        }
        sums.yearly[at + 1 + others] += wx
        sums.gradient[others - 1] += gx
        sums.curvature[others * others - 1] += wxx
      }
    }
    return sums
  }

  /// The Newton step; `nil` if the curvature is not positive definite.
  private static func step(
    _ own: IndicatorParameters, times: Int, others: Int, _ yearly: [Double], _ gradient: [Double],
    _ curvature: [Double]
  ) -> (intercepts: [Double], others: [Double])? {
    let width = others + 2
    let tie: Double = 1 / (walk * walk)
    var diagonal = (0..<times).map { yearly[$0 * width + 1] + 1e-6 }
    var slope = (0..<times).map { yearly[$0 * width] }
    for time in 1..<max(times, 1) {
      let pull: Double = tie * (own.intercepts[time] - own.intercepts[time - 1])
      diagonal[time] += tie
      diagonal[time - 1] += tie
      slope[time] -= pull
      slope[time - 1] += pull
    }
    var block = TridiagonalFactor(capacity: times)
    guard block.factor(diagonal, off: Array(repeating: -tie, count: max(times - 1, 0)), n: times) != nil else {
      return nil
    }
    // A⁻¹B, column by column.
    let solved = (0..<others).map { j -> [Double] in
      var column = (0..<times).map { yearly[$0 * width + 2 + j] }
      block.solve(&column)
      return column
    }
    var matrix = curvature
    var right = gradient
    for i in 0..<others {
      for j in 0...i {
        for time in 0..<times { matrix[i * others + j] -= yearly[time * width + 2 + i] * solved[j][time] }
      }
      for time in 0..<times { right[i] -= solved[i][time] * slope[time] }
      matrix[i * others + i] += ridge
    }
    var factor = Cholesky(size: others)
    guard factor.factor(matrix) != nil else { return nil }
    let moves = factor.solve(right)
    block.solve(&slope)
    for j in 0..<others { for time in 0..<times { slope[time] -= solved[j][time] * moves[j] } }
    return (slope, moves)
  }
}
