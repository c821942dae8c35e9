/// What several chains say of one quantity, with the diagnostics of Vehtari et al. (2021).
public struct ChainSummary: Hashable, Sendable, Codable {
  public let mean: Double
  public let sd: Double
  /// Quantiles of type 7 at the probabilities asked for.
  public let quantiles: [Double]
  /// Rank-normalised split R-hat, the larger of bulk and folded; NaN for a constant. 1 is perfect, above 1.01 is a warning.
  public let rhat: Double
  /// Effective draws for the centre of the distribution.
  public let bulkESS: Double
  /// The smaller of the effective draws for the 5 % and 95 % quantiles.
  public let tailESS: Double
  /// Effective draws for the mean, without rank normalisation.
  public let meanESS: Double

  /// Monte Carlo standard error of the mean: sd / √meanESS.
  public var standardErrorOfMean: Double { sd / meanESS.squareRoot() }
}

/// Summaries of many equally shaped sets of chains, reusing its memory; one value a thread.
///
/// The formulas are those of the R package posterior: split chains, average ranks mapped by Φ⁻¹((r − 3/8)/(S + 1/4)), folding
/// about the median for the scale, Geyer's initial monotone sequence. Missing data: none allowed; a draw that is not finite makes
/// every figure NaN. Complexity: O(S (1 + L)) for S draws, where L is the lag at which the autocorrelation is cut.
/// Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), doi:10.1214/20-BA1221.
public struct ChainSummarizer: Sendable {
  let chains: Int
  let draws: Int
  private let probabilities: [Double]
  private let half: Int
  /// Normal scores of the ranks 1, 1.5, 2, ..., S.
  private let scores: [Double]
  private var order: AscendingOrder
  private var ascending: [Float]
  private var normalised: [Double]
  private var folded: [Double]
  private var foldOrder: [(distance: Float, index: UInt32)]
  private var lags = AutocorrelationTime()

  /// A summariser of `chains` chains of `draws` draws; an odd chain loses its middle draw when split.
  public init(chains: Int, draws: Int, probabilities: [Double] = [0.05, 0.1, 0.5, 0.9, 0.95]) {
    self.chains = chains
    self.draws = draws
    self.probabilities = probabilities
    half = draws / 2
    let total = chains * draws
    let kept = 2 * chains * half
    let size = Double(kept)
    scores = (0..<max(2 * kept - 1, 0)).map { Normal.quantile((1 + Double($0) / 2 - 0.375) / (size + 0.25)) }
    order = AscendingOrder(count: kept)
    ascending = Array(repeating: 0, count: total)
    normalised = Array(repeating: 0, count: kept)
    folded = normalised
    foldOrder = Array(repeating: (0, 0), count: kept)
  }

  /// Summarises `values`, chain after chain; `nil` if there are fewer than 4 draws a chain or the count is not chains × draws.
  public mutating func summary(of values: ArraySlice<Float>) -> ChainSummary? {
    guard draws >= 4, chains > 0, values.count == chains * draws else { return nil }
    let moments = meanAndDeviation(values)
    guard moments.mean.isFinite else {
      let none = Double.nan
      return ChainSummary(
        mean: none, sd: none, quantiles: probabilities.map { _ in none }, rhat: none, bulkESS: none, tailESS: none,
        meanESS: none)
    }
    let split = splitChains(values)
    order.sort(split[...])
    for r in order.order.indices { ascending[r] = split[Int(order.order[r])] }
    let whole = wholeAscending(values, split)
    rankNormalise(split)
    fold(split, median: Float(quantile(0.5, ofSorted: whole) ?? 0))
    let size = Double(normalised.count)
    let bulk = size / lags.time(of: normalised, chains: 2 * chains)
    let rhat = max(
      basicRHat(normalised, chains: 2 * chains), basicRHat(folded, chains: 2 * chains))
    let tails = [0.05, 0.95].map { p -> Double in
      let cut = quantile(p, ofSorted: whole) ?? 0
      for i in split.indices { folded[i] = Double(split[i]) <= cut ? 1 : 0 }
      return size / lags.time(of: folded, chains: 2 * chains)
    }
    for i in split.indices { folded[i] = Double(split[i]) }
    let meanESS = size / lags.time(of: folded, chains: 2 * chains)
    return ChainSummary(
      mean: moments.mean, sd: moments.sd,
      quantiles: probabilities.map { quantile($0, ofSorted: whole) ?? .nan },
      rhat: rhat, bulkESS: bulk, tailESS: tails.min() ?? .nan, meanESS: meanESS)
  }

  private func meanAndDeviation(_ values: ArraySlice<Float>) -> (mean: Double, sd: Double) {
    var total = 0.0
    for value in values { total += Double(value) }
    let mean = total / Double(values.count)
    var squares = 0.0
    for value in values {
      let gap = Double(value) - mean
      squares += gap * gap
    }
    return (mean, (squares / Double(values.count - 1)).squareRoot())
  }

  private func splitChains(_ values: ArraySlice<Float>) -> [Float] {
    guard draws % 2 == 1 else { return Array(values) }
    var split: [Float] = []
    split.reserveCapacity(2 * chains * half)
    for chain in 0..<chains {
      let start = values.startIndex + chain * draws
      split += values[start..<(start + half)]
      split += values[(start + draws - half)..<(start + draws)]
    }
    return split
  }

  private func wholeAscending(_ values: ArraySlice<Float>, _ split: [Float]) -> [Float] {
    split.count == values.count ? ascending : values.sorted()
  }

  /// Average ranks of `ascending` to normal scores, written back in the order of the draws.
  private mutating func rankNormalise(_ split: [Float]) {
    var start = 0
    let n = split.count
    while start < n {
      var end = start + 1
      while end < n, ascending[end] == ascending[start] { end += 1 }
      let score = scores[start + end - 1]
      for r in start..<end { normalised[Int(order.order[r])] = score }
      start = end
    }
  }

  /// Normal scores of the distances from the median, by merging outwards from it.
  private mutating func fold(_ split: [Float], median: Float) {
    let n = split.count
    var low = 0
    var high = n
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle] < median { low = middle + 1 } else { high = middle }
    }
    var down = low - 1
    var up = low
    for r in 0..<n {
      let below = down >= 0 ? median - ascending[down] : Float.infinity
      let above = up < n ? ascending[up] - median : Float.infinity
      if below < above {
        foldOrder[r] = (below, order.order[down])
        down -= 1
      } else {
        foldOrder[r] = (above, order.order[up])
        up += 1
      }
    }
    var start = 0
    while start < n {
      var end = start + 1
      while end < n, foldOrder[end].distance == foldOrder[start].distance { end += 1 }
      let score = scores[start + end - 1]
      for r in start..<end { folded[Int(foldOrder[r].index)] = score }
      start = end
    }
  }
}

/// √((B/W + n − 1)/n) for chains laid one after another.
func basicRHat(_ values: [Double], chains: Int) -> Double {
  let n = values.count / chains
  var means: [Double] = []
  var within = 0.0
  for chain in 0..<chains {
    let slice = values[(chain * n)..<((chain + 1) * n)]
    let mean = slice.reduce(0, +) / Double(n)
    var squares = 0.0
    for value in slice { squares += (value - mean) * (value - mean) }
    within += squares / Double(n - 1)
    means.append(mean)
  }
  within /= Double(chains)
  let grand = means.reduce(0, +) / Double(chains)
  var between = 0.0
  for mean in means { between += (mean - grand) * (mean - grand) }
  between *= Double(n) / Double(max(chains - 1, 1))
  return ((between / within + Double(n) - 1) / Double(n)).squareRoot()
}
