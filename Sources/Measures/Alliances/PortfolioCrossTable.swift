/// How two states' commitments of each value, 0 to 3, fall together over all states they could be committed to.
package struct PortfolioCrossTable: Hashable, Sendable {
  /// Cells by the first state's value, then the second's.
  package private(set) var cells = [Int](repeating: 0, count: PortfolioCrossTable.values * PortfolioCrossTable.values)

  /// Values a commitment can have: 0, 1, 2, 3.
  package static let values = 4
  /// The largest distance of two values.
  private static let span = 3.0

  package init() {}

  /// Counts pairs of values from 0 to 3.
  package init(_ pairs: some Sequence<(UInt8, UInt8)>) {
    for (x, y) in pairs where x < 4 && y < 4 { cells[Int(x) * Self.values + Int(y)] += 1 }
  }

  subscript(x: Int, y: Int) -> Int {
    get { cells[x * Self.values + y] }
    set { cells[x * Self.values + y] = newValue }
  }

  package var n: Int { cells.reduce(0, +) }

  private static func apart(_ x: Int, _ y: Int, _ distance: VoteDistance) -> Double {
    let gap: Double = Double(abs(x - y)) / span
    return switch distance {
    case .nominal: x == y ? 0 : 1
    case .absolute: gap
    case .squared: gap * gap
    }
  }

  /// Share of equal commitments, 0...1; NaN without states.
  package var exact: Double { Double((0..<Self.values).reduce(0) { $0 + self[$1, $1] }) / Double(n) }

  /// Mean distance, 0...1.
  package func observed(_ distance: VoteDistance) -> Double {
    var total = 0.0
    for x in 0..<Self.values { for y in 0..<Self.values { total += Double(self[x, y]) * Self.apart(x, y, distance) } }
    return total / Double(n)
  }

  /// Mean distance of two draws from the states' own values, or, pooled, from the values of both.
  private func expected(_ distance: VoteDistance, pooled: Bool) -> Double {
    var first = [Int](repeating: 0, count: Self.values)
    var second = first
    for x in 0..<Self.values {
      for y in 0..<Self.values {
        first[x] += self[x, y]
        second[y] += self[x, y]
      }
    }
    if pooled {
      first = zip(first, second).map { $0 + $1 }
      second = first
    }
    var total = 0.0
    for x in 0..<Self.values {
      for y in 0..<Self.values { total += Double(first[x] * second[y]) * Self.apart(x, y, distance) }
    }
    let size = Double(n) * (pooled ? 2 : 1)
    return total / (size * size)
  }

  /// An index by name; NaN where it is undefined (kappa and pi without variation).
  package func similarity(_ index: SimilarityIndex, _ distance: VoteDistance) -> Double {
    let found = observed(distance)
    if index == .s { return 1 - 2 * found }
    let chance = expected(distance, pooled: index == .pi)
    return chance > 0 ? 1 - found / chance : .nan
  }
}

/// What is said to those who ask for an index that is not given.
package enum PortfolioIndex {
  /// Why Kendall's tau-b is refused.
  package static let whyNotTau =
    "tau-b is not given: it is a rank correlation, not a similarity. It is 1 for two portfolios that differ in every commitment but"
    + " rank them alike, it moves with the number of states that neither is committed to, and it has no value for a state without"
    + " commitments (Signorino and Ritter 1999, doi:10.1111/0020-8833.00113). Use s, kappa or pi"
}
