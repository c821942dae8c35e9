import Statistics

/// A symmetric 2 × 2 matrix.
struct Symmetric2: Hashable, Sendable {
  var xx: Double
  var xy: Double
  var yy: Double

  static let zero = Symmetric2(xx: 0, xy: 0, yy: 0)
  static let identity = Symmetric2(xx: 1, xy: 0, yy: 1)

  static func + (a: Symmetric2, b: Symmetric2) -> Symmetric2 {
    Symmetric2(xx: a.xx + b.xx, xy: a.xy + b.xy, yy: a.yy + b.yy)
  }

  static func - (a: Symmetric2, b: Symmetric2) -> Symmetric2 {
    Symmetric2(xx: a.xx - b.xx, xy: a.xy - b.xy, yy: a.yy - b.yy)
  }

  static func * (c: Double, a: Symmetric2) -> Symmetric2 { Symmetric2(xx: c * a.xx, xy: c * a.xy, yy: c * a.yy) }

  static func * (a: Symmetric2, v: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(a.xx * v.x + a.xy * v.y, a.xy * v.x + a.yy * v.y)
  }

  /// Adds c v vᵀ.
  @inline(__always)
  mutating func add(_ c: Double, _ v: SIMD2<Double>) {
    let scaled: SIMD2<Double> = c * v
    xx += scaled.x * v.x
    xy += scaled.x * v.y
    yy += scaled.y * v.y
  }

  var determinant: Double { xx * yy - xy * xy }

  var inverse: Symmetric2 {
    let d: Double = 1 / determinant
    return Symmetric2(xx: d * yy, xy: -d * xy, yy: d * xx)
  }

  /// vᵀ A v.
  func quadratic(_ v: SIMD2<Double>) -> Double { xx * v.x * v.x + 2 * xy * v.x * v.y + yy * v.y * v.y }

  /// Trace of the product with another.
  func trace(_ b: Symmetric2) -> Double { xx * b.xx + 2 * xy * b.xy + yy * b.yy }

  /// L with L Lᵀ = A, entries (1, 1), (2, 1), (2, 2); the matrix must be positive definite.
  var root: SIMD3<Double> {
    let a = max(xx, 1e-300).squareRoot()
    let b: Double = xy / a
    return SIMD3(a, b, max(yy - b * b, 1e-300).squareRoot())
  }

  /// M A Mᵀ.
  func conjugated(by m: Matrix2) -> Symmetric2 {
    let u = self * m.first
    let v = self * m.second
    return Symmetric2(xx: (m.first * u).sum(), xy: (m.first * v).sum(), yy: (m.second * v).sum())
  }
}

/// A 2 × 2 matrix by its two rows.
struct Matrix2: Hashable, Sendable {
  var first: SIMD2<Double>
  var second: SIMD2<Double>

  static let identity = Matrix2(first: SIMD2(1, 0), second: SIMD2(0, 1))

  @inline(__always)
  static func * (m: Matrix2, v: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2((m.first * v).sum(), (m.second * v).sum())
  }

  static func * (m: Matrix2, n: Matrix2) -> Matrix2 {
    Matrix2(
      first: m.first.x * n.first + m.first.y * n.second, second: m.second.x * n.first + m.second.y * n.second)
  }

  var transposed: Matrix2 { Matrix2(first: SIMD2(first.x, second.x), second: SIMD2(first.y, second.y)) }
  var determinant: Double { first.x * second.y - first.y * second.x }

  var inverse: Matrix2 {
    let d: Double = 1 / determinant
    return Matrix2(first: SIMD2(d * second.y, -d * first.y), second: SIMD2(-d * second.x, d * first.x))
  }

  /// The rotation or reflection R closest to this matrix, so that tr(Rᵀ M) is largest.
  ///
  /// Of the best rotation and the best reflection the better: tr is √((m11 + m22)² + (m21 − m12)²) for the one,
  /// √((m11 − m22)² + (m21 + m12)²) for the other.
  var nearestOrthogonal: Matrix2 {
    let turn = SIMD2(first.x + second.y, second.x - first.y)
    let flip = SIMD2(first.x - second.y, second.x + first.y)
    let turned = (turn * turn).sum().squareRoot()
    let flipped = (flip * flip).sum().squareRoot()
    if turned >= flipped {
      guard turned > 0 else { return .identity }
      let c = turn / turned
      return Matrix2(first: SIMD2(c.x, -c.y), second: SIMD2(c.y, c.x))
    }
    let c = flip / flipped
    return Matrix2(first: SIMD2(c.x, c.y), second: SIMD2(c.y, -c.x))
  }
}

extension Xoshiro256 {
  /// A Wishart draw W with E W = ν S⁻¹, given the scale S of the inverse; so that W⁻¹ is inverse Wishart with ν and S.
  ///
  /// By Bartlett's decomposition.
  mutating func wishart(freedom: Double, inverseScale s: Symmetric2) -> Symmetric2 {
    let l = s.inverse.root
    let a: Double = (2 * gamma(shape: freedom / 2)).squareRoot()
    let b = normal()
    let c: Double = (2 * gamma(shape: (freedom - 1) / 2)).squareRoot()
    let first = SIMD2(l.x * a, l.y * a + l.z * b)
    let corner: Double = l.z * c
    return Symmetric2(
      xx: first.x * first.x, xy: first.x * first.y, yy: first.y * first.y + corner * corner)
  }
}
