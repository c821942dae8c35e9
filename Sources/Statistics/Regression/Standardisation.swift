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

  /// - Returns: `nil` where a column is not finite.
  init(_ design: DesignMatrix, workers: Int) throws(RegressionError) {
    let p = design.columns
    let n = Double(design.rows)
    let sums = Self.moments(design, centres: [Double](repeating: 0, count: p), workers: workers)
    if let bad = (0..<p).first(where: { !sums[p + $0].isFinite }) {
      throw .notFinite(
        column: design.names[bad],
        row: design.column(bad).firstIndex { !$0.isFinite }.map { $0 - bad * design.rows } ?? 0)
    }
    let constant = (0..<p).first { j in
      guard let first = design.column(j).first, first != 0 else { return false }
      return design.column(j).allSatisfy { $0 == first }
    }
    intercept = constant
    self.constant = constant.map { design[0, $0] } ?? 1
    var centres = [Double](repeating: 0, count: p)
    if let constant { for j in 0..<p where j != constant { centres[j] = sums[j] / n } }
    let spread = constant == nil ? sums : Self.moments(design, centres: centres, workers: workers)
    self.centres = centres
    scales = (0..<p).map { j in
      let root = (spread[p + j] / n).squareRoot()
      return root > 0 ? root : 1
    }
  }

  private static func moments(_ design: DesignMatrix, centres: [Double], workers: Int) -> [Double] {
    let p = design.columns
    return BlockReduction.sum(rows: design.rows, width: 2 * p, workers: workers) { rows, cells in
      design.values.withUnsafeBufferPointer { x in
        for j in 0..<p {
          let centre = centres[j]
          var first = 0.0
          var second = 0.0
          for i in rows {
            let value: Double = x[j * design.rows + i] - centre
            first += value
            second += value * value
          }
          cells[j] = first
          cells[p + j] = second
        }
      }
    }
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
