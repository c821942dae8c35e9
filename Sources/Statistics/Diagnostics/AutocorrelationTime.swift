/// The integrated autocorrelation time of several chains by Geyer's initial monotone sequence, as in Stan.
///
/// Autocovariances are computed lag by lag until the sum of a pair is negative, so short memories are cheap.
/// Source: Geyer (1992), doi:10.1214/ss/1177011137; Vehtari et al. (2021), doi:10.1214/20-BA1221, section 3.2.
struct AutocorrelationTime: Sendable {
  private var centred: [Double] = []
  private var rho: [Double] = []

  /// Draws per effective draw; NaN for a constant. `values` holds the chains one after another, each equally long.
  mutating func time(of values: [Double], chains: Int) -> Double {
    let n = values.count / chains
    guard n >= 3 else { return .nan }
    centred = values
    var means: [Double] = []
    for chain in 0..<chains {
      let range = (chain * n)..<((chain + 1) * n)
      var total = 0.0
      for i in range { total += values[i] }
      let mean = total / Double(n)
      for i in range { centred[i] -= mean }
      means.append(mean)
    }
    let variance: Double = autocovariance(0, chains, n) * Double(n) / Double(n - 1)
    let grand = means.reduce(0, +) / Double(chains)
    var between = 0.0
    if chains > 1 { for mean in means { between += (mean - grand) * (mean - grand) / Double(chains - 1) } }
    let plus: Double = variance * Double(n - 1) / Double(n) + between
    guard plus > 0 else { return .nan }

    func correlation(_ lag: Int) -> Double { 1 - (variance - autocovariance(lag, chains, n)) / plus }
    rho.removeAll(keepingCapacity: true)
    var even = 1.0
    var odd = correlation(1)
    rho += [even, odd]
    var t = 0
    while t < n - 5, even + odd > 0 {
      t += 2
      even = correlation(t)
      odd = correlation(t + 1)
      rho += even + odd >= 0 ? [even, odd] : [0, 0]
    }
    if even > 0 { rho[t] = even }
    let last = t
    t = 0
    while t <= last - 4 {
      t += 2
      if rho[t] + rho[t + 1] > rho[t - 2] + rho[t - 1] {
        rho[t] = (rho[t - 2] + rho[t - 1]) / 2
        rho[t + 1] = rho[t]
      }
    }
    var total = 0.0
    for lag in 0..<last { total += rho[lag] }
    let size = Double(n * chains)
    return max(-1 + 2 * total + rho[last], 2.302585092994046 / logarithm(size))
  }

  /// The biased autocovariance at a lag, averaged over the chains.
  private func autocovariance(_ lag: Int, _ chains: Int, _ n: Int) -> Double {
    centred.withUnsafeBufferPointer { x in
      var total = SIMD4<Double>()
      var rest = 0.0
      for chain in 0..<chains {
        var i = chain * n
        let end = (chain + 1) * n - lag
        while i + 4 <= end {
          let a = SIMD4(x[i], x[i + 1], x[i + 2], x[i + 3])
          let b = SIMD4(x[i + lag], x[i + lag + 1], x[i + lag + 2], x[i + lag + 3])
          total += a * b
          i += 4
        }
        while i < end {
          rest += x[i] * x[i + lag]
          i += 1
        }
      }
      return (total.sum() + rest) / Double(n) / Double(chains)
    }
  }
}
