/// LDLᵀ of a symmetric positive definite tridiagonal matrix, reusable for matrices up to a fixed size.
///
/// Used for Gaussian chains: mean, draw and log density from a precision matrix in O(n).
/// Source: Rue and Held (2005), Gaussian Markov Random Fields, doi:10.1201/9780203492024, algorithms 2.1-2.6.
public struct TridiagonalFactor: Sendable {
  /// Pivots D and the sub-diagonal of L after `factor`.
  @usableFromInline var pivot: [Double]
  @usableFromInline var below: [Double]
  @usableFromInline var count = 0

  public init(capacity: Int) {
    pivot = Array(repeating: 1, count: max(capacity, 1))
    below = Array(repeating: 0, count: max(capacity, 1))
  }

  /// Factors the matrix with the first `n` entries of `diagonal` and the first `n − 1` of `off`.
  ///
  /// - Returns: log det; `nil` if a pivot is not positive.
  public mutating func factor(_ diagonal: [Double], off: [Double], n: Int) -> Double? {
    guard n > 0, n <= pivot.count, n <= diagonal.count, off.count >= n - 1 else { return nil }
    count = n
    var product = 1.0
    var logDeterminant = 0.0
    var previous = diagonal[0]
    for i in 0..<n {
      if i > 0 {
        let l: Double = off[i - 1] / previous
        below[i - 1] = l
        previous = diagonal[i] - l * off[i - 1]
      }
      guard previous > 0 else { return nil }
      pivot[i] = previous
      product *= previous
      if product > 1e200 || product < 1e-200 {
        logDeterminant += logarithm(product)
        product = 1
      }
    }
    return logDeterminant + logarithm(product)
  }

  /// Solves A x = b in place.
  public func solve(_ b: inout [Double]) {
    guard count > 0, b.count >= count else { return }
    for i in 1..<max(count, 1) { b[i] -= below[i - 1] * b[i - 1] }
    b[count - 1] /= pivot[count - 1]
    for i in stride(from: count - 2, through: 0, by: -1) { b[i] = b[i] / pivot[i] - below[i] * b[i + 1] }
  }

  /// Turns independent standard normals into a draw with covariance A⁻¹, in place.
  public func colour(_ z: inout [Double]) {
    guard count > 0, z.count >= count else { return }
    for i in stride(from: count - 1, through: 0, by: -1) {
      z[i] /= pivot[i].squareRoot()
      if i < count - 1 { z[i] -= below[i] * z[i + 1] }
    }
  }

  /// xᵀ A x.
  public func quadratic(_ x: [Double]) -> Double {
    guard count > 0, x.count >= count else { return 0 }
    var total = 0.0
    for i in 0..<count {
      let y: Double = i < count - 1 ? x[i] + below[i] * x[i + 1] : x[i]
      total += pivot[i] * y * y
    }
    return total
  }
}
