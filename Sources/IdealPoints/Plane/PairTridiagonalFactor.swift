import Statistics

/// Block LDLᵀ of a symmetric positive definite matrix of 2 × 2 blocks, tridiagonal in blocks.
///
/// Complexity: O(n). Not for near-singular matrices: `factor` refuses them.
struct PairTridiagonalFactor {
  private var pivots: [Symmetric2]
  private var inverses: [Symmetric2]
  /// Pivot⁻¹ times the block to the right of it.
  private var links: [Matrix2]
  private var n = 0

  init(capacity: Int) {
    pivots = Array(repeating: .identity, count: capacity)
    inverses = pivots
    links = Array(repeating: .identity, count: capacity)
  }

  /// Factors the matrix with blocks `diagonal` on the diagonal and minus `coupling` beside it; log det, or `nil`.
  mutating func factor(_ diagonal: [Symmetric2], coupling: [Symmetric2], n: Int) -> Double? {
    self.n = n
    var logDeterminant = 0.0
    var pivot = Symmetric2.zero
    for k in 0..<n {
      pivot = diagonal[k]
      if k > 0 {
        let b = coupling[k - 1]
        let g = links[k - 1]
        // −B G with B = −coupling: coupling times the link.
        pivot.xx += b.xx * g.first.x + b.xy * g.second.x
        pivot.xy += b.xx * g.first.y + b.xy * g.second.y
        pivot.yy += b.xy * g.first.y + b.yy * g.second.y
      }
      let determinant = pivot.determinant
      guard pivot.xx > 0, determinant > 0, determinant.isFinite else { return nil }
      pivots[k] = pivot
      inverses[k] = pivot.inverse
      logDeterminant += logarithm(determinant)
      guard k + 1 < n else { break }
      let b = coupling[k]
      let inverse = inverses[k]
      let left = inverse * SIMD2(b.xx, b.xy)
      let right = inverse * SIMD2(b.xy, b.yy)
      links[k] = Matrix2(first: SIMD2(-left.x, -right.x), second: SIMD2(-left.y, -right.y))
    }
    return logDeterminant
  }

  /// A⁻¹ b.
  func solve(_ b: inout [SIMD2<Double>]) {
    for k in 1..<max(n, 1) { b[k] -= links[k - 1].transposed * b[k - 1] }
    for k in 0..<n { b[k] = inverses[k] * b[k] }
    backSubstitute(&b)
  }

  /// A draw with covariance A⁻¹ from independent standard normals.
  func colour(_ z: inout [SIMD2<Double>]) {
    for k in 0..<n {
      let l = pivots[k].root
      let y: Double = z[k].y / l.z
      z[k] = SIMD2((z[k].x - l.y * y) / l.x, y)
    }
    backSubstitute(&z)
  }

  /// xᵀ A x.
  func quadratic(_ x: [SIMD2<Double>]) -> Double {
    var total = 0.0
    for k in 0..<n {
      let y = k + 1 < n ? x[k] + links[k] * x[k + 1] : x[k]
      total += pivots[k].quadratic(y)
    }
    return total
  }

  private func backSubstitute(_ x: inout [SIMD2<Double>]) {
    for k in stride(from: n - 2, through: 0, by: -1) { x[k] -= links[k] * x[k + 1] }
  }
}
