import Statistics

/// What the indicators say about one chain, given the parameters.
///
/// Continuous indicators are taken as quasi-differences y_t − ρ y_{t−1}, which makes errors that persist from year to year independent
/// (Bryson and Henrikson 1968, doi:10.2514/3.4759). Over g years without a value the difference is y_t − ρ^g y_{t−g}, and the level of
/// the year t − g is replaced by what the year before t says of it, φ^{g−1} x_{t−1}, with that much more variance: the contribution to the precision matrix of the
/// levels stays tridiagonal, at the price of an approximation (docs/methods/relationship.md).
struct ChainEvidence {
  /// Precision added to the level of a year by that year's continuous indicators.
  var own: [Double]
  /// Precision that a year's quasi-differences add to the level of the year before, and to the pair of the two.
  var previous: [Double]
  var cross: [Double]
  /// Precision times value, for the year and for the year before.
  var pullOwn: [Double]
  var pullPrevious: [Double]
  /// Binary values: offset in the chain, indicator, value, linear predictor without the level. In order of the offset.
  var trials: [Trial]

  struct Trial {
    let offset: Int
    let indicator: Int
    let loading: Double
    let value: Double
    let base: Double
  }

  init(_ data: ModelData, _ parameters: ModelParameters, chain: Int) {
    let first = data.layout.starts[chain]
    let count = data.layout.starts[chain + 1] - first
    let time = data.layout.firstTimes[chain]
    own = Array(repeating: 0, count: count)
    previous = own
    cross = own
    pullOwn = own
    pullPrevious = own
    trials = []
    for (k, indicator) in data.indicators.enumerated() {
      let p = parameters.indicators[k]
      // A binary one without loading still has a probability.
      if indicator.kind == .continuous, p.loading == 0 { continue }
      var residualBefore = Double.nan
      var gap = 0
      for t in 0..<count {
        let value = indicator.values[first + t]
        gap += 1
        guard !value.isNaN else { continue }
        var base = p.intercepts[time + t]
        for j in indicator.columns.indices {
          base += p.slopes[j] * indicator.column(j, chain: chain, cell: first + t, first: first)
        }
        if indicator.kind == .binary {
          trials.append(Trial(offset: t, indicator: k, loading: p.loading, value: Double(value), base: base))
          continue
        }
        let residual: Double = Double(value) - base
        let variance = p.variances[Int(data.classes[first + t])]
        if residualBefore.isNaN {
          own[t] += p.loading * p.loading / variance
          pullOwn[t] += p.loading * residual / variance
        } else {
          let rho = power(p.persistence, Double(gap))
          let bridge = power(parameters.memory, Double(gap - 1))
          let unknown: Double = parameters.variance(data.classes[first + t]) * (1 - bridge * bridge)
          let spread: Double = variance * (1 - rho * rho) + p.loading * p.loading * rho * rho * unknown
          let back: Double = p.loading * rho * bridge
          let difference: Double = residual - rho * residualBefore
          own[t] += p.loading * p.loading / spread
          previous[t] += back * back / spread
          cross[t] -= p.loading * back / spread
          pullOwn[t] += p.loading * difference / spread
          pullPrevious[t] -= back * difference / spread
        }
        residualBefore = residual
        gap = 0
      }
    }
    if data.indicators.count > 1 { trials.sort { $0.offset < $1.offset } }
  }
}
