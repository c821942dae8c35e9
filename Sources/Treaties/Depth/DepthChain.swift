import Statistics

/// One Markov chain of the depth model.
///
/// A sweep draws each item's loading and cut points by adaptive random walks with the latent responses integrated out, then
/// the latent responses given everything, then the two positions of each treaty exactly, then, if the axes may
/// correlate, their correlation on a grid.
/// Source: Albert and Chib (1993), doi:10.1080/01621459.1993.10476321; Cowles (1996), doi:10.1007/BF00162520.
struct DepthChain: Sendable {
  struct Item: Sendable {
    let axis: Int
    let isPositive: Bool
    var loading: Double
    var cuts: [Double]
    var walk: AdaptiveWalk
    /// Treaties that have the item, with their level.
    let observed: [(treaty: Int, level: Int)]
    var logPosterior: Double
  }

  private(set) var items: [Item]
  /// Depth and scope of each treaty.
  private(set) var theta: [Double]
  private(set) var correlation = 0.0
  private var random: Xoshiro256
  private let count: Int
  private let isCorrelated: Bool

  static let loadingScale = 1.5
  static let cutScale = 2.5

  init(_ data: ProvisionData, seed: UInt64, stream: UInt64, correlated: Bool) {
    isCorrelated = correlated
    var random = Xoshiro256(seed: seed, stream: stream)
    count = data.treaties.count
    // Start near the share of provisions present, jittered so that chains start apart.
    var start = [Double](repeating: 0, count: count * 2)
    for i in 0..<count {
      for (axis, name) in ProvisionItem.Axis.allCases.enumerated() {
        var (sum, n) = (0.0, 0.0)
        for j in data.items.indices where data.items[j].axis == name && data[i, j] >= 0 {
          sum += Double(data[i, j]) / Double(data.items[j].levels.count - 1)
          n += 1
        }
        start[2 * i + axis] = (n > 0 ? 3 * sum / n - 0.5 : 0) + 0.5 * random.normal()
      }
    }
    theta = start
    items = data.items.indices.map { j in
      let observed = (0..<data.treaties.count).filter { data[$0, j] >= 0 }.map { ($0, data[$0, j]) }
      let cuts = Self.startingCuts(observed.map(\.1), levels: data.items[j].levels.count)
      return Item(
        axis: data.items[j].axis == .depth ? 0 : 1, isPositive: data.items[j].isPositive,
        loading: data.items[j].isPositive ? 0.5 + 0.5 * random.uniform() : 0.1 * random.normal(), cuts: cuts,
        walk: AdaptiveWalk(dimensions: cuts.count + 1), observed: observed, logPosterior: 0)
    }
    self.random = random
  }

  /// Normal quantiles of the cumulative shares of the levels.
  private static func startingCuts(_ levels: [Int], levels count: Int) -> [Double] {
    let total = Double(levels.count) + Double(count)
    var below = 0.0
    var cuts: [Double] = []
    for level in 0..<(count - 1) {
      below += Double(levels.count { $0 == level }) + 1
      cuts.append(max(Normal.quantile(below / total), (cuts.last ?? -10) + 0.05))
    }
    return cuts
  }

  /// One sweep; during warm-up the random walks adapt.
  mutating func sweep(warmup: Int? = nil, of total: Int = 1) {
    for j in items.indices { drawItem(j, adapting: warmup.map { Double($0) / Double(total) }) }
    drawPositions()
    if isCorrelated { drawCorrelation() }
  }

  /// The correlation of the two positions over treaties.
  var sampleCorrelation: Double {
    let n = Double(count)
    var (x, y, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for i in 0..<count {
      let (a, b) = (theta[2 * i], theta[2 * i + 1])
      x += a
      y += b
      xx += a * a
      xy += a * b
      yy += b * b
    }
    return (xy - x * y / n) / ((xx - x * x / n) * (yy - y * y / n)).squareRoot()
  }

  // MARK: Items

  private mutating func drawItem(_ j: Int, adapting phase: Double?) {
    items[j].logPosterior = logPosterior(j, items[j].loading, items[j].cuts)
    for _ in 0..<2 {
      let step = items[j].walk.step(&random)
      let loading = items[j].loading + step[0]
      var cuts = items[j].cuts
      for k in cuts.indices { cuts[k] += step[k + 1] }
      let isValid = (loading > 0 || !items[j].isPositive) && zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 }
      let proposed = isValid ? logPosterior(j, loading, cuts) : -.infinity
      let gain = proposed - items[j].logPosterior
      let accepted = gain >= 0 || random.uniform() < exponential(gain)
      if accepted {
        items[j].loading = loading
        items[j].cuts = cuts
        items[j].logPosterior = proposed
      }
      if let phase {
        items[j].walk.adapt(
          accepted: accepted, state: [items[j].loading] + items[j].cuts, learns: phase > 0.15)
      }
    }
  }

  private func logPosterior(_ j: Int, _ loading: Double, _ cuts: [Double]) -> Double {
    let item = items[j]
    var total: Double = -0.5 * loading * loading / (Self.loadingScale * Self.loadingScale)
    for cut in cuts { total -= 0.5 * cut * cut / (Self.cutScale * Self.cutScale) }
    for (i, level) in item.observed {
      total += logProbability(level, loading * theta[2 * i + item.axis], cuts)
    }
    return total
  }

  /// log P(level) for a latent response with this mean.
  private func logProbability(_ level: Int, _ mean: Double, _ cuts: [Double]) -> Double {
    let table = LogNormalTable.shared
    if level == 0 { return table.value(cuts[0] - mean) }
    if level == cuts.count { return table.value(mean - cuts[level - 1]) }
    // log(Φ(b) − Φ(a)) from the side on which both are small.
    let (a, b) = (cuts[level - 1] - mean, cuts[level] - mean)
    let (low, high) = a > 0 ? (-b, -a) : (a, b)
    let upper = table.value(high)
    return upper + logarithm(max(-exponentialM1(table.value(low) - upper), 1e-300))
  }

  // MARK: Positions

  private mutating func drawPositions() {
    var precision = [Double](repeating: 0, count: count * 2)
    var pull = precision
    for item in items {
      let a = item.loading
      for (i, level) in item.observed {
        let k = 2 * i + item.axis
        let mean = a * theta[k]
        let low = level == 0 ? -Double.infinity : item.cuts[level - 1] - mean
        let high = level == item.cuts.count ? Double.infinity : item.cuts[level] - mean
        let response: Double = mean + random.truncatedNormal(above: low, below: high)
        precision[k] += a * a
        pull[k] += a * response
      }
    }
    // (R⁻¹ + diag(precision)) θ = pull, two by two.
    let scale: Double = 1 / (1 - correlation * correlation)
    let off: Double = -correlation * scale
    for i in 0..<count {
      let p00: Double = scale + precision[2 * i]
      let p11: Double = scale + precision[2 * i + 1]
      let l00 = p00.squareRoot()
      let l10: Double = off / l00
      let l11: Double = (p11 - l10 * l10).squareRoot()
      let u0: Double = pull[2 * i] / l00
      let u1: Double = (pull[2 * i + 1] - l10 * u0) / l11
      let second: Double = (u1 + random.normal()) / l11
      theta[2 * i + 1] = second
      theta[2 * i] = (u0 + random.normal() - l10 * second) / l00
    }
  }

  /// The correlation given the positions, on 400 points of (−1, 1).
  private mutating func drawCorrelation() {
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for i in 0..<count {
      let (x, y) = (theta[2 * i], theta[2 * i + 1])
      xx += x * x
      xy += x * y
      yy += y * y
    }
    let points = 400
    let n = Double(count)
    let logs = (0..<points).map { k -> Double in
      let rho: Double = -1 + (Double(k) + 0.5) * 2 / Double(points)
      let rest: Double = 1 - rho * rho
      return -0.5 * n * logarithm(rest) - (xx - 2 * rho * xy + yy) / (2 * rest)
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exponential($0 - top) }
    var left: Double = random.uniform() * weights.reduce(0, +)
    var k = 0
    while k < points - 1, left > weights[k] {
      left -= weights[k]
      k += 1
    }
    correlation = -1 + (Double(k) + random.uniform()) * 2 / Double(points)
  }
}
