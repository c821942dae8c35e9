/// A square matrix of the size of a model, row by row.
public struct SquareMatrix: Hashable, Sendable {
  public let n: Int
  public private(set) var cells: [Double]

  public init(_ n: Int) {
    self.n = n
    cells = Array(repeating: 0, count: n * n)
  }

  /// The symmetric matrix with the given lower triangle, row by row.
  init(lower: some RandomAccessCollection<Double>, size n: Int) {
    self.init(n)
    var at = lower.startIndex
    for j in 0..<n {
      for k in 0...j {
        self[j, k] = lower[at]
        self[k, j] = lower[at]
        at = lower.index(after: at)
      }
    }
  }

  public subscript(row: Int, column: Int) -> Double {
    get { cells[row * n + column] }
    set { cells[row * n + column] = newValue }
  }

  public var diagonal: [Double] { (0..<n).map { self[$0, $0] } }

  static func + (a: SquareMatrix, b: SquareMatrix) -> SquareMatrix { a.combined(b, 1) }
  static func - (a: SquareMatrix, b: SquareMatrix) -> SquareMatrix { a.combined(b, -1) }
  static func * (factor: Double, a: SquareMatrix) -> SquareMatrix {
    var out = a
    for i in out.cells.indices { out.cells[i] *= factor }
    return out
  }

  private func combined(_ other: SquareMatrix, _ sign: Double) -> SquareMatrix {
    var out = self
    for i in cells.indices { out.cells[i] += sign * other.cells[i] }
    return out
  }

  /// A B.
  func times(_ b: SquareMatrix) -> SquareMatrix {
    var out = SquareMatrix(n)
    for i in 0..<n {
      for k in 0..<n {
        let a = self[i, k]
        for j in 0..<n { out[i, j] += a * b[k, j] }
      }
    }
    return out
  }

  /// A x.
  func times(_ x: [Double]) -> [Double] {
    (0..<n).map { i in (0..<n).reduce(0.0) { $0 + self[i, $1] * x[$1] } }
  }

  /// A M A for a symmetric A.
  func around(_ m: SquareMatrix) -> SquareMatrix { times(m).times(self).symmetrised }

  var symmetrised: SquareMatrix {
    var out = self
    for i in 0..<n { for j in 0..<n { out[i, j] = 0.5 * (self[i, j] + self[j, i]) } }
    return out
  }

  /// The inverse of a positive definite matrix; `nil` if it is not.
  var inverse: SquareMatrix? {
    var solver = Cholesky(size: n)
    guard solver.factor(cells) != nil else { return nil }
    var out = SquareMatrix(n)
    for k in 0..<n {
      var unit = [Double](repeating: 0, count: n)
      unit[k] = 1
      let column = solver.solve(unit)
      for j in 0..<n { out[j, k] = column[j] }
    }
    return out.symmetrised
  }

  /// The columns that are combinations of the columns before them, to within `tolerance` of their own sum of squares.
  ///
  /// The matrix must be a cross product of columns. A column is kept if what is left of it after the kept columns before it are
  /// taken out is more than `tolerance` of it.
  func dependentColumns(tolerance: Double) -> Set<Int> {
    var work = self
    var dropped: Set<Int> = []
    for j in 0..<n {
      let pivot = work[j, j]
      guard self[j, j] > 0, pivot > tolerance * self[j, j] else {
        dropped.insert(j)
        continue
      }
      for i in (j + 1)..<max(n, j + 1) {
        let factor: Double = work[i, j] / pivot
        for k in (j + 1)...i { work[i, k] -= factor * work[k, j] }
      }
    }
    return dropped
  }
}
