/// How two states' commitments of each value, 0 to 3, fall together over all states they could be committed to.
package struct PortfolioCrossTable: Hashable, Sendable {
  /// Cells by the first state's value, then the second's.
  private var cells = SIMD16<Int32>.zero

  /// Values a commitment can have: 0, 1, 2, 3.
  package static let values = 4

  package init() {}

  /// Counts pairs of values from 0 to 3.
  package init(_ pairs: some Sequence<(UInt8, UInt8)>) {
    for (x, y) in pairs where x < 4 && y < 4 { self[Int(x), Int(y)] += 1 }
  }

  @inline(__always) subscript(x: Int, y: Int) -> Int {
    get { Int(cells[x * 4 + y]) }
    set { cells[x * 4 + y] = Int32(truncatingIfNeeded: newValue) }
  }

  package var n: Int { Int(cells.wrappedSum()) }

  /// The distance of each pair of values; the largest is 1.
  private static let distances: [SIMD16<Double>] = VoteDistance.allCases.map { distance in
    var out = SIMD16<Double>.zero
    for x in 0..<values {
      for y in 0..<values {
        let gap: Double = Double(abs(x - y)) / 3
        out[x * values + y] =
          switch distance {
          case .nominal: x == y ? 0 : 1
          case .absolute: gap
          case .squared: gap * gap
          }
      }
    }
    return out
  }

  private static func matrix(_ distance: VoteDistance) -> SIMD16<Double> {
    switch distance {
    case .nominal: distances[0]
    case .absolute: distances[1]
    case .squared: distances[2]
    }
  }

  /// Share of equal commitments, 0...1; NaN without states.
  package var exact: Double { 1 - observed(.nominal) }

  /// Mean distance, 0...1; NaN without states.
  package func observed(_ distance: VoteDistance) -> Double {
    (SIMD16<Double>(cells) * Self.matrix(distance)).sum() / Double(n)
  }

  /// Mean distance of two draws from the states' own values, or, pooled, from the values of both.
  private func expected(_ distance: VoteDistance, pooled: Bool) -> Double {
    let rows = SIMD4<Int32>(
      cells.lowHalf.lowHalf.wrappedSum(), cells.lowHalf.highHalf.wrappedSum(), cells.highHalf.lowHalf.wrappedSum(),
      cells.highHalf.highHalf.wrappedSum())
    let columns: SIMD4<Int32> =
      cells.lowHalf.lowHalf &+ cells.lowHalf.highHalf &+ cells.highHalf.lowHalf &+ cells.highHalf.highHalf
    let first = SIMD4<Double>(pooled ? rows &+ columns : rows)
    let second = SIMD4<Double>(pooled ? rows &+ columns : columns)
    let d = Self.matrix(distance)
    let near: Double = first[0] * (second * d.lowHalf.lowHalf).sum() + first[1] * (second * d.lowHalf.highHalf).sum()
    let far: Double = first[2] * (second * d.highHalf.lowHalf).sum() + first[3] * (second * d.highHalf.highHalf).sum()
    let size = Double(n) * (pooled ? 2 : 1)
    return (near + far) / (size * size)
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
