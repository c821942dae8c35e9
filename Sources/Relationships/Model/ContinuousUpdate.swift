import Statistics

/// The step of the estimation for a continuous indicator: slopes and loading by least squares on quasi-differences with an effect a year, then
/// the intercepts, then ρ and the variances of the errors.
///
/// The level enters as told by the anchors alone, which do not know this indicator: the regression on its posterior mean is then free of the
/// attenuation that errors in a regressor bring (Carroll and others 2006, doi:10.1201/9781420010138, chapter 4, regression calibration), and the variance that
/// the uncertainty of the level puts into the errors is taken out again. Intercepts are means of the errors of a year.
struct ContinuousUpdate {
  let data: ModelData
  let posterior: Posterior
  let index: Int
  let workers: Int

  private var indicator: Indicator { data.indicators[index] }

  func apply(to parameters: inout ModelParameters) {
    var own = parameters.indicators[index]
    regress(&own)
    centre(&own)
    spread(&own)
    parameters.indicators[index] = own
  }

  /// Calls `body` with each observed cell, its chain and whether the cell before is observed too.
  private func visit(_ chains: Range<Int>, _ body: (_ cell: Int, _ chain: Int, _ first: Int, _ tied: Bool) -> Void) {
    let values = indicator.values
    for chain in chains {
      let first = data.layout.starts[chain]
      for cell in first..<data.layout.starts[chain + 1] where !values[cell].isNaN {
        body(cell, chain, first, cell > first && !values[cell - 1].isNaN)
      }
    }
  }

  /// Sums of cross products, in all and by year.
  private struct Sums: Sendable {
    var cross: [Double]
    var yearly: [Double]
  }

  private func regress(_ own: inout IndicatorParameters) {
    let columns = indicator.columns.count
    // Columns, level, value, one.
    let width = columns + 3
    let (rho, variances, times) = (own.persistence, own.variances, data.layout.times)
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> Sums in
      var sums = Sums(
        cross: Array(repeating: 0, count: width * width), yearly: Array(repeating: 0, count: times * width))
      var row = [Double](repeating: 1, count: width)
      visit(chains) { cell, chain, first, tied in
        let back: Double = tied ? rho : 0
        let weight: Double = 1 / (variances[Int(data.classes[cell])] * (1 - back * back))
        for j in 0..<columns {
          row[j] = indicator.column(j, chain: chain, cell: cell, first: first)
          if tied { row[j] -= back * indicator.column(j, chain: chain, cell: cell - 1, first: first) }
        }
        row[columns] = posterior.means[cell] - (tied ? back * posterior.means[cell - 1] : 0)
        row[columns + 1] = Double(indicator.values[cell]) - (tied ? back * Double(indicator.values[cell - 1]) : 0)
        let year = (data.layout.firstTimes[chain] + cell - first) * width
        for i in 0..<width {
          let scaled: Double = weight * row[i]
          sums.yearly[year + i] += scaled
          for j in 0...i { sums.cross[i * width + j] += scaled * row[j] }
        }
      }
      return sums
    }
    let sums = Self.added(parts, width: width, times: times)
    solve(sums, width: width, &own)
  }

  private static func added(_ parts: [Sums], width: Int, times: Int) -> Sums {
    var total = Sums(
      cross: Array(repeating: 0, count: width * width), yearly: Array(repeating: 0, count: times * width))
    for part in parts {
      for i in total.cross.indices { total.cross[i] += part.cross[i] }
      for i in total.yearly.indices { total.yearly[i] += part.yearly[i] }
    }
    return total
  }

  /// Takes out the effect of each year and solves the normal equations; a loading of the wrong sign becomes 0.
  private func solve(_ sums: Sums, width: Int, _ own: inout IndicatorParameters) {
    var cross = sums.cross
    for time in 0..<data.layout.times {
      let weight = sums.yearly[time * width + width - 1]
      guard weight > 0 else { continue }
      for i in 0..<width {
        for j in 0...i {
          cross[i * width + j] -= sums.yearly[time * width + i] * sums.yearly[time * width + j] / weight
        }
      }
    }
    let unknowns = width - 2
    for size in [unknowns, unknowns - 1] where size > 0 {
      var matrix = [Double](repeating: 0, count: size * size)
      for i in 0..<size { for j in 0...i { matrix[i * size + j] = cross[i * width + j] } }
      for i in 0..<size { matrix[i * size + i] += 1e-9 * (matrix[i * size + i] + 1e-9) }
      var factor = Cholesky(size: size)
      guard factor.factor(matrix) != nil else { continue }
      let solution = factor.solve((0..<size).map { cross[unknowns * width + $0] })
      if size == unknowns {
        guard solution[size - 1] * indicator.sign > 0 else { continue }
        own.loading = solution[size - 1]
      } else {
        own.loading = 0
      }
      own.slopes = Array(solution.prefix(unknowns - 1))
      return
    }
    own.loading = 0
  }

  /// Intercepts: the mean of what is left in each year; a year without values keeps its intercept.
  private func centre(_ own: inout IndicatorParameters) {
    let (times, current) = (data.layout.times, own)
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> [Double] in
      var sums = [Double](repeating: 0, count: 2 * times)
      visit(chains) { cell, chain, first, _ in
        let time = data.layout.firstTimes[chain] + cell - first
        sums[2 * time] += residual(current, cell: cell, chain: chain, first: first)
        sums[2 * time + 1] += 1
      }
      return sums
    }
    for time in 0..<times {
      let count: Double = parts.reduce(0) { $0 + $1[2 * time + 1] }
      if count > 0 { own.intercepts[time] = parts.reduce(0) { $0 + $1[2 * time] } / count }
    }
  }

  /// The value without slopes and level.
  private func residual(_ own: IndicatorParameters, cell: Int, chain: Int, first: Int) -> Double {
    var rest: Double = Double(indicator.values[cell]) - own.loading * posterior.means[cell]
    for j in own.slopes.indices { rest -= own.slopes[j] * indicator.column(j, chain: chain, cell: cell, first: first) }
    return rest
  }

  /// ρ and the variances: the stationary autoregression of the errors, its density profiled over the variances.
  private func spread(_ own: inout IndicatorParameters) {
    let current = own
    // By class: E e_t², E e_t e_{t−1}, E e_{t−1}² and count of tied cells; E e_t² and count of others.
    let parts = mapPieces(data.layout.pieces, workers: workers) { chains -> [SIMD8<Double>] in
      var sums = [SIMD8<Double>](repeating: .zero, count: 2)
      let square: Double = current.loading * current.loading
      visit(chains) { cell, chain, first, tied in
        let time = data.layout.firstTimes[chain] + cell - first
        let e: Double = residual(current, cell: cell, chain: chain, first: first) - current.intercepts[time]
        let kind = Int(data.classes[cell])
        let second: Double = e * e - square * posterior.variances[cell]
        guard tied else {
          sums[kind] += SIMD8(0, 0, 0, 0, second, 1, 0, 0)
          return
        }
        let b: Double =
          residual(current, cell: cell - 1, chain: chain, first: first) - current.intercepts[time - 1]
        sums[kind] += SIMD8(
          second, e * b - square * posterior.links[cell], b * b - square * posterior.variances[cell - 1], 1, 0, 0, 0, 0)
      }
      return sums
    }
    var sums = [SIMD8<Double>](repeating: .zero, count: 2)
    for part in parts { for kind in 0..<2 { sums[kind] += part[kind] } }
    func profile(_ rho: Double) -> (density: Double, variances: [Double]) {
      var density = 0.0
      var variances = own.variances
      for kind in 0..<2 {
        let s = sums[kind]
        let count: Double = s[3] + s[5]
        guard count > 0 else { continue }
        let share: Double = 1 - rho * rho
        let tied: Double = (s[0] - 2 * rho * s[1] + rho * rho * s[2]) / share
        variances[kind] = max((tied + s[4]) / count, 1e-12)
        density -= 0.5 * count * logarithm(variances[kind]) + 0.5 * s[3] * logarithm(share)
      }
      return (density, variances)
    }
    var low = 0.0
    var high = 0.9995
    for _ in 0..<60 {
      let left: Double = high - 0.6180339887498949 * (high - low)
      let right: Double = low + 0.6180339887498949 * (high - low)
      if profile(left).density < profile(right).density { low = left } else { high = right }
    }
    own.persistence = (low + high) / 2
    own.variances = profile(own.persistence).variances
  }
}
