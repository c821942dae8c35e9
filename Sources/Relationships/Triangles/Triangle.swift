import Record

/// Dittmer's types of a triangle of three states by the signs of their relationships.
///
/// Source: Dittmer (1981), doi:10.2307/2010133.
public enum TriangleType: String, CaseIterable, Sendable, Codable {
  /// Three positive.
  case menage = "ménage à trois"
  /// Two positive, one negative: the state in both positive ones is the pivot.
  case romantic = "romantic triangle"
  /// One positive, two negative: a pair against the third.
  case marriage = "stable marriage"
  /// Three negative.
  case veto = "unit veto"
  /// At least one relationship in the neutral zone.
  case undecided = "neutral"

  /// The type of three signs, each 1, 0 or −1.
  public init(signs: [Int]) {
    guard !signs.contains(0) else {
      self = .undecided
      return
    }
    switch signs.count(where: { $0 > 0 }) {
    case 3: self = .menage
    case 2: self = .romantic
    case 1: self = .marriage
    default: self = .veto
    }
  }

  /// Structural balance: an even number of negative relationships; `nil` where one is neutral. It sets the types apart
  /// otherwise than Dittmer: ménage and marriage are balanced, romantic triangle and unit veto are not.
  public var isBalanced: Bool? {
    switch self {
    case .menage, .marriage: true
    case .romantic, .veto: false
    case .undecided: nil
    }
  }
}

/// A triangle in a year with the probabilities of the types.
public struct TriangleYear: Sendable, Codable {
  public let year: Int
  /// Mean levels of the pairs, in the order first-second, first-third, second-third.
  public let levels: [Double]
  /// Standard deviations of the levels.
  public let deviations: [Double]
  /// In the order of `TriangleType.allCases`.
  public let probabilities: [Double]
  public let balanced: Double
  public let unbalanced: Double
  /// Probability that each state is the pivot of a romantic triangle, in the order of the states.
  public let pivots: [Double]
  /// Probability that each pair, in the order of the levels, is the stable marriage.
  public let marriages: [Double]
}

/// Types of a triangle by year from draws of the three levels.
///
/// Formula: in each draw a level above `zone` is positive, below −`zone` negative, between neutral; shares of draws. The three pairs are
/// drawn independently given the parameters. Missing: a year in which not all three pairs have a level is left out.
/// Complexity: O(draws × years). Not for: which of the three wanted it so.
public enum Triangle {
  /// Declared 2026-11-27: a fifth of the long-run standard deviation of near and great pairs.
  public static let neutralZone = 0.2
  public static let draws = 4_000

  public static func years(
    _ levels: RelationshipLevels, _ states: (UInt16, UInt16, UInt16), years: ClosedRange<Int>,
    zone: Double = neutralZone, count: Int = draws, seed: UInt64 = 1
  ) -> [TriangleYear] {
    let pairs = [(states.0, states.1), (states.0, states.2), (states.1, states.2)]
    let rows = pairs.map { levels.rows(of: $0.0, $0.1) }
    let paths = rows.map { LevelDraws.paths(levels, rows: $0, count: count, seed: seed) }
    return years.compactMap { year in
      let at = rows.map { range in range.firstIndex { Int(levels.years[$0]) == year } }
      guard let a = at[0], let b = at[1], let c = at[2] else { return nil }
      let places = [a, b, c]
      let offsets = places.enumerated().map { $0.element - rows[$0.offset].lowerBound }
      var counts = [Double](repeating: 0, count: TriangleType.allCases.count)
      var pivots = [0.0, 0, 0]
      var marriages = [0.0, 0, 0]
      for draw in 0..<count {
        let signs = offsets.enumerated().map { pair, offset -> Int in
          let x = paths[pair][draw][offset]
          return x > zone ? 1 : x < -zone ? -1 : 0
        }
        let type = TriangleType(signs: signs)
        counts[TriangleType.allCases.firstIndex(of: type) ?? 0] += 1
        // The pivot is outside the negative pair: pair 0 leaves out the third state, 1 the second, 2 the first.
        if type == .romantic, let negative = signs.firstIndex(of: -1) { pivots[2 - negative] += 1 }
        if type == .marriage, let positive = signs.firstIndex(of: 1) { marriages[positive] += 1 }
      }
      let shares = counts.map { $0 / Double(count) }
      func share(_ balanced: Bool) -> Double {
        zip(TriangleType.allCases, shares).filter { $0.0.isBalanced == balanced }.map(\.1).reduce(0, +)
      }
      return TriangleYear(
        year: year, levels: places.map(levels.mean), deviations: places.map(levels.deviation), probabilities: shares,
        balanced: share(true),
        unbalanced: share(false), pivots: pivots.map { $0 / Double(count) },
        marriages: marriages.map { $0 / Double(count) })
    }
  }
}
