import Statistics

/// What the parameters of the anchors are judged by: the log of the probability of all binary indicators, by expectation propagation, less penalties.
///
/// Formula: Σ over pairs of (log of the Gaussian integral with the sites + Σ log of the sites' masses) − ½ Σ (a_t − a_{t−1})²/walk² − ½ ridge b'b − ½ (log|λ| − log ½)²/1.5². Intercepts so
/// follow a random walk over the years and a year without an event has no intercept of minus infinity; loadings have their declared sign and half of the
/// prior between .18 and 1.4 (95 % between .03 and 9). The gradient is exact where the sites stand still, because
/// there the approximation is stationary in them: expected derivatives of log-likelihood and prior, over the marginals with the indicators in the place of their site.
/// Complexity: O(cells × indicators × columns²). Source: Minka (2001), arXiv:1301.2294; Seeger (2005), "Expectation propagation for exponential families".
struct AnchorObjective {
  let data: ModelData
  let workers: Int

  /// Standard deviation of the walk of the intercepts, a year; precision of slopes; median and spread of loadings. Declared 2026-11-27.
  static let walk = 0.25
  static let ridge = 1e-3
  static let medianLoading = 0.5
  static let loadingSpread = 1.5
  private static let tie: Double = 1 / (walk * walk)

  struct Value {
    var value: Double
    /// In the order of `AnchorVector`.
    var gradient: [Double]
    /// Curvature of the expected log-likelihood, one an anchor, and of the expected log prior by `AnchorVector`'s last two.
    var metric: [ArrowMatrix]
    var dynamics: SIMD2<Double>
    var posterior: Posterior
  }

  private struct Sums: Sendable {
    var value = 0.0
    var gradients: [[Double]]
    var metric: [ArrowMatrix]
    /// By class of the later cell: over transitions Σ E x_t², Σ E x_t x_{t−1}, Σ E x_{t−1}², count; over first cells Σ E x², count.
    var levels = [SIMD8<Double>](repeating: .zero, count: 2)
  }

  /// - Parameters:
  ///   - start: where the sites begin.
  ///   - tolerance: they are matched until no level of a pair moves by more.
  func at(_ parameters: ModelParameters, from start: Posterior, tolerance: Double) -> Value {
    let posterior = start.smoothed(data, parameters, steps: 60, tolerance: tolerance, workers: workers)
    let parts = mapPieces(data.layout.pieces, workers: workers) { sums(of: $0, parameters, posterior) }
    var all = empty
    for part in parts {
      all.value += part.value
      for k in all.gradients.indices {
        for i in all.gradients[k].indices { all.gradients[k][i] += part.gradients[k][i] }
        all.metric[k].add(part.metric[k])
      }
      for kind in 0..<2 { all.levels[kind] += part.levels[kind] }
    }
    for k in all.gradients.indices { penalise(parameters.indicators[k], k, &all) }
    let dynamics = LevelDynamics(sums: all.levels, memory: parameters.memory, minorVariance: parameters.minorVariance)
    return Value(
      value: all.value, gradient: all.gradients.flatMap { $0 } + [dynamics.gradient.x, dynamics.gradient.y],
      metric: all.metric, dynamics: dynamics.curvature, posterior: posterior)
  }

  private var empty: Sums {
    let years = data.layout.times
    return Sums(
      gradients: data.indicators.map { Array(repeating: 0, count: years + $0.columns.count + 1) },
      metric: data.indicators.map { ArrowMatrix(years: years, others: $0.columns.count + 1, tie: Self.tie) })
  }

  private func penalise(_ own: IndicatorParameters, _ k: Int, _ all: inout Sums) {
    let years = data.layout.times
    let others = own.slopes.count + 1
    for year in 0..<years { all.metric[k].diagonal[year] += 1e-6 }
    for year in 1..<max(years, 1) {
      let step: Double = own.intercepts[year] - own.intercepts[year - 1]
      all.value -= 0.5 * Self.tie * step * step
      all.gradients[k][year] -= Self.tie * step
      all.gradients[k][year - 1] += Self.tie * step
      all.metric[k].diagonal[year] += Self.tie
      all.metric[k].diagonal[year - 1] += Self.tie
    }
    for (j, x) in own.slopes.enumerated() {
      all.value -= 0.5 * Self.ridge * x * x
      all.gradients[k][years + j] -= Self.ridge * x
      all.metric[k].corner[j * others + j] += Self.ridge
    }
    // From the loading to its logarithm.
    let last = others - 1
    all.gradients[k][years + last] *= own.loading
    for year in 0..<years { all.metric[k].border[year * others + last] *= own.loading }
    for j in 0..<others { all.metric[k].corner[last * others + j] *= own.loading }
    all.metric[k].corner[last * others + last] *= own.loading
    let away: Double = logarithm(own.loading.magnitude / Self.medianLoading)
    let precision: Double = 1 / (Self.loadingSpread * Self.loadingSpread)
    all.value -= 0.5 * precision * away * away
    all.gradients[k][years + last] -= precision * away
    all.metric[k].corner[last * others + last] += precision
  }

  private func sums(of chains: Range<Int>, _ parameters: ModelParameters, _ posterior: Posterior) -> Sums {
    var sums = empty
    var nodes = TiltedNodes()
    for chain in chains {
      let first = data.layout.starts[chain]
      let cells = first..<data.layout.starts[chain + 1]
      let time = data.layout.firstTimes[chain]
      let evidence = ChainEvidence(data, parameters, chain: chain)
      let own = ChainPosterior(
        means: Array(posterior.means[cells]), variances: Array(posterior.variances[cells]), links: [],
        sites: Array(posterior.sites[cells]))
      sums.value += own.logGaussian(classes: data.classes[cells], parameters: parameters)
      addLevels(cells, posterior, &sums)
      var next = 0
      while next < evidence.trials.count {
        let offset = evidence.trials[next].offset
        var end = next
        while end < evidence.trials.count, evidence.trials[end].offset == offset { end += 1 }
        let trials = evidence.trials[next..<end]
        sums.value += nodes.load(own.sites[offset], mean: own.means[offset], variance: own.variances[offset], trials)
        for (i, trial) in trials.enumerated() {
          add(
            nodes.moments(of: i, value: trial.value), trial, chain: chain, cell: first + offset, first, time + offset,
            &sums)
        }
        next = end
      }
    }
    return sums
  }

  private func add(
    _ m: TiltedNodes.Moments, _ trial: ChainEvidence.Trial, chain: Int, cell: Int, _ first: Int, _ year: Int,
    _ sums: inout Sums
  ) {
    let k = trial.indicator
    let indicator = data.indicators[k]
    let columns = indicator.columns.count
    let others = columns + 1
    let years = data.layout.times
    sums.gradients[k][year] += m.slope
    sums.metric[k].diagonal[year] += m.weight
    for i in 0..<columns {
      let z = indicator.column(i, chain: chain, cell: cell, first: first)
      guard z != 0 else { continue }
      sums.gradients[k][years + i] += m.slope * z
      sums.metric[k].border[year * others + i] += m.weight * z
      for j in 0...i {
        let other: Double = j == i ? z : indicator.column(j, chain: chain, cell: cell, first: first)
        sums.metric[k].corner[i * others + j] += m.weight * z * other
      }
      sums.metric[k].corner[columns * others + i] += m.weightX * z
    }
    sums.gradients[k][years + columns] += m.slopeX
    sums.metric[k].border[year * others + columns] += m.weightX
    sums.metric[k].corner[columns * others + columns] += m.weightXX
  }

  private func addLevels(_ cells: Range<Int>, _ posterior: Posterior, _ sums: inout Sums) {
    for cell in cells {
      let x = posterior.means[cell]
      let square: Double = x * x + posterior.variances[cell]
      guard cell > cells.lowerBound else {
        sums.levels[Int(data.classes[cell])] += SIMD8(0, 0, 0, 0, square, 1, 0, 0)
        continue
      }
      let before = posterior.means[cell - 1]
      sums.levels[Int(data.classes[cell])] += SIMD8(
        square, x * before + posterior.links[cell], before * before + posterior.variances[cell - 1], 1, 0, 0, 0, 0)
    }
  }
}

/// The marginal of a year with its indicators in the place of their site, at the quadrature nodes.
struct TiltedNodes {
  /// Expected derivatives of a trial's log-likelihood: by the linear predictor, the same times the level, and the weights p(1 − p) times 1, x and x².
  struct Moments {
    var slope = 0.0
    var slopeX = 0.0
    var weight = 0.0
    var weightX = 0.0
    var weightXX = 0.0
  }

  private var levels = [Double](repeating: 0, count: GaussHermite.nodes.count)
  private var shares = [Double](repeating: 0, count: GaussHermite.nodes.count)
  /// Probability of a yes, node by node, trial by trial.
  private var probabilities: [Double] = []

  /// - Returns: log of what the site must be multiplied by to have the mass of the indicators.
  mutating func load(
    _ site: Site, mean: Double, variance: Double, _ trials: ArraySlice<ChainEvidence.Trial>
  ) -> Double {
    let deviation = variance.squareRoot()
    var total = weigh(site, mean, deviation, SiteFrame(centre: mean, scale: deviation), trials)
    if !(shares[0] + shares[shares.count - 1] <= SiteFrame.heaviestEnds * total),
      let frame = site.frame(mean: mean, variance: variance, trials)
    {
      total = weigh(site, mean, deviation, frame, trials)
    }
    total = max(total, 1e-300)
    for k in shares.indices { shares[k] /= total }
    return logarithm(total) - mean * (site.pull - 0.5 * site.precision * mean)
  }

  private mutating func weigh(
    _ site: Site, _ mean: Double, _ deviation: Double, _ frame: SiteFrame, _ trials: ArraySlice<ChainEvidence.Trial>
  ) -> Double {
    let size = levels.count
    probabilities.removeAll(keepingCapacity: true)
    for k in 0..<size {
      shares[k] = site.weight(GaussHermite.nodes[k], mean: mean, deviation: deviation, frame, level: &levels[k])
    }
    for trial in trials {
      for k in 0..<size {
        let p = logistic(trial.base + trial.loading * levels[k])
        probabilities.append(p)
        shares[k] *= trial.value > 0.5 ? p : 1 - p
      }
    }
    return shares.reduce(0, +)
  }

  func moments(of trial: Int, value: Double) -> Moments {
    var m = Moments()
    let size = levels.count
    for k in 0..<size {
      let p = probabilities[trial * size + k]
      let slope: Double = shares[k] * (value - p)
      let weight: Double = shares[k] * p * (1 - p)
      m.slope += slope
      m.slopeX += slope * levels[k]
      m.weight += weight
      m.weightX += weight * levels[k]
      m.weightXX += weight * levels[k] * levels[k]
    }
    return m
  }
}
