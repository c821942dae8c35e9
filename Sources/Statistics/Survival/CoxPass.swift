/// How the likelihood treats events at the same time.
public enum TieHandling: String, Sendable, Hashable, CaseIterable {
  /// Efron (1977), doi:10.1080/01621459.1977.10480613.
  case efron
  /// Breslow (1974), doi:10.2307/2529620.
  case breslow
}

/// Sums over the risk set at one event time.
struct RiskSums {
  let p: Int
  /// Σ r, Σ r x, Σ r x xᵀ (lower triangle) over those at risk.
  var risk: [Double]
  /// The same over those with an event now.
  var death: [Double]

  init(columns p: Int) {
    self.p = p
    risk = Array(repeating: 0, count: 1 + p + p * (p + 1) / 2)
    death = risk
  }

  @inline(__always) static func add(
    _ sums: inout [Double], _ x: UnsafePointer<Double>, weight: Double, columns p: Int
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      sums[0] += weight
      var at = 1 + p
      for j in 0..<p {
        let value: Double = weight * x[j]
        sums[1 + j] += value
        for k in 0...j {
          sums[at] += value * x[k]
          at += 1
        }
      }
    }
  }

  mutating func clearDeaths() { for i in death.indices { death[i] = 0 } }
}

/// One pass over the risk sets: the partial log-likelihood, its gradient and its information.
struct CoxPass: Sendable {
  let sets: RiskSets
  let ties: TieHandling
  let columns: Int
  /// Centred and scaled covariates, row by row.
  let x: [Double]

  /// What is known at one event time.
  struct Moment {
    /// Deaths.
    let count: Int
    /// Σ 1/denominator over the steps of Efron's method: the increment of the baseline hazard.
    var hazard = 0.0
    /// The same with each step weighted by what is left of those who die: (1 - l/d).
    var hazardOfDeaths = 0.0
    /// Σ 1/denominator².
    var hazardSquares = 0.0
    /// Means of x over the risk set, averaged over the steps.
    var mean: [Double]
    /// Σ mean_l / denominator_l.
    var meanHazard: [Double]
    /// Σ (1 - l/d) mean_l / denominator_l.
    var meanHazardOfDeaths: [Double]
    /// Σ of the variances of x over the risk set, lower triangle.
    var variance: [Double]
    /// -Σ log denominator.
    var logDenominators = 0.0
  }

  /// Calls `body` at every event time, from the last to the first of each stratum.
  func forEachEvent(
    risks: [Double], _ body: (_ stratum: Int, _ time: Int, Moment) -> Void
  ) {
    let p = columns
    for (s, stratum) in sets.strata.enumerated() {
      var sums = RiskSums(columns: p)
      x.withUnsafeBufferPointer { x in
        guard let base = x.baseAddress else { return }
        sets.descend(
          stratum, enter: { RiskSums.add(&sums.risk, base + $0 * p, weight: risks[$0], columns: p) },
          leave: { RiskSums.add(&sums.risk, base + $0 * p, weight: -risks[$0], columns: p) },
          event: { k in
            sums.clearDeaths()
            for row in stratum.deaths[k] {
              RiskSums.add(&sums.death, base + Int(row) * p, weight: risks[Int(row)], columns: p)
            }
            body(s, k, moment(sums, deaths: stratum.deaths[k].count))
          })
      }
    }
  }

  private func moment(_ sums: RiskSums, deaths d: Int) -> Moment {
    let p = columns
    let zero = [Double](repeating: 0, count: p)
    var out = Moment(
      count: d, mean: zero, meanHazard: zero, meanHazardOfDeaths: zero,
      variance: Array(repeating: 0, count: p * (p + 1) / 2))
    var mean = zero
    for l in 0..<d {
      let share: Double = ties == .efron ? Double(l) / Double(d) : 0
      let denominator: Double = sums.risk[0] - share * sums.death[0]
      let hazard: Double = 1 / denominator
      out.hazard += hazard
      out.hazardOfDeaths += (1 - share) * hazard
      out.hazardSquares += hazard * hazard
      out.logDenominators -= logarithm(denominator)
      for j in 0..<p {
        mean[j] = (sums.risk[1 + j] - share * sums.death[1 + j]) * hazard
        out.mean[j] += mean[j] / Double(d)
        out.meanHazard[j] += mean[j] * hazard
        out.meanHazardOfDeaths[j] += (1 - share) * mean[j] * hazard
      }
      var at = 0
      for j in 0..<p {
        for k in 0...j {
          let square: Double = sums.risk[1 + p + at] - share * sums.death[1 + p + at]
          out.variance[at] += square * hazard - mean[j] * mean[k]
          at += 1
        }
      }
    }
    return out
  }

  func predictors(_ gamma: [Double], offset: [Double]?) -> [Double] {
    (0..<sets.times.rows).map { i in
      var total = offset?[i] ?? 0
      for j in 0..<columns { total += gamma[j] * x[i * columns + j] }
      return total
    }
  }

  func evaluate(
    _ gamma: [Double], offset: [Double]?
  ) -> (logLikelihood: Double, gradient: [Double], information: SquareMatrix) {
    let p = columns
    let eta = predictors(gamma, offset: offset)
    var logLikelihood = 0.0
    var gradient = [Double](repeating: 0, count: p)
    var information = [Double](repeating: 0, count: p * (p + 1) / 2)
    forEachEvent(risks: eta.map(exponential)) { s, k, moment in
      logLikelihood += moment.logDenominators
      for row in sets.strata[s].deaths[k] {
        logLikelihood += eta[Int(row)]
        for j in 0..<p { gradient[j] += x[Int(row) * p + j] - moment.mean[j] }
      }
      for at in information.indices { information[at] += moment.variance[at] }
    }
    return (logLikelihood, gradient, SquareMatrix(lower: information, size: p))
  }
}
