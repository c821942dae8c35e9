/// LDLᵀ of a symmetric positive definite matrix, for systems of up to a few hundred unknowns.
///
/// Complexity: n³/6 multiplications to factor, n² to solve. Not for near-singular matrices: `factor` refuses them.
public struct Cholesky: Sendable {
  public let n: Int
  /// Row by row: L below the diagonal, D on it, after `factor`.
  private var cells: [Double]

  public init(size n: Int) {
    self.n = n
    cells = Array(repeating: 0, count: n * n)
  }

  /// Factors the matrix whose lower triangle is given row by row in n × n cells.
  ///
  /// - Returns: log det; `nil` if a pivot is not positive or the count is wrong.
  public mutating func factor(_ matrix: [Double]) -> Double? {
    guard matrix.count == n * n else { return nil }
    cells = matrix
    let n = n
    return cells.withUnsafeMutableBufferPointer { a -> Double? in
      var logDeterminant = 0.0
      for j in 0..<n {
        var scaled = [Double](repeating: 0, count: j)
        for k in 0..<j { scaled[k] = a[j * n + k] * a[k * n + k] }
        var pivot = a[j * n + j]
        for k in 0..<j { pivot -= a[j * n + k] * scaled[k] }
        guard pivot > 0, pivot.isFinite else { return nil }
        a[j * n + j] = pivot
        logDeterminant += logarithm(pivot)
        for i in (j + 1)..<max(n, j + 1) {
          var total = a[i * n + j]
          for k in 0..<j { total -= a[i * n + k] * scaled[k] }
          a[i * n + j] = total / pivot
        }
      }
      return logDeterminant
    }
  }

  /// A⁻¹ b.
  public func solve(_ b: [Double]) -> [Double] {
    guard b.count == n else { return b }
    var x = b
    for i in 0..<n { for k in 0..<i { x[i] -= cells[i * n + k] * x[k] } }
    for i in 0..<n { x[i] /= cells[i * n + i] }
    return backSubstituted(x)
  }

  /// A draw with covariance A⁻¹ from independent standard normals.
  public func coloured(_ z: [Double]) -> [Double] {
    guard z.count == n else { return z }
    var x = z
    for i in 0..<n { x[i] /= cells[i * n + i].squareRoot() }
    return backSubstituted(x)
  }

  /// xᵀ A x.
  public func quadratic(_ x: [Double]) -> Double {
    guard x.count == n else { return .nan }
    var total = 0.0
    for j in 0..<n {
      var y = x[j]
      for i in (j + 1)..<max(n, j + 1) { y += cells[i * n + j] * x[i] }
      total += cells[j * n + j] * y * y
    }
    return total
  }

  private func backSubstituted(_ values: [Double]) -> [Double] {
    var x = values
    for i in stride(from: n - 1, through: 0, by: -1) {
      let value = x[i]
      for k in 0..<i { x[k] -= cells[i * n + k] * value }
    }
    return x
  }
}
