/// LDLᵀ of a symmetric 3 × 3 matrix whose pivots are floored, so that it is always positive definite.
@frozen
public struct Cholesky3: Sendable {
  @usableFromInline var d: SIMD3<Double>
  @usableFromInline var l10: Double
  @usableFromInline var l20: Double
  @usableFromInline var l21: Double

  /// Factors the matrix with the given lower triangle; a pivot below its `floor` is raised to it.
  @inlinable
  public init(
    _ a00: Double, _ a10: Double, _ a11: Double, _ a20: Double, _ a21: Double, _ a22: Double, floor: SIMD3<Double>
  ) {
    let d0 = max(a00, floor.x)
    l10 = a10 / d0
    l20 = a20 / d0
    let d1 = max(a11 - l10 * a10, floor.y)
    l21 = (a21 - l20 * a10) / d1
    let d2: Double = max(a22 - l20 * a20 - l21 * l21 * d1, floor.z)
    d = SIMD3(d0, d1, d2)
  }

  /// log det.
  @inlinable
  public var logDeterminant: Double { logarithm(d.x * d.y * d.z) }

  /// A⁻¹ b.
  @inlinable
  public func solve(_ b: SIMD3<Double>) -> SIMD3<Double> {
    let y1: Double = b.y - l10 * b.x
    let y2: Double = b.z - l20 * b.x - l21 * y1
    let x2: Double = y2 / d.z
    let x1: Double = y1 / d.y - l21 * x2
    return SIMD3(b.x / d.x - l10 * x1 - l20 * x2, x1, x2)
  }

  /// A draw with covariance A⁻¹ from independent standard normals.
  @inlinable
  public func colour(_ z: SIMD3<Double>) -> SIMD3<Double> {
    let x2: Double = z.z / d.z.squareRoot()
    let x1: Double = z.y / d.y.squareRoot() - l21 * x2
    let x0: Double = z.x / d.x.squareRoot() - l10 * x1 - l20 * x2
    return SIMD3(x0, x1, x2)
  }

  /// xᵀ A x.
  @inlinable
  public func quadratic(_ x: SIMD3<Double>) -> Double {
    let y0: Double = x.x + l10 * x.y + l20 * x.z
    let y1: Double = x.y + l21 * x.z
    return d.x * y0 * y0 + d.y * y1 * y1 + d.z * x.z * x.z
  }
}
