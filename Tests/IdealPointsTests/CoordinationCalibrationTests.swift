import Evidence
import Foundation
import Record
import StateSystem
import Testing

@testable import IdealPoints
@testable import Measures

/// The coordination test where the truth is known: no coordination, planted coordination, and a second dimension in the truth.
///
/// The figures are those of `docs/methods/coordination.md`; they are printed with the test.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENTENTE_FULL"] == "1"))
struct CoordinationCalibrationTests {
  /// What the test found for dyads of simulated chambers.
  private struct Findings {
    var values: [Double] = []
    var pValues: [Double] = []
    var covered = 0
    var first: [(value: Double, isFound: Bool)] = []

    var share: Double { Double(covered) / Double(values.count) }
    var mean: Double { values.reduce(0, +) / Double(values.count) }
    var sd: Double { (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot() }
    func rejected(at level: Double) -> Double { Double(pValues.count { $0 < level }) / Double(pValues.count) }
  }

  private func study(
    replicates: Int, states: Int = 30, planted: Double = 0, second: Double = 0
  ) async throws -> Findings {
    var findings = Findings()
    for replicate in 0..<replicates {
      let simulation = Simulation(
        states: states, sessions: 4, rollCalls: 40, seed: UInt64(100 + replicate), planted: planted, second: second)
      let options = IdealPointOptions(chains: 2, warmup: 80, draws: 160, itemThinning: 1, seed: UInt64(replicate + 1))
      let fit = try await IdealPointModel.fit(simulation.data, options: options)
      let table = try #require(await fit.predictions(simulation.data, origin: ("simulation", "0")))
      let vintage = Vintage(dataset: "ideal-points", version: "1", sha256: "0", retrieved: "2026-11-27")
      let index = PredictionIndex(
        Sourced(table, vintage: vintage, years: 1985...1999), positions: try fit.positionsTable())
      let rows = Array(Int32(0)..<Int32(table.count))
      for a in UInt16(2)..<UInt16(states + 2) {
        for b in (a + 1)..<UInt16(states + 2) {
          let pair = PairPrediction(index, a, b, rows: rows)
          let interval = try #require(pair.estimate(method: "", sources: []).interval)
          if a == 2, b == 3 { findings.first.append((pair.difference, interval.low > 0)) }
          if a <= 3 { continue }
          findings.values.append(pair.difference)
          findings.pValues.append(pair.pValue)
          if interval.contains(0) { findings.covered += 1 }
        }
      }
    }
    return findings
  }

  @Test func withoutCoordinationTheIntervalsCover() async throws {
    let found = try await study(replicates: 12)
    print(
      "no coordination: \(found.values.count) dyads, mean \(found.mean), sd \(found.sd), covered \(found.share), p < .05 "
        + "\(found.rejected(at: 0.05)), < .25 \(found.rejected(at: 0.25)), < .5 \(found.rejected(at: 0.5)), < .75 \(found.rejected(at: 0.75))"
    )
    #expect(found.share > 0.92 && found.share < 0.99)
    // It leans against coordination in a small chamber, where roll calls that the pair alone contests weigh; see the page.
    #expect(found.mean < 0.005 && found.mean > -0.025)
    #expect(abs(found.rejected(at: 0.5) - 0.5) < 0.1)
  }

  /// The lean against coordination comes from cut points that few votes place: it goes with the size of the chamber.
  @Test func inALargeChamberItDoesNotLean() async throws {
    let found = try await study(replicates: 3, states: 150)
    print(
      "no coordination among 150: \(found.values.count) dyads, mean \(found.mean), sd \(found.sd), covered \(found.share), "
        + "p < .05 \(found.rejected(at: 0.05)), < .25 \(found.rejected(at: 0.25)), < .5 \(found.rejected(at: 0.5)), < .75 \(found.rejected(at: 0.75))"
    )
    #expect(abs(found.mean) < 0.006)
    #expect(found.share > 0.92 && found.share < 0.99)
  }

  @Test(arguments: [0.12, 0.25]) func plantedCoordinationIsFound(probability: Double) async throws {
    let found = try await study(replicates: 10, planted: probability)
    let mean = found.first.reduce(0) { $0 + $1.value } / Double(found.first.count)
    print("planted \(probability): mean \(mean), found in \(found.first.count { $0.isFound }) of \(found.first.count)")
    #expect(mean > 0.3 * probability && mean < probability)
  }

  @Test func aSecondDimensionLooksLikeCoordination() async throws {
    let found = try await study(replicates: 6, second: 0.8)
    print("second dimension: mean \(found.mean), sd \(found.sd), covered \(found.share)")
    #expect(found.share < 0.95)
  }
}
