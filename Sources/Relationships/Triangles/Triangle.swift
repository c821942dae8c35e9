import Record
import Statistics

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
public struct TriangleYear: Sendable, Hashable, Codable {
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

/// Types of a triangle by year from the three levels.
///
/// Formula: a level above `zone` is positive, below −`zone` negative, between neutral; with x ~ N(m, s²) the chances of a sign are
/// 1 − Φ((zone − m)/s), Φ((−zone − m)/s) and the rest, and those of three signs their product, because the three pairs are independent given
/// the parameters of the fit. Missing: a year in which not all three pairs have a level is left out. Complexity: O(years).
/// Not for: which of the three wanted it so.
public enum Triangle {
  /// A fifth of the long-run standard deviation of near and great pairs.
  public static let neutralZone = 0.2
  /// When the zone and the rule of signs were declared.
  public static let declaredAt = "2026-11-27"

  public static func years(
    _ levels: RelationshipLevels, _ states: (UInt16, UInt16, UInt16), years: ClosedRange<Int>,
    zone: Double = neutralZone
  ) -> [TriangleYear] {
    let pairs = [(states.0, states.1), (states.0, states.2), (states.1, states.2)]
    let rows = pairs.map { levels.rows(of: $0.0, $0.1) }
    return years.compactMap { year in
      let places = rows.compactMap { range in range.first { Int(levels.years[$0]) == year } }
      return places.count == 3
        ? TriangleYear(year, means: places.map(levels.mean), deviations: places.map(levels.deviation), zone: zone) : nil
    }
  }
}

extension TriangleYear {
  /// The chances of every three signs, added up by type.
  init(_ year: Int, means: [Double], deviations: [Double], zone: Double) {
    let chances = zip(means, deviations).map { mean, deviation -> [Int: Double] in
      let sd = max(deviation, 1e-9)
      let (below, above) = (Normal.cumulative((-zone - mean) / sd), Normal.cumulative((mean - zone) / sd))
      return [-1: below, 0: max(0, 1 - below - above), 1: above]
    }
    var probabilities = [Double](repeating: 0, count: TriangleType.allCases.count)
    var pivots = [0.0, 0, 0]
    var marriages = [0.0, 0, 0]
    let signs = [-1, 0, 1]
    for a in signs {
      for b in signs {
        for c in signs {
          let chance: Double = chances[0][a, default: 0] * chances[1][b, default: 0] * chances[2][c, default: 0]
          let type = TriangleType(signs: [a, b, c])
          probabilities[TriangleType.allCases.firstIndex(of: type) ?? 0] += chance
          // The pivot is outside the negative pair: pair 0 leaves out the third state, 1 the second, 2 the first.
          if type == .romantic, let negative = [a, b, c].firstIndex(of: -1) { pivots[2 - negative] += chance }
          if type == .marriage, let positive = [a, b, c].firstIndex(of: 1) { marriages[positive] += chance }
        }
      }
    }
    func share(_ balanced: Bool) -> Double {
      zip(TriangleType.allCases, probabilities).filter { $0.0.isBalanced == balanced }.map(\.1).reduce(0, +)
    }
    self.init(
      year: year, levels: means, deviations: deviations, probabilities: probabilities, balanced: share(true),
      unbalanced: share(false), pivots: pivots, marriages: marriages)
  }
}
