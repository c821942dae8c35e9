/// What the indicators say about one chain, given the parameters.
///
/// Continuous indicators are taken as quasi-differences y_t − ρ y_{t−1}, which makes errors that persist from year to year independent
/// (Bryson and Henrikson 1968, doi:10.2514/3.4759); after a year without a value the errors start anew from their stationary distribution. The
/// result is a contribution to the precision matrix of the levels, which stays tridiagonal.
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
    for (k, indicator) in data.indicators.enumerated() where parameters.indicators[k].loading != 0 {
      let p = parameters.indicators[k]
      var residualBefore = Double.nan
      for t in 0..<count {
        let value = indicator.values[first + t]
        guard !value.isNaN else {
          residualBefore = .nan
          continue
        }
        var base = p.intercepts[time + t]
        for j in indicator.columns.indices {
          base += p.slopes[j] * indicator.column(j, chain: chain, cell: first + t, first: first)
        }
        if indicator.kind == .binary {
          trials.append(Trial(offset: t, loading: p.loading, value: Double(value), base: base))
          continue
        }
        let residual: Double = Double(value) - base
        let variance = p.variances[Int(data.classes[first + t])]
        if residualBefore.isNaN {
          own[t] += p.loading * p.loading / variance
          pullOwn[t] += p.loading * residual / variance
        } else {
          let rho = p.persistence
          let precision: Double = p.loading / (variance * (1 - rho * rho))
          let difference: Double = residual - rho * residualBefore
          own[t] += p.loading * precision
          previous[t] += rho * rho * p.loading * precision
          cross[t] -= rho * p.loading * precision
          pullOwn[t] += precision * difference
          pullPrevious[t] -= rho * precision * difference
        }
        residualBefore = residual
      }
    }
    if data.indicators.count > 1 { trials.sort { $0.offset < $1.offset } }
  }
}
