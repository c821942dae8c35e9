extension CoxFit {
  /// Residuals by row.
  public struct Residuals: Sendable {
    /// Event minus the cumulative hazard of the spell.
    public let martingale: [Double]
    /// Contributions to the score, row by row, in the units of the covariates.
    public let score: [[Double]]
    /// Change of the coefficients when the row is left out, to first order.
    public let dfbeta: [[Double]]
    /// In standardised coordinates.
    let standardisedScore: [[Double]]
  }

  /// Martingale and score residuals.
  ///
  /// Source: Therneau, Grambsch and Fleming (1990), doi:10.1093/biomet/77.1.147; ties as in Therneau and Grambsch (2000), Modeling
  /// Survival Data, 4.6. Complexity: O(n (k + log events)).
  public var residuals: Residuals {
    let p = pass.columns
    let risks = pass.predictors(gamma, offset: offset).map(exponential)
    var moments = pass.sets.strata.map { [CoxPass.Moment?](repeating: nil, count: $0.times.count) }
    pass.forEachEvent(risks: risks) { s, k, moment in moments[s][k] = moment }
    var martingale = [Double](repeating: 0, count: rows)
    var score = [[Double]](repeating: [Double](repeating: 0, count: p), count: rows)
    for (s, stratum) in pass.sets.strata.enumerated() {
      let total = CumulativeHazards(moments[s].compactMap { $0 }, columns: p)
      for row in stratum.byStop {
        let i = Int(row)
        let last = Self.count(stratum.times, upTo: pass.sets.times.stops[i])
        let first = pass.sets.times.starts.map { Self.count(stratum.times, upTo: $0[i]) } ?? 0
        martingale[i] = -risks[i] * (total.hazard[last] - total.hazard[first])
        for j in 0..<p {
          let x = pass.x[i * p + j]
          let mean: Double = total.mean[last * p + j] - total.mean[first * p + j]
          score[i][j] = risks[i] * (mean - x * (total.hazard[last] - total.hazard[first]))
        }
      }
      for (k, deaths) in stratum.deaths.enumerated() {
        guard let moment = moments[s][k] else { continue }
        for row in deaths {
          let i = Int(row)
          // Of those who die, Efron's method has only 1 - l/d left at step l.
          let excess: Double = moment.hazard - moment.hazardOfDeaths
          martingale[i] += 1 + risks[i] * excess
          for j in 0..<p {
            let x = pass.x[i * p + j]
            let meanExcess: Double = moment.meanHazard[j] - moment.meanHazardOfDeaths[j]
            score[i][j] += x - moment.mean[j] + risks[i] * (x * excess - meanExcess)
          }
        }
      }
    }
    let scaled = score.map { u in (0..<p).map { u[$0] * scales[$0] } }
    let dfbeta = scaled.map { covariance.times($0) }
    return Residuals(martingale: martingale, score: scaled, dfbeta: dfbeta, standardisedScore: score)
  }

  /// The number of times up to and including `t`.
  static func count(_ times: [Double], upTo t: Double) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= t { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The covariance of the coefficients under the model.
  public var classicCovariance: CoefficientCovariance {
    CoefficientCovariance(matrix: covariance, method: "classic, inverse information", freedom: nil, warnings: [])
  }

  /// The robust covariance of the coefficients: Σ d dᵀ over the sums of `dfbeta` by cluster, or by row.
  ///
  /// Without small-sample correction (CR0), as R's `coxph`. Subjects with several rows need themselves as clusters.
  /// Source: Lin and Wei (1989), doi:10.1080/01621459.1989.10478874.
  public func robustCovariance(
    clusters: ErrorKind.Grouping? = nil, correction: ErrorKind.ClusterCorrection = .cr0
  ) throws(SurvivalError) -> CoefficientCovariance {
    if let clusters, clusters.codes.count != rows {
      throw .lengths(what: "cluster \(clusters.name)", found: clusters.codes.count, expected: rows)
    }
    let count = clusters?.count ?? rows
    let p = names.count
    var sums = [Double](repeating: 0, count: count * p)
    for (i, change) in residuals.dfbeta.enumerated() {
      let group = clusters.map { Int($0.codes[i]) } ?? i
      for j in 0..<p { sums[group * p + j] += change[j] }
    }
    var matrix = SquareMatrix(p)
    for group in 0..<count {
      for j in 0..<p { for k in 0..<p { matrix[j, k] += sums[group * p + j] * sums[group * p + k] } }
    }
    let factor = clusters == nil ? 1 : correction.factor(clusters: count, rows: rows, columns: p)
    let words =
      clusters.map { "clustered on \($0.name) (\(count)), \(correction.rawValue)" } ?? "robust, by row, HC0"
    let few = clusters != nil && count < RegressionFit.fewClusters
    return CoefficientCovariance(
      matrix: factor * matrix, method: words, freedom: nil, warnings: few ? [.fewClusters(count: count)] : [])
  }
}

/// Hazard increments added up over the event times of a stratum; entry k is the sum of the first k.
private struct CumulativeHazards {
  var hazard: [Double] = [0]
  var mean: [Double]

  init(_ moments: [CoxPass.Moment], columns p: Int) {
    mean = Array(repeating: 0, count: p)
    for moment in moments {
      hazard.append((hazard.last ?? 0) + moment.hazard)
      let start = mean.count - p
      for j in 0..<p { mean.append(mean[start + j] + moment.meanHazard[j]) }
    }
  }
}
