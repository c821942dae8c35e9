import Evidence
import Statistics

/// The posterior of the depth model: a score a treaty and axis, loadings, fit and convergence.
public struct DepthFit: Hashable, Sendable, Codable {
  /// Where a treaty stands on one axis.
  public struct Score: Hashable, Sendable, Codable {
    public let mean: Double
    public let sd: Double
    /// 90 % posterior interval.
    public let low: Double
    public let high: Double
    public let rhat: Double
    public let bulkESS: Double

    public init(mean: Double, sd: Double, low: Double, high: Double, rhat: Double, bulkESS: Double) {
      self.mean = mean
      self.sd = sd
      self.low = low
      self.high = high
      self.rhat = rhat
      self.bulkESS = bulkESS
    }
  }

  public struct TreatyScore: Hashable, Sendable, Codable {
    public let treaty: String
    public let depth: Score
    public let scope: Score

    public init(treaty: String, depth: Score, scope: Score) {
      self.treaty = treaty
      self.depth = depth
      self.scope = scope
    }
  }

  /// How an item relates to its axis.
  public struct ItemSummary: Hashable, Sendable, Codable {
    public let item: ProvisionItem
    public let loading: Score
    /// Posterior means of the cut points, in the order of the levels.
    public let cuts: [Double]
    /// Share of the variance of the item's latent response that the axis explains, a²/(1 + a²).
    public let explained: Double
    /// Treaties at each level.
    public let counts: [Int]
    public let missing: Int

    public init(
      item: ProvisionItem, loading: Score, cuts: [Double], explained: Double, counts: [Int], missing: Int
    ) {
      self.item = item
      self.loading = loading
      self.cuts = cuts
      self.explained = explained
      self.counts = counts
      self.missing = missing
    }
  }

  /// How well one axis is measured.
  public struct AxisFit: Hashable, Sendable, Codable {
    public let axis: ProvisionItem.Axis
    /// Variance of the posterior means over that plus the mean posterior variance: 1 is perfect, 0 is none.
    public let reliability: Double
    /// The two items whose residuals correlate most, after the axis.
    public let mostDependent: [String]
    public let residualCorrelation: Double
  }

  public let options: DepthModel.Options
  public let scores: [TreatyScore]
  public let items: [ItemSummary]
  public let axes: [AxisFit]
  /// Correlation of the axes among treaties.
  public let correlation: Score
  public let largestRHat: Double
  public let smallestBulkESS: Double

  /// A fit from its parts, as stored before.
  public init(
    options: DepthModel.Options, scores: [TreatyScore], items: [ItemSummary], axes: [AxisFit], correlation: Score,
    largestRHat: Double, smallestBulkESS: Double
  ) {
    self.options = options
    self.scores = scores
    self.items = items
    self.axes = axes
    self.correlation = correlation
    self.largestRHat = largestRHat
    self.smallestBulkESS = smallestBulkESS
  }

  /// R-hat at most 1.02 and at least 200 effective draws for every score, loading and the correlation.
  public var isConverged: Bool { largestRHat <= Self.rhatLimit && smallestBulkESS >= Self.essLimit }

  public static let rhatLimit = 1.02
  public static let essLimit = 200.0

  /// The score of a treaty.
  public func score(_ treaty: String) -> TreatyScore? { scores.first { $0.treaty == treaty } }
}

extension DepthFit {
  init(_ data: ProvisionData, options: DepthModel.Options, chains: [DepthDraws]) {
    var summarizer = ChainSummarizer(
      chains: chains.count, draws: chains.first?.correlation.count ?? 0, probabilities: [0.05, 0.5, 0.95])
    func score(_ pick: (DepthDraws) -> [Float]) -> Score {
      guard let s = summarizer.summary(of: chains.flatMap(pick)[...]) else {
        let none = Double.nan
        return Score(mean: none, sd: none, low: none, high: none, rhat: none, bulkESS: none)
      }
      return Score(
        mean: s.mean, sd: s.sd, low: s.quantiles[0], high: s.quantiles[2], rhat: s.rhat, bulkESS: s.bulkESS)
    }
    var scores = data.treaties.indices.map { i in
      TreatyScore(
        treaty: data.treaties[i], depth: score { $0.theta[2 * i] }, scope: score { $0.theta[2 * i + 1] })
    }
    if !options.correlatedAxes { scores = Self.pooled(scores, data) }
    var start = 0
    var items: [ItemSummary] = []
    for j in data.items.indices {
      let width = data.items[j].levels.count - 1
      let range = start..<(start + width)
      start += width
      let loading = score { $0.loadings[j] }
      let levels = data.treaties.indices.map { data[$0, j] }
      items.append(
        ItemSummary(
          item: data.items[j], loading: loading,
          cuts: range.map { k in
            let all = chains.flatMap { $0.cuts[k] }
            return all.reduce(0) { $0 + Double($1) } / Double(max(all.count, 1))
          },
          explained: loading.mean * loading.mean / (1 + loading.mean * loading.mean),
          counts: (0...width).map { level in levels.count { $0 == level } }, missing: levels.count { $0 < 0 }))
    }
    let correlation = score { $0.correlation }
    self.options = options
    self.scores = scores
    self.items = items
    self.correlation = correlation
    axes = ProvisionItem.Axis.allCases.map { AxisFit($0, data, scores, items) }
    let all = scores.flatMap { [$0.depth, $0.scope] } + items.map(\.loading) + [correlation]
    largestRHat = all.map(\.rhat).max() ?? .nan
    smallestBulkESS = all.map(\.bulkESS).min() ?? .nan
  }
}

extension DepthFit {
  /// With independent axes treaties of equal provisions have one posterior: their summaries are averaged, which makes ties exact.
  static func pooled(_ scores: [TreatyScore], _ data: ProvisionData) -> [TreatyScore] {
    func means(_ axis: ProvisionItem.Axis) -> [Score] {
      let groups = Dictionary(grouping: scores.indices) { data.pattern($0, axis) }
      var out = scores.map { $0.on(axis) }
      for members in groups.values {
        let own = members.map { scores[$0].on(axis) }
        let n = Double(own.count)
        func mean(_ part: KeyPath<Score, Double>) -> Double { own.reduce(0) { $0 + $1[keyPath: part] } / n }
        let pooled = Score(
          mean: mean(\.mean), sd: mean(\.sd), low: mean(\.low), high: mean(\.high), rhat: own.map(\.rhat).max() ?? .nan,
          bulkESS: own.map(\.bulkESS).min() ?? .nan)
        for i in members { out[i] = pooled }
      }
      return out
    }
    let (depth, scope) = (means(.depth), means(.scope))
    return scores.indices.map { TreatyScore(treaty: scores[$0].treaty, depth: depth[$0], scope: scope[$0]) }
  }
}

extension DepthFit.TreatyScore {
  public func on(_ axis: ProvisionItem.Axis) -> DepthFit.Score { axis == .depth ? depth : scope }
}

extension DepthFit.AxisFit {
  init(
    _ axis: ProvisionItem.Axis, _ data: ProvisionData, _ scores: [DepthFit.TreatyScore], _ items: [DepthFit.ItemSummary]
  ) {
    let own = scores.map { $0.on(axis) }
    let n = Double(own.count)
    let centre: Double = own.reduce(0) { $0 + $1.mean } / n
    let between: Double = own.reduce(0) { $0 + ($1.mean - centre) * ($1.mean - centre) } / (n - 1)
    let within: Double = own.reduce(0) { $0 + $1.sd * $1.sd } / n
    // Residuals from the expected level at the posterior means (Yen's Q3).
    let mine = data.items.indices.filter { data.items[$0].axis == axis }
    let residuals = mine.map { j in
      data.treaties.indices.map { i -> Double? in
        let level = data[i, j]
        guard level >= 0 else { return nil }
        let mean: Double = items[j].loading.mean * own[i].mean
        let expected: Double = items[j].cuts.reduce(0) { $0 + Normal.cumulative(mean - $1) }
        return Double(level) - expected
      }
    }
    var worst = (pair: [String](), value: 0.0)
    for a in mine.indices {
      for b in mine.indices where a < b {
        let r = Self.correlation(residuals[a], residuals[b])
        if r.magnitude > worst.value.magnitude { worst = ([data.items[mine[a]].name, data.items[mine[b]].name], r) }
      }
    }
    self.init(
      axis: axis, reliability: between / (between + within), mostDependent: worst.pair,
      residualCorrelation: worst.value)
  }

  private static func correlation(_ a: [Double?], _ b: [Double?]) -> Double {
    let pairs = zip(a, b).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
    let n = Double(pairs.count)
    guard n > 2 else { return 0 }
    let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in pairs {
      xx += (x - mx) * (x - mx)
      xy += (x - mx) * (y - my)
      yy += (y - my) * (y - my)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }
}
