/// Krippendorff's α: how far several coders agree beyond chance, with any of their values missing.
///
/// Formula: α = 1 − D_o/D_e, with D_o = Σ_u Σ_c,k o_uck δ²_ck and D_e the same from the pooled values; o counts the pairs of
/// values of different coders within a unit, weighted by 1/(m_u − 1). Range: (−∞, 1]; 1 is perfect agreement, 0 what chance
/// gives, negative systematic disagreement. Missing data: a unit with fewer than two values is left out. `nil` where no
/// unit has two values, or all values are equal (chance disagreement is 0 and α is undefined).
/// Complexity: O(values + categories²). Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Hayes and
/// Krippendorff (2007), doi:10.1080/19312450709336664. Not for: judging a coder alone.
public struct KrippendorffAlpha: Hashable, Sendable, Codable {
  /// How far apart two values are.
  public enum Metric: String, Hashable, Sendable, Codable, CaseIterable {
    /// Equal or not.
    case nominal
    /// Ranks between them, by how often each value occurs.
    case ordinal
    /// The square of the difference.
    case interval
  }

  public let alpha: Double
  public let metric: Metric
  /// Units with at least two values.
  public let units: Int
  /// Values in those units.
  public let values: Int

  /// - Parameter units: for each unit the values the coders gave it, in any order; a coder without a value is left out.
  public init?(units all: [[Int]], metric: Metric) {
    let units = all.filter { $0.count > 1 }
    let categories = Set(units.joined()).sorted()
    guard categories.count > 1 else { return nil }
    let index = Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($0.element, $0.offset) })
    let size = categories.count
    var coincidences = [Double](repeating: 0, count: size * size)
    for unit in units {
      let weight: Double = 1 / Double(unit.count - 1)
      let places = unit.compactMap { index[$0] }
      for (i, a) in places.enumerated() {
        for (j, b) in places.enumerated() where i != j { coincidences[a * size + b] += weight }
      }
    }
    let totals = (0..<size).map { c in (0..<size).reduce(0.0) { $0 + coincidences[c * size + $1] } }
    let n = totals.reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for c in 0..<size {
      for k in 0..<size where k != c {
        let distance = Self.distance(c, k, metric, categories, totals)
        observed += coincidences[c * size + k] * distance
        expected += totals[c] * totals[k] * distance
      }
    }
    guard expected > 0 else { return nil }
    alpha = 1 - (n - 1) * observed / expected
    self.metric = metric
    self.units = units.count
    values = units.reduce(0) { $0 + $1.count }
  }

  private static func distance(
    _ c: Int, _ k: Int, _ metric: Metric, _ categories: [Int], _ totals: [Double]
  ) -> Double {
    switch metric {
    case .nominal: return 1
    case .interval:
      let gap = Double(categories[c] - categories[k])
      return gap * gap
    case .ordinal:
      let (a, b) = (min(c, k), max(c, k))
      var between = 0.0
      for g in a...b { between += totals[g] }
      let gap: Double = between - (totals[a] + totals[b]) / 2
      return gap * gap
    }
  }

  /// A percentile interval from resampled units; `nil` where fewer than half of the resamples have an α.
  public static func interval(
    units all: [[Int]], metric: Metric, level: Double = 0.95, resamples: Int = 2_000, seed: UInt64
  ) -> (low: Double, high: Double)? {
    let units = all.filter { $0.count > 1 }
    guard units.count > 1, level > 0, level < 1 else { return nil }
    var random = Xoshiro256(seed: seed)
    var found: [Double] = []
    for _ in 0..<resamples {
      let drawn = units.indices.map { _ in units[random.index(below: units.count)] }
      if let one = KrippendorffAlpha(units: drawn, metric: metric) { found.append(one.alpha) }
    }
    guard found.count * 2 > resamples else { return nil }
    found.sort()
    guard let low = quantile((1 - level) / 2, ofSorted: found), let high = quantile((1 + level) / 2, ofSorted: found)
    else { return nil }
    return (low, high)
  }
}
