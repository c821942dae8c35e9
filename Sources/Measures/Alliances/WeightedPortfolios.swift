import Record

/// Capabilities of states by year, as weights.
package struct CapabilityWeights: Sendable {
  private var shares: [Int32: Double] = [:]

  /// The composite index of each state and year; a missing one has no weight.
  package init(_ table: Capabilities) {
    for row in 0..<table.count where !table.cinc[row].isNaN {
      shares[Int32(table.states[row]) << 16 | Int32(table.years[row])] = table.cinc[row]
    }
  }

  /// Weights of the states in a year; 0 for one without.
  func weights(of states: [UInt16], in year: Int) -> [Double] {
    states.map { shares[Int32($0) << 16 | Int32(truncatingIfNeeded: year)] ?? 0 }
  }
}

extension AlliancePortfolios {
  /// S of two portfolios with each state weighted: 1 - 2 Σ w d / Σ w, for |x - y| / 3 and (x - y)² / 9.
  ///
  /// Complexity: O(members) a dyad, four lanes at a time. NaN without weights.
  /// Source: Signorino and Ritter (1999), doi:10.1111/0020-8833.00113.
  struct Weighted {
    /// Values by state, padded to four.
    private let values: [Double]
    private let weights: [Double]
    private let stride: Int
    private let total: Double

    init(_ portfolios: AlliancePortfolios, _ weights: [Double]) {
      let n = portfolios.states.count
      stride = (n + 3) & ~3
      var values = [Double](repeating: 0, count: n * stride)
      for i in 0..<n { for j in 0..<n { values[i * stride + j] = Double(portfolios.value(i, j)) } }
      self.values = values
      self.weights = weights + [Double](repeating: 0, count: stride - n)
      total = weights.reduce(0, +)
    }

    func s(_ i: Int, _ j: Int) -> (absolute: Double, squared: Double) {
      guard total > 0 else { return (.nan, .nan) }
      var (absolute, squared) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
      values.withUnsafeBytes { values in
        weights.withUnsafeBytes { weights in
          for k in Swift.stride(from: 0, to: stride, by: 4) {
            let x = values.load(fromByteOffset: (i * stride + k) * 8, as: SIMD4<Double>.self)
            let y = values.load(fromByteOffset: (j * stride + k) * 8, as: SIMD4<Double>.self)
            let w = weights.load(fromByteOffset: k * 8, as: SIMD4<Double>.self)
            let gap = x - y
            absolute += w * gap.replacing(with: -gap, where: gap .< 0)
            squared += w * (gap * gap)
          }
        }
      }
      return (1 - 2 * absolute.sum() / (3 * total), 1 - 2 * squared.sum() / (9 * total))
    }
  }

  /// Value of the commitment of one state to another, by their positions.
  func value(_ i: Int, _ j: Int) -> Int {
    for value in 0..<3 where planes[(i * 3 + value) * words + j / 64] >> UInt64(j % 64) & 1 == 1 { return value + 1 }
    return 0
  }
}
