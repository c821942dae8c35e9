import Foundation
import Statistics
import Testing

@testable import Relationships

/// Loadings, memory and intervals on records drawn from the model; the larger sets of docs/methods/relationship.md come from the same code.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENTENTE_FULL"] == "1"))
struct SimulatedRecordTests {
  @Test func rareEventsAndDistantPairs() {
    let chains = Int(ProcessInfo.processInfo.environment["ENTENTE_SIMULATED_PAIRS"] ?? "") ?? 2000
    var mean = [Double](repeating: 0, count: 7)
    let seeds: ClosedRange<UInt64> = 1...3
    for seed in seeds {
      let record = SimulatedRecord(seed: seed, chains: chains)
      let fit = FactorModel.fit(record.data, workers: 2)
      #expect(fit.isConverged)
      let ratios = SimulatedRecord.ratios(fit)
      let smoothed = FactorModelTests.covered(fit.posterior.means, fit.posterior.variances, record.levels)
      let filtered = FactorModelTests.covered(fit.filteredMeans, fit.filteredVariances, record.levels)
      print(
        "simulated record, \(chains) pairs, seed \(seed):", ratios, "covered", smoothed, filtered, "in", fit.iterations)
      #expect((smoothed - 0.9).magnitude < 0.02, "seed \(seed): smoothed intervals cover \(smoothed)")
      #expect((filtered - 0.9).magnitude < 0.02, "seed \(seed): filtered intervals cover \(filtered)")
      for i in ratios.indices { mean[i] += ratios[i] / Double(seeds.count) }
    }
    // The continuous loading is .1 beside errors ten times as large: its standard deviation over seeds is .13 with 5,000 pairs.
    #expect((mean[0] - 1).magnitude < 0.3, "continuous loading: \(mean[0])")
    for i in 1..<7 { #expect((mean[i] - 1).magnitude < 0.08, "ratio \(i): \(mean[i])") }
  }
}
