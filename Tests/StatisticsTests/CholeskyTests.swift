import Testing

@testable import Statistics

@Suite struct CholeskyTests {
  private let matrix: [Double] = [4, 0, 0, 1, 3, 0, -1, 0.5, 2]

  @Test func solvesAndScores() throws {
    var solver = Cholesky(size: 3)
    let logDeterminantOrNone = solver.factor(matrix)
    let logDeterminant = try #require(logDeterminantOrNone)
    let x = solver.solve([1, 2, 3])
    let residual = [4 * x[0] + x[1] - x[2] - 1, x[0] + 3 * x[1] + 0.5 * x[2] - 2, -x[0] + 0.5 * x[1] + 2 * x[2] - 3]
    #expect(residual.allSatisfy { abs($0) < 1e-12 })
    #expect(abs(logDeterminant - logarithm(17)) < 1e-12)
    #expect(abs(solver.quadratic(x) - (x[0] + 2 * x[1] + 3 * x[2])) < 1e-12)
    let small = Cholesky3(4, 1, 3, -1, 0.5, 2, floor: SIMD3(repeating: 1e-9))
    let y = small.solve(SIMD3(1, 2, 3))
    #expect(abs(y.x - x[0]) + abs(y.y - x[1]) + abs(y.z - x[2]) < 1e-12)
    #expect(abs(small.logDeterminant - logDeterminant) < 1e-12)
    let coloured = solver.coloured([0.3, -1, 2])
    let other = small.colour(SIMD3(0.3, -1, 2))
    #expect(abs(coloured[0] - other.x) + abs(coloured[1] - other.y) + abs(coloured[2] - other.z) < 1e-12)
    #expect(abs(solver.quadratic(coloured) - (0.09 + 1 + 4)) < 1e-12)
    #expect(abs(small.quadratic(other) - 5.09) < 1e-12)
  }

  @Test func refusesAnIndefiniteMatrix() {
    var solver = Cholesky(size: 2)
    let refused = solver.factor([1, 0, 2, 1])
    #expect(refused == nil)
  }

  @Test func tridiagonalAgreesWithDense() throws {
    let diagonal = [2.0, 3, 2.5, 4]
    let off = [-0.5, 0.7, -1]
    var dense = [Double](repeating: 0, count: 16)
    for i in 0..<4 {
      dense[5 * i] = diagonal[i]
      if i > 0 { dense[4 * i + i - 1] = off[i - 1] }
    }
    var general = Cholesky(size: 4)
    var chain = TridiagonalFactor(capacity: 6)
    let aOrNone = general.factor(dense)
    let a = try #require(aOrNone)
    let bOrNone = chain.factor(diagonal, off: off, n: 4)
    let b = try #require(bOrNone)
    #expect(abs(a - b) < 1e-12)
    var x = [1.0, -2, 0.5, 3]
    chain.solve(&x)
    let y = general.solve([1, -2, 0.5, 3])
    for i in 0..<4 { #expect(abs(x[i] - y[i]) < 1e-12) }
    #expect(abs(chain.quadratic(x) - general.quadratic(y)) < 1e-12)
    var z = [0.1, 0.2, -0.3, 0.4]
    chain.colour(&z)
    #expect(abs(chain.quadratic(z) - 0.3) < 1e-12)
  }
}
