import Statistics
import Testing

@testable import Relationships

@Suite struct SiteTests {
  /// An event that hardly ever comes and one that nearly always does, with steep loadings: Newton's steps from the middle of the prior run away here, and nodes at
  /// the marginal see next to nothing.
  private static let cases: [[ChainEvidence.Trial]] = [
    [.init(offset: 0, indicator: 0, loading: 3.7, value: 1, base: -9)],
    [.init(offset: 0, indicator: 0, loading: -3.6, value: 1, base: -6)],
    [.init(offset: 0, indicator: 0, loading: 9, value: 1, base: -14)],
    [
      .init(offset: 0, indicator: 0, loading: 3.7, value: 1, base: -5),
      .init(offset: 0, indicator: 1, loading: -3.6, value: 1, base: -2),
    ],
  ]

  private static func tilted(_ x: Double, _ trials: [ChainEvidence.Trial]) -> Double {
    trials.reduce(Normal.density(x)) { $0 * logistic(($1.value > 0.5 ? 1 : -1) * ($1.base + $1.loading * x)) }
  }

  @Test(arguments: cases.indices) func momentsAreThoseOfTheIntegral(index: Int) throws {
    let trials = Self.cases[index]
    var (total, first, second, best) = (0.0, 0.0, 0.0, 0.0)
    let grid = (-8000...8000).map { Double($0) * 0.001 }
    for x in grid {
      let weight = Self.tilted(x, trials)
      total += weight
      first += weight * x
      second += weight * x * x
      if weight > Self.tilted(best, trials) { best = x }
    }
    let mean: Double = first / total
    let variance: Double = second / total - mean * mean
    let frame = try #require(Site().frame(mean: 0, variance: 1, trials[...]))
    #expect(abs(frame.centre - best) < 0.001)
    // From the prior, then from where the first matching led.
    var site = Site().matched(mean: 0, variance: 1, trials[...])
    for _ in 0..<5 {
      let spread: Double = 1 / (1 + site.precision)
      site = site.matched(mean: spread * site.pull, variance: spread, trials[...])
    }
    let spread: Double = 1 / (1 + site.precision)
    #expect(abs(spread * site.pull - mean) < 0.01, "mean \(spread * site.pull), by the integral \(mean)")
    #expect(abs(spread / variance - 1) < 0.05, "variance \(spread), by the integral \(variance)")
  }
}
