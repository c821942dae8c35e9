import Evidence
import Statistics

/// The dyads of a class with the states of each, and the pair that is placed among them.
struct ClassDyads: Sendable {
  /// In the order of the values of the class.
  let firsts: [UInt16]
  let seconds: [UInt16]
}

/// Node permutation and the interval over states of the place of a pair in a class; see `DyadicPlace`.
///
/// Formula: p = (1 + #{relabellings with a figure of at least that of the pair}) / (1 + relabellings). A relabelling of all states puts the pair at two states drawn without
/// replacement; one at which the class has no dyad does not count. With one label kept there are few relabellings, and all are taken. Interval: by leaving out state i, F₍ᵢ₎ =
/// (B − Bᵢ) / (N − Nᵢ), B the dyads below (ties half); variance (n − 1) / n Σ (F₍ᵢ₎ − mean)², which is at most twice too large where dyads are independent; joined with the place's own
/// interval l…u as F − √((F − l)² + z²V), and likewise above. Seeded. Missing: fewer than `fewestStates` states or dyads: none. Complexity: O(dyads + permutations).
struct NodePermutation {
  static let permutations = 999
  static let seed: UInt64 = 20_020_902
  static let fewestStates = 10
  /// Fewest dyads of a state whose label is kept.
  static let fewestDyads = 10

  private let values: [Double]
  private let dyads: ClassDyads
  private let states: Int
  /// One more than the highest code of a state.
  private let codes: Int

  /// - Returns: `nil` with too few states.
  init?(_ values: [Double], _ dyads: ClassDyads) {
    guard values.count == dyads.firsts.count, values.count == dyads.seconds.count, values.count >= Self.fewestDyads
    else { return nil }
    let codes = Int(max(dyads.firsts.max() ?? 0, dyads.seconds.max() ?? 0)) + 1
    var isThere = [Bool](repeating: false, count: codes)
    for k in values.indices {
      isThere[Int(dyads.firsts[k])] = true
      isThere[Int(dyads.seconds[k])] = true
    }
    let states = isThere.count { $0 }
    guard states >= Self.fewestStates else { return nil }
    self.values = values
    self.dyads = dyads
    self.states = states
    self.codes = codes
  }

  /// - Parameter place: the place of the pair in the class, which gives the interval from its own uncertainty.
  func place(
    of value: Double, _ a: UInt16, _ b: UInt16, _ place: Percentile, permutations: Int = Self.permutations,
    seed: UInt64 = Self.seed
  ) -> DyadicPlace {
    let spread: Double = 1.959963984540054 * deviation(at: value)
    func reach(_ end: Double) -> Double { ((place.value - end) * (place.value - end) + spread * spread).squareRoot() }
    return DyadicPlace(
      states: states, permutations: permutations, seed: seed,
      p: relabelled(value, permutations, seed), withFirst: kept(a, besides: b, value),
      withSecond: kept(b, besides: a, value),
      low: max(0, place.value - reach(place.low)), high: min(1, place.value + reach(place.high)))
  }

  /// A relabelling that puts the pair at a dyad of the class puts it at each of them equally often, so dyads are drawn.
  private func relabelled(_ value: Double, _ permutations: Int, _ seed: UInt64) -> Double {
    var generator = Xoshiro256(seed: seed)
    var reached = 1
    for _ in 0..<permutations { reached += values[generator.index(below: values.count)] >= value ? 1 : 0 }
    return Double(reached) / Double(1 + permutations)
  }

  /// The exact p with the label of one state kept.
  private func kept(_ state: UInt16, besides other: UInt16, _ value: Double) -> Double? {
    var (reached, all) = (1, 1)
    for (k, x) in values.enumerated() {
      let (i, j) = (dyads.firsts[k], dyads.seconds[k])
      guard i == state ? j != other : j == state && i != other else { continue }
      all += 1
      reached += x >= value ? 1 : 0
    }
    return all > Self.fewestDyads ? Double(reached) / Double(all) : nil
  }

  /// Standard error of the share of the class below a value, over states.
  func deviation(at value: Double) -> Double {
    var below = [Double](repeating: 0, count: codes)
    var all = below
    var (sum, total) = (0.0, 0.0)
    for (k, x) in values.enumerated() {
      let (i, j) = (Int(dyads.firsts[k]), Int(dyads.seconds[k]))
      let part: Double = x < value ? 1 : x == value ? 0.5 : 0
      below[i] += part
      below[j] += part
      all[i] += 1
      all[j] += 1
      sum += part
      total += 1
    }
    let left = all.indices.compactMap { state -> Double? in
      all[state] > 0 && total > all[state] ? (sum - below[state]) / (total - all[state]) : nil
    }
    guard left.count > 1 else { return 0 }
    let count = Double(left.count)
    let mean: Double = left.reduce(0, +) / count
    let squares: Double = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((count - 1) / count * squares).squareRoot()
  }
}
