/// Columns centred and scaled for computing, so that years and products lose no digits, and the way back.
///
/// With an intercept (a constant column) the others are centred on their means; all are divided by their root mean square. The
/// fit is the same model in other coordinates: β = T γ.
struct Standardisation: Sendable {
  let centres: [Double]
  let scales: [Double]
  /// The constant column, if there is one, and its value.
  let intercept: Int?
  private let constant: Double

  init(_ design: DesignMatrix, workers: Int) throws(RegressionError) {
    let p = design.columns
    let n = Double(design.rows)
    // Sums around the first row, so that years and the like lose no digits.
    let shifts = (0..<p).map { design.rows > 0 ? design[0, $0] : 0 }
    let sums = Self.moments(design, around: shifts, workers: workers)
    if let bad = (0..<p).first(where: { !sums[p + $0].isFinite }) {
      let column = design.column(bad)
      let row = column.firstIndex { !$0.isFinite }
      throw .notFinite(column: design.names[bad], row: row ?? 0)
    }
    let constant = (0..<p).first { sums[p + $0] == 0 && shifts[$0] != 0 }
    intercept = constant
    self.constant = constant.map { shifts[$0] } ?? 1
    let means = (0..<p).map { shifts[$0] + sums[$0] / n }
    centres = (0..<p).map { constant == nil || $0 == constant ? 0 : means[$0] }
    scales = (0..<p).map { j in
      if j == constant { return abs(shifts[j]) }
      let variance: Double = max(0, sums[p + j] / n - (means[j] - shifts[j]) * (means[j] - shifts[j]))
      let root = (constant == nil ? variance + means[j] * means[j] : variance).squareRoot()
      return root > 0 ? root : 1
    }
  }

  /// Σ (x - shift) and Σ (x - shift)² of each column.
  private static func moments(_ design: DesignMatrix, around shifts: [Double], workers: Int) -> [Double] {
    let p = design.columns
    return BlockReduction.sum(rows: design.rows, width: 2 * p, workers: workers) { rows, cells in
      for j in 0..<p {
        design.cells[j].withUnsafeBufferPointer { x in
          let sums = pairSums(x, rows.lowerBound, rows.upperBound, shift: shifts[j])
          cells[j] = sums.first
          cells[p + j] = sums.second
        }
      }
    }
  }

  /// Four lanes at a time.
  private static func pairSums(
    _ x: UnsafeBufferPointer<Double>, _ from: Int, _ to: Int, shift: Double
  ) -> (first: Double, second: Double) {
    var first = SIMD4<Double>.zero
    var second = SIMD4<Double>.zero
    var i = from
    while i + 4 <= to {
      let value = SIMD4(x[i], x[i + 1], x[i + 2], x[i + 3]) - shift
      first += value
      second += value * value
      i += 4
    }
    var (a, b) = (first.sum(), second.sum())
    while i < to {
      let value: Double = x[i] - shift
      a += value
      b += value * value
      i += 1
    }
    return (a, b)
  }

  /// β of γ.
  func coefficients(_ gamma: [Double]) -> [Double] {
    var beta = gamma.indices.map { gamma[$0] / scales[$0] }
    if let intercept {
      for j in beta.indices where j != intercept { beta[intercept] -= beta[j] * centres[j] / constant }
    }
    return beta
  }

  /// γ of β.
  func standardised(_ beta: [Double]) -> [Double] {
    var beta = beta
    if let intercept {
      for j in beta.indices where j != intercept { beta[intercept] += beta[j] * centres[j] / constant }
    }
    return beta.indices.map { beta[$0] * scales[$0] }
  }

  /// T V Tᵀ.
  func covariance(_ v: SquareMatrix) -> SquareMatrix {
    var half = v
    for k in 0..<v.n {
      let image = coefficients((0..<v.n).map { v[$0, k] })
      for j in 0..<v.n { half[j, k] = image[j] }
    }
    var out = v
    for j in 0..<v.n {
      let image = coefficients((0..<v.n).map { half[j, $0] })
      for k in 0..<v.n { out[j, k] = image[k] }
    }
    return out
  }
}
