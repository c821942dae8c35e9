import Statistics

/// The Gaussian term exp(pull·x − precision·x²/2) that stands for the binary indicators of one year.
struct Site: Sendable {
  var precision = 0.0
  var pull = 0.0

  /// The site with which the marginal has the mean and the variance that the indicators themselves give it.
  ///
  /// The marginal N(mean, variance) holds this site; the quadrature nodes lie at it, with weights likelihood over site. The likelihood is log-concave, so
  /// precisions are not negative. Without a usable moment the site stays.
  func matched(mean: Double, variance: Double, _ trials: ArraySlice<ChainEvidence.Trial>) -> Site {
    let deviation = variance.squareRoot()
    var (total, first, second) = (0.0, 0.0, 0.0)
    for node in GaussHermite.nodes {
      var x = mean
      var weight = ratio(node, mean: mean, deviation: deviation, level: &x)
      let away: Double = x - mean
      for trial in trials {
        let eta: Double = trial.base + trial.loading * x
        weight *= logistic(trial.value > 0.5 ? eta : -eta)
      }
      total += weight
      first += weight * away
      second += weight * away * away
    }
    guard total > 0, total.isFinite else { return self }
    let shift: Double = first / total
    let spread: Double = second / total - shift * shift
    guard spread > 1e-9 else { return self }
    let matched: Double = precision + 1 / spread - 1 / variance
    guard matched > 0 else { return self }
    return Site(precision: matched, pull: pull + (mean + shift) / spread - mean / variance)
  }
}

extension Site {
  /// Share of a quadrature node over the site, the site being 1 at `mean`; and the level at the node.
  @inline(__always)
  func ratio(_ node: (Double, Double), mean: Double, deviation: Double, level: inout Double) -> Double {
    let away: Double = node.0 * deviation
    level = mean + away
    return node.1 * exponential(away * (precision * (mean + 0.5 * away) - pull))
  }
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
