import Statistics

/// A symmetric matrix of intercepts by year, tied to their neighbours, and a few other parameters: tridiagonal with a border.
///
/// Complexity: O(years × others²) to factor, O(years × others) to solve.
struct ArrowMatrix: Sendable {
  /// By year: diagonal.
  var diagonal: [Double]
  /// Off the diagonal, the same for all years.
  let tie: Double
  /// Border, `others` numbers a year.
  var border: [Double]
  /// Lower triangle of the others.
  var corner: [Double]
  let others: Int

  init(years: Int, others: Int, tie: Double) {
    diagonal = Array(repeating: 0, count: years)
    border = Array(repeating: 0, count: years * others)
    corner = Array(repeating: 0, count: others * others)
    self.tie = tie
    self.others = others
  }

  mutating func add(_ other: ArrowMatrix) {
    for i in diagonal.indices { diagonal[i] += other.diagonal[i] }
    for i in border.indices { border[i] += other.border[i] }
    for i in corner.indices { corner[i] += other.corner[i] }
  }

  /// x with A x = `right`: years first, then the others; `nil` if the matrix is not positive definite.
  func solved(_ right: [Double]) -> [Double]? {
    let years = diagonal.count
    guard years > 0, right.count == years + others else { return nil }
    var block = TridiagonalFactor(capacity: years)
    guard block.factor(diagonal, off: Array(repeating: -tie, count: years - 1), n: years) != nil else { return nil }
    let columns = (0..<others).map { j -> [Double] in
      var column = (0..<years).map { border[$0 * others + j] }
      block.solve(&column)
      return column
    }
    var matrix = corner
    var rest = Array(right[years...])
    for i in 0..<others {
      for j in 0...i {
        for year in 0..<years { matrix[i * others + j] -= border[year * others + i] * columns[j][year] }
      }
      for year in 0..<years { rest[i] -= columns[i][year] * right[year] }
    }
    var factor = Cholesky(size: others)
    guard factor.factor(matrix) != nil else { return nil }
    let moves = factor.solve(rest)
    var first = Array(right[..<years])
    block.solve(&first)
    for j in 0..<others { for year in 0..<years { first[year] -= columns[j][year] * moves[j] } }
    return first + moves
  }
}
