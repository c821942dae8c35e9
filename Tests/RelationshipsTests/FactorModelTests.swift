import Statistics
import Testing

@testable import Relationships

@Suite struct FactorModelTests {
  /// Chains of 60 years from known parameters, and the levels behind them.
  static func simulated(seed: UInt64 = 5, chains: Int = 400) -> (data: ModelData, levels: [Double]) {
    var random = Xoshiro256(seed: seed)
    let years = 60
    let phi = 0.95
    var y: [Float] = []
    var a: [Float] = []
    var b: [Float] = []
    var levels: [Double] = []
    for _ in 0..<chains {
      var x = random.normal()
      var e = random.normal()
      for t in 0..<years {
        if t > 0 {
          x = phi * x + (1 - phi * phi).squareRoot() * random.normal()
          e = 0.8 * e + 0.6 * random.normal()
        }
        levels.append(x)
        // A trend common to all chains is no level.
        y.append(Float(0.05 * Double(t) + 0.5 * x + e))
        a.append(random.uniform() < logistic(-1 + 1.5 * x) ? 1 : 0)
        b.append(random.uniform() < logistic(-2 - 1.0 * x) ? 1 : 0)
      }
    }
    let data = ModelData(
      layout: ChainLayout(
        lengths: Array(repeating: years, count: chains), firstTimes: Array(repeating: 0, count: chains), times: years),
      classes: Array(repeating: 1, count: chains * years),
      indicators: [
        Indicator("y", .continuous, sign: 1, values: y), Indicator("a", .binary, sign: 1, values: a),
        Indicator("b", .binary, sign: -1, values: b),
      ])
    return (data, levels)
  }

  /// What was found over what is true: the loadings, then the standard deviation of innovations.
  static func ratios(_ fit: FactorModel.Fit) -> [Double] {
    let innovation: Double = ((1 - fit.parameters.memory * fit.parameters.memory) / (1 - 0.95 * 0.95)).squareRoot()
    return zip(fit.parameters.indicators, [0.5, 1.5, -1.0]).map { $0.loading / $1 } + [innovation]
  }

  static func covered(_ means: [Double], _ variances: [Double], _ levels: [Double]) -> Double {
    let hits = levels.indices.count {
      (means[$0] - levels[$0]).magnitude < 1.6448536269514722 * variances[$0].squareRoot()
    }
    return Double(hits) / Double(levels.count)
  }

  /// Over ten such sets and seeds the means of the ratios are within 2 % of 1 and their standard deviations at most .04 (docs/methods/relationship.md).
  @Test func parametersOfSimulatedDataAreRecoveredAndIntervalsCover() {
    var mean = [Double](repeating: 0, count: 4)
    let seeds: ClosedRange<UInt64> = 3...6
    for seed in seeds {
      let (data, levels) = Self.simulated(seed: seed)
      let fit = FactorModel.fit(data, workers: 2)
      #expect(fit.isConverged)
      for (i, ratio) in Self.ratios(fit).enumerated() {
        #expect((ratio - 1).magnitude < 0.1, "seed \(seed), ratio \(i): \(ratio)")
        mean[i] += ratio / Double(seeds.count)
      }
      #expect((fit.parameters.indicators[0].persistence - 0.8).magnitude < 0.02)
      let smoothed = Self.covered(fit.posterior.means, fit.posterior.variances, levels)
      let filtered = Self.covered(fit.filteredMeans, fit.filteredVariances, levels)
      #expect((smoothed - 0.9).magnitude < 0.02, "seed \(seed): smoothed intervals cover \(smoothed)")
      #expect((filtered - 0.9).magnitude < 0.02, "seed \(seed): filtered intervals cover \(filtered)")
    }
    for (i, ratio) in mean.enumerated() { #expect((ratio - 1).magnitude < 0.03, "ratio \(i): \(ratio)") }
  }

  @Test func oneCoreAndTwoGiveTheSameBytes() {
    let data = Self.simulated().data
    let options = FactorModel.Options(iterations: 6)
    let one = FactorModel.fit(data, options: options, workers: 1)
    let two = FactorModel.fit(data, options: options, workers: 2)
    #expect(one.posterior.means == two.posterior.means)
    #expect(one.parameters == two.parameters)
  }
}
