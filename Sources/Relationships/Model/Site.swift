import Statistics

/// The Gaussian term exp(pull·x − precision·x²/2) that stands for the binary indicators of one year.
struct Site: Sendable {
  var precision = 0.0
  var pull = 0.0

  /// The site with which the marginal has the mean and the variance that the indicators themselves give it.
  ///
  /// The marginal N(mean, variance) holds this site. The likelihood is log-concave, so precisions are not negative. Without a usable moment the site stays.
  func matched(mean: Double, variance: Double, _ trials: ArraySlice<ChainEvidence.Trial>) -> Site {
    let deviation = variance.squareRoot()
    var moments = tilted(mean: mean, deviation: deviation, SiteFrame(centre: mean, scale: deviation), trials)
    if moments.isLopsided, let frame = frame(mean: mean, variance: variance, trials) {
      moments = tilted(mean: mean, deviation: deviation, frame, trials)
    }
    guard moments.total > 0, moments.total.isFinite else { return self }
    let shift: Double = moments.first / moments.total
    let spread: Double = moments.second / moments.total - shift * shift
    guard spread > 1e-9 else { return self }
    let matched: Double = precision + 1 / spread - 1 / variance
    guard matched > 0 else { return self }
    return Site(precision: matched, pull: pull + (mean + shift) / spread - mean / variance)
  }

  private struct Moments {
    var total = 0.0
    var first = 0.0
    var second = 0.0
    var ends = 0.0
    var isLopsided: Bool { !(ends <= SiteFrame.heaviestEnds * total) }
  }

  /// Moments about `mean` of the marginal with the indicators in the place of the site, the site being 1 at `mean`.
  private func tilted(
    mean: Double, deviation: Double, _ frame: SiteFrame, _ trials: ArraySlice<ChainEvidence.Trial>
  ) -> Moments {
    var m = Moments()
    let last = GaussHermite.nodes.count - 1
    for k in 0...last {
      var x = 0.0
      var weight = self.weight(GaussHermite.nodes[k], mean: mean, deviation: deviation, frame, level: &x)
      for trial in trials {
        let eta: Double = trial.base + trial.loading * x
        weight *= logistic(trial.value > 0.5 ? eta : -eta)
      }
      let away: Double = x - mean
      m.total += weight
      m.first += weight * away
      m.second += weight * away * away
      if k == 0 || k == last { m.ends += weight }
    }
    return m
  }

  /// Weight of a quadrature node for the integral of marginal over site, the site being 1 at `mean`; and the level at the node.
  @inline(__always)
  func weight(
    _ node: (Double, Double), mean: Double, deviation: Double, _ frame: SiteFrame, level: inout Double
  ) -> Double {
    level = frame.centre + frame.scale * node.0
    let away: Double = level - mean
    let u: Double = away / deviation
    let power: Double = 0.5 * (node.0 * node.0 - u * u) + away * (precision * (mean + 0.5 * away) - pull)
    return node.1 * frame.scale / deviation * exponential(power)
  }

  /// Mode and curvature of the marginal with the indicators in the place of the site; `nil` where the marginal owes its width to the site alone.
  func frame(mean: Double, variance: Double, _ trials: ArraySlice<ChainEvidence.Trial>) -> SiteFrame? {
    let rest: Double = 1 / variance - precision
    guard rest > 1e-9 else { return nil }
    let restPull: Double = mean / variance - pull
    let longest: Double = 2 / rest.squareRoot()
    var x = mean
    var curvature = rest
    var (low, high) = (-Double.infinity, Double.infinity)
    for _ in 0..<60 {
      var slope: Double = restPull - rest * x
      curvature = rest
      for trial in trials {
        let p = logistic(trial.base + trial.loading * x)
        slope += trial.loading * (trial.value - p)
        curvature += trial.loading * trial.loading * p * (1 - p)
      }
      // The slope falls with the level, so its sign tells the side on which the mode lies.
      if slope > 0 { low = x } else { high = x }
      let step: Double = min(max(slope / curvature, -longest), longest)
      if step.magnitude < 1e-10 { break }
      x += step
      if x <= low || x >= high { x = 0.5 * (low + high) }
    }
    return SiteFrame(centre: x, scale: 1 / curvature.squareRoot())
  }
}

/// Where the quadrature nodes of a year lie: at the marginal, or, where so much of the weight is at the two outermost nodes that the sum says nothing, about the mode of what is
/// to be integrated.
struct SiteFrame {
  let centre: Double
  let scale: Double

  /// Share of the two outermost nodes, which have .001 of a normal distribution.
  static let heaviestEnds = 0.05
}

/// Nodes and weights of Gauss-Hermite quadrature against the standard normal density.
enum GaussHermite {
  static let nodes: [(Double, Double)] = [
    (-3.7504397177257425, 0.000548268855972217),
    (-2.366759410734541, 0.03075712396758652),
    (-1.1544053947399682, 0.2401231786050127),
    (0.0, 0.45714285714285724),
    (1.1544053947399682, 0.2401231786050127),
    (2.366759410734541, 0.03075712396758652),
    (3.7504397177257425, 0.000548268855972217),
  ]
}
