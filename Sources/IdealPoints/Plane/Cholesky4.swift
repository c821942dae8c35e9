import Statistics

/// LDLᵀ of a symmetric 4 × 4 matrix whose pivots are floored, so that it is always positive definite.
struct Cholesky4: Sendable {
  private var d = SIMD4<Double>(repeating: 1)
  /// Rows of L below the diagonal.
  private var l1 = 0.0
  private var l2 = SIMD2<Double>.zero
  private var l3 = SIMD3<Double>.zero

  /// Factors the matrix with upper left block `a`, then the third and fourth row up to the diagonal.
  init(_ a: Symmetric2, _ third: SIMD3<Double>, _ fourth: SIMD4<Double>, floor: SIMD4<Double>) {
    d[0] = max(a.xx, floor[0])
    l1 = a.xy / d[0]
    d[1] = max(a.yy - l1 * a.xy, floor[1])
    l2.x = third.x / d[0]
    let c21: Double = third.y - l2.x * a.xy
    l2.y = c21 / d[1]
    d[2] = max(third.z - l2.x * third.x - l2.y * c21, floor[2])
    l3.x = fourth.x / d[0]
    let c31: Double = fourth.y - l3.x * a.xy
    l3.y = c31 / d[1]
    let c32: Double = fourth.z - l3.x * third.x - l3.y * c21
    l3.z = c32 / d[2]
    let rest: Double = fourth.w - l3.x * fourth.x - l3.y * c31 - l3.z * c32
    d[3] = max(rest, floor[3])
  }

  var logDeterminant: Double { logarithm(d[0] * d[1] * d[2] * d[3]) }

  /// A⁻¹ b.
  func solve(_ b: SIMD4<Double>) -> SIMD4<Double> {
    var y = b
    y.y -= l1 * y.x
    y.z -= l2.x * y.x + l2.y * y.y
    y.w -= l3.x * y.x + l3.y * y.y + l3.z * y.z
    return backSubstituted(y / d)
  }

  /// A draw with covariance A⁻¹ from independent standard normals.
  func colour(_ z: SIMD4<Double>) -> SIMD4<Double> { backSubstituted(z / d.squareRoot()) }

  /// xᵀ A x.
  func quadratic(_ x: SIMD4<Double>) -> Double {
    var y = x
    y.x += l1 * x.y + l2.x * x.z + l3.x * x.w
    y.y += l2.y * x.z + l3.y * x.w
    y.z += l3.z * x.w
    return (d * y * y).sum()
  }

  private func backSubstituted(_ values: SIMD4<Double>) -> SIMD4<Double> {
    var x = values
    x.z -= l3.z * x.w
    x.y -= l2.y * x.z + l3.y * x.w
    x.x -= l1 * x.y + l2.x * x.z + l3.x * x.w
    return x
  }
}
