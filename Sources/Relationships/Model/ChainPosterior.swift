import Statistics

/// The posterior of the levels of one chain: a Gaussian chain with means, variances and covariances of neighbours.
struct ChainPosterior: Sendable {
  var means: [Double]
  var variances: [Double]
  /// Covariance with the year before; 0 in the first year.
  var links: [Double]
  /// What stands for the binary indicators of each year.
  var sites: [Site]

  init(means: [Double], variances: [Double], links: [Double], sites: [Site]) {
    self.means = means
    self.variances = variances
    self.links = links
    self.sites = sites
  }

  /// Smoothing: all years inform each.
  ///
  /// The binary indicators of a year are stood in for by a Gaussian term, its site, such that the marginal of the year has the mean and the variance of
  /// the marginal with the indicators themselves in the site's place: expectation propagation (Minka 2001, arXiv:1301.2294), moments by quadrature
  /// (`GaussHermite`). An expansion at the mode draws levels to 0 where events are rare, because the likelihood is skew, and Newton's steps to it, taken from 0, can run away. The
  /// precision matrix is tridiagonal, so each step is an elimination forward and a substitution back (Rue and Held 2005, algorithm 2.4), the same
  /// recursions as a Kalman filter and smoother. Complexity: O(years × indicators) a step.
  ///
  /// - Parameters:
  ///   - start: levels of an earlier iteration, from which movement is counted.
  ///   - sites: those of an earlier iteration; without any the first marginals are those of the prior.
  ///   - steps: eliminations at most; they end when no level moves by more than `tolerance`.
  init(
    _ evidence: ChainEvidence, classes: ArraySlice<UInt8>, parameters: ModelParameters, from start: ArraySlice<Double>,
    sites earlier: ArraySlice<Site>, steps: Int, tolerance: Double = 1e-6
  ) {
    let count = evidence.own.count
    means = Array(start)
    variances = Array(repeating: 0, count: count)
    links = variances
    sites = earlier.isEmpty ? Array(repeating: Site(), count: count) : Array(earlier)
    let prior = Self.prior(classes, parameters)
    var diagonal = variances
    var off = variances
    var pull = variances
    for step in 0...max(steps, 1) {
      if step > 0 { matchMoments(evidence.trials) }
      for t in 0..<count {
        diagonal[t] = prior.diagonal[t] + evidence.own[t] + (t + 1 < count ? evidence.previous[t + 1] : 0)
        off[t] = prior.off[t] + evidence.cross[t]
        pull[t] = evidence.pullOwn[t] + (t + 1 < count ? evidence.pullPrevious[t + 1] : 0)
        diagonal[t] += sites[t].precision
        pull[t] += sites[t].pull
      }
      let moved = eliminate(&diagonal, off, &pull)
      if evidence.trials.isEmpty || (step > 0 && moved < tolerance) { break }
    }
  }

  /// Log of the integral of prior times sites: with the masses of the sites, the log of the probability of the binary indicators of the chain.
  ///
  /// Formula: ½ log|Q₀| − ½ log|Q₀ + Π| + ½ μ'h, Q₀ the prior's precision, Π and h the sites' precisions and pulls, μ the means. Continuous indicators are not
  /// in it. Complexity: O(years). Source: Rasmussen and Williams (2006), equation 3.65.
  func logGaussian(classes: ArraySlice<UInt8>, parameters: ModelParameters) -> Double {
    let prior = Self.prior(classes, parameters)
    var (own, all, total) = (0.0, 0.0, 0.0)
    for t in sites.indices {
      let off: Double = t > 0 ? prior.off[t] * prior.off[t] : 0
      own = prior.diagonal[t] - (t > 0 ? off / own : 0)
      all = prior.diagonal[t] + sites[t].precision - (t > 0 ? off / all : 0)
      total += 0.5 * (logarithm(own / all) + means[t] * sites[t].pull)
    }
    return total
  }

  /// Each year's site anew, from its marginal and its indicators.
  private mutating func matchMoments(_ trials: [ChainEvidence.Trial]) {
    var next = 0
    while next < trials.count {
      let offset = trials[next].offset
      var end = next
      while end < trials.count, trials[end].offset == offset { end += 1 }
      sites[offset] = sites[offset].matched(
        mean: means[offset], variance: variances[offset], trials[next..<end])
      next = end
    }
  }

  /// Precision matrix of the prior.
  static func prior(
    _ classes: ArraySlice<UInt8>, _ parameters: ModelParameters
  ) -> (diagonal: [Double], off: [Double]) {
    var diagonal = [Double](repeating: 0, count: classes.count)
    var off = diagonal
    let phi = parameters.memory
    for (t, kind) in classes.enumerated() {
      let variance = parameters.variance(kind)
      guard t > 0 else {
        diagonal[0] = 1 / variance
        continue
      }
      let precision: Double = 1 / (variance * (1 - phi * phi))
      diagonal[t] += precision
      diagonal[t - 1] += phi * phi * precision
      off[t] = -phi * precision
    }
    return (diagonal, off)
  }

  /// Solves the chain; the largest change of a mean.
  private mutating func eliminate(_ diagonal: inout [Double], _ off: [Double], _ pull: inout [Double]) -> Double {
    let count = means.count
    guard count > 0 else { return 0 }
    var factor = [Double](repeating: 0, count: count)
    for t in 1..<max(count, 1) {
      factor[t] = off[t] / diagonal[t - 1]
      diagonal[t] -= factor[t] * off[t]
      pull[t] -= factor[t] * pull[t - 1]
    }
    var moved = 0.0
    var next = 0.0
    for t in stride(from: count - 1, through: 0, by: -1) {
      let ahead: Double = t + 1 < count ? factor[t + 1] : 0
      let mean: Double = pull[t] / diagonal[t] - ahead * next
      moved = max(moved, (mean - means[t]).magnitude)
      means[t] = mean
      variances[t] = 1 / diagonal[t] + (t + 1 < count ? ahead * ahead * variances[t + 1] : 0)
      if t + 1 < count { links[t + 1] = -ahead * variances[t + 1] }
      next = mean
    }
    return moved
  }
}

/// Means and variances of one chain in which each year knows only itself and the years before.
struct ChainFilter: Sendable {
  var means: [Double]
  var variances: [Double]

  /// The same recursion forward; the moments of a year are matched to that year's own indicators, so nothing later enters. The
  /// parameters are those of the whole fit.
  init(_ evidence: ChainEvidence, classes: ArraySlice<UInt8>, parameters: ModelParameters) {
    let count = evidence.own.count
    means = Array(repeating: 0, count: count)
    variances = means
    let phi = parameters.memory
    var precision = 0.0
    var pull = 0.0
    var next = 0
    for (t, kind) in classes.enumerated() {
      let variance = parameters.variance(kind)
      if t == 0 {
        precision = 1 / variance + evidence.own[0]
        pull = evidence.pullOwn[0]
      } else {
        let step: Double = 1 / (variance * (1 - phi * phi))
        let before: Double = precision + phi * phi * step + evidence.previous[t]
        let off: Double = -phi * step + evidence.cross[t]
        pull = evidence.pullOwn[t] - off / before * (pull + evidence.pullPrevious[t])
        precision = step + evidence.own[t] - off * off / before
      }
      var end = next
      while end < evidence.trials.count, evidence.trials[end].offset == t { end += 1 }
      if end > next {
        (precision, pull) = Self.update(precision, pull, evidence.trials[next..<end])
        next = end
      }
      means[t] = pull / precision
      variances[t] = 1 / precision
    }
  }

  /// Precision, and precision times mean, after a year's binary indicators: expansion at the mode, then one matching of moments there.
  private static func update(
    _ precision: Double, _ pull: Double, _ trials: ArraySlice<ChainEvidence.Trial>
  ) -> (Double, Double) {
    guard let frame = Site().frame(mean: pull / precision, variance: 1 / precision, trials) else {
      return (precision, pull)
    }
    let variance: Double = frame.scale * frame.scale
    let site = Site(precision: 1 / variance - precision, pull: frame.centre / variance - pull)
      .matched(mean: frame.centre, variance: variance, trials)
    return (precision + site.precision, pull + site.pull)
  }
}
