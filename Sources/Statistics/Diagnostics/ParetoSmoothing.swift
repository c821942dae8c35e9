/// Importance weights whose largest values are replaced by the order statistics of a fitted generalised Pareto tail.
///
/// `shape` (k-hat) says whether to trust them: below 0.7 the estimates converge at a useful rate, above it they do not.
/// Source: Vehtari, Simpson, Gelman, Yao and Gabry (2024), Journal of Machine Learning Research 25(72);
/// tail fit by Zhang and Stephens (2009), doi:10.1198/tech.2009.08017. The R package loo agrees with it.
public struct ParetoSmoothedWeights: Sendable {
  /// Weights that sum to one, in the order of the draws.
  public let weights: [Double]
  /// Estimated tail shape k-hat; +∞ where the tail is too short to fit.
  public let shape: Double

  /// 1 / Σ w²: the effective number of draws after weighting, for independent draws.
  public var effectiveDraws: Double {
    var squares = 0.0
    for w in weights { squares += w * w }
    return 1 / squares
  }

  /// Smooths log importance ratios, known up to a constant.
  ///
  /// - Parameter relativeEfficiency: effective draws per draw of the chains, which sets the length of the tail.
  /// - Returns: `nil` if a ratio is not finite or there are none.
  /// - Complexity: O(S log S).
  public init?(logRatios: [Double], relativeEfficiency: Double = 1) {
    guard let top = logRatios.max(), top.isFinite, logRatios.allSatisfy(\.isFinite) else { return nil }
    let n = logRatios.count
    var logs = logRatios.map { $0 - top }
    let size = Double(n)
    let tail = Int(min(0.2 * size, 3 * (size / max(relativeEfficiency, 1e-9)).squareRoot()).rounded(.up))
    var fitted = Double.infinity
    if tail >= 5, tail < n {
      let order = logs.indices.sorted { logs[$0] < logs[$1] }
      let cut = exponential(logs[order[n - tail - 1]])
      let indices = order[(n - tail)...]
      let excess = indices.map { exponential(logs[$0]) - cut }
      if let last = excess.last, let first = excess.first, last > first * (1 + 1e-12), first >= 0,
        let fit = GeneralisedPareto(sortedExcesses: excess)
      {
        fitted = fit.shape
        for (rank, index) in indices.enumerated() {
          let smooth = fit.quantile((Double(rank) + 0.5) / Double(tail)) + cut
          logs[index] = min(0, logarithm(smooth))
        }
      }
    }
    shape = fitted
    var raw = logs.map { exponential($0) }
    let total = raw.reduce(0, +)
    for i in raw.indices { raw[i] /= total }
    weights = raw
  }
}

/// The generalised Pareto distribution with location 0.
struct GeneralisedPareto {
  let shape: Double
  let scale: Double

  /// The quasi-Bayesian fit of Zhang and Stephens, with the weak prior towards 0.5 that loo adds.
  init?(sortedExcesses x: [Double]) {
    let n = x.count
    guard n >= 5, let largest = x.last, largest > 0 else { return nil }
    let size = Double(n)
    let quarter = x[max(Int(size / 4 + 0.5) - 1, 0)]
    guard quarter > 0 else { return nil }
    let grid = 30 + Int(size.squareRoot())
    let m = Double(grid)
    let candidates = (1...grid).map { j -> Double in
      1 / largest + (1 - (m / (Double(j) - 0.5)).squareRoot()) / 3 / quarter
    }
    let likelihoods = candidates.map { theta -> Double in
      var k = 0.0
      for value in x { k += logarithm1p(-theta * value) }
      k /= size
      return size * (logarithm(-theta / k) - k - 1)
    }
    var estimate = 0.0
    for (j, theta) in candidates.enumerated() {
      var total = 0.0
      for other in likelihoods { total += exponential(other - likelihoods[j]) }
      estimate += theta / total
    }
    var k = 0.0
    for value in x { k += logarithm1p(-estimate * value) }
    k /= size
    guard k.isFinite, estimate.isFinite, estimate != 0 else { return nil }
    scale = -k / estimate
    shape = (k * size + 0.5 * 10) / (size + 10)
  }

  func quantile(_ p: Double) -> Double {
    shape.magnitude < 1e-15 ? -scale * logarithm1p(-p) : scale * exponentialM1(-shape * logarithm1p(-p)) / shape
  }
}
