import Statistics
import Testing

@Suite struct RandomTests {
  @Test func sameSeedSameStream() {
    var a = Xoshiro256(seed: 7, stream: 3)
    var b = Xoshiro256(seed: 7, stream: 3)
    var c = Xoshiro256(seed: 7, stream: 4)
    let first = (0..<8).map { _ in a.next() }
    #expect(first == (0..<8).map { _ in b.next() })
    #expect(first != (0..<8).map { _ in c.next() })
  }

  @Test func jumpLeavesTheStream() {
    var a = Xoshiro256(seed: 1)
    let plain = a.next()
    a = Xoshiro256(seed: 1)
    a.jump()
    #expect(a.next() != plain)
  }

  /// Moments within five standard errors of 40,000 draws.
  @Test func momentsOfDraws() {
    var random = Xoshiro256(seed: 11)
    let n = 40_000
    let normals = (0..<n).map { _ in random.normal() }
    #expect(abs(mean(normals)) < 0.025)
    #expect(abs(mean(normals.map { $0 * $0 }) - 1) < 0.036)
    for shape in [0.4, 1, 7.5] {
      let draws = (0..<n).map { _ in random.gamma(shape: shape) }
      #expect(abs(mean(draws) - shape) < 5 * (shape / Double(n)).squareRoot(), "shape \(shape)")
    }
    let inverse = (0..<n).map { _ in random.inverseGamma(shape: 5, scale: 8) }
    #expect(abs(mean(inverse) - 2) < 5 * (4.0 / 3 / Double(n)).squareRoot())
  }

  /// Means of truncated normals: (φ(a) − φ(b))/(Φ(b) − Φ(a)), by scipy 1.17.1.
  @Test(arguments: [
    (-1.0, 2.0, 0.22963717909133), (3.0, Double.infinity, 3.28309865493044), (-9.0, -8.0, -8.12134733674655),
    (20.0, Double.infinity, 20.04975306852829), (8.0, 8.001, 8.000499333304),
  ])
  func truncatedNormal(low: Double, high: Double, expected: Double) {
    var random = Xoshiro256(seed: 5)
    let draws = (0..<20_000).map { _ in random.truncatedNormal(above: low, below: high) }
    #expect(draws.allSatisfy { $0 >= low && $0 <= high })
    let centre = mean(draws)
    let spread = mean(draws.map { ($0 - centre) * ($0 - centre) }).squareRoot()
    #expect(abs(centre - expected) < 5 * spread / 20_000.0.squareRoot() + 1e-9)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}
