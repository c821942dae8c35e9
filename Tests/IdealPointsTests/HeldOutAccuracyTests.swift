import Evidence
import Foundation
import Record
import Testing

@testable import IdealPoints
@testable import Measures

/// Held-out predictions by weights against refits without the pair's votes on the family.
///
/// The figures are those of `docs/methods/coordination.md`; they are printed with the test.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENTENTE_FULL"] == "1"))
struct HeldOutAccuracyTests {
  private var options: IdealPointOptions { .init(chains: 2, warmup: 100, draws: 400, itemThinning: 1) }

  @Test func weightsAgreeWithRefits() async throws {
    let simulation = Simulation(states: 30, sessions: 4, rollCalls: 40, seed: 21)
    let fit = try await IdealPointModel.fit(simulation.data, options: options)
    let vintage = Vintage(dataset: "ideal-points", version: "1", sha256: "0", retrieved: "2026-11-27")
    let table = try #require(await fit.predictions(simulation.data, origin: ("simulation", "0")))
    let index = PredictionIndex(
      Sourced(table, vintage: vintage, years: 1985...1999), positions: try fit.positionsTable())
    var weighted: [Double] = []
    var naive: [Double] = []
    var spread: [Double] = []
    for (number, (a, b)) in ([(4, 5), (6, 17), (9, 28)] as [(UInt16, UInt16)]).enumerated() {
      for step in 0..<8 {
        let row = Int32((number * 53 + step * 19) % table.count)
        let family = table.families[Int(row)]
        guard index.isContested(row, without: a, b), let placeA = index.vote(of: a, on: row),
          let placeB = index.vote(of: b, on: row)
        else { continue }
        let ids = Set(table.ids.indices.filter { table.families[$0] == family }.map { table.ids[$0] })
        let exact = try await agreement(simulation.data, without: ids, a, b, on: table.ids[Int(row)])
        let own = try await agreement(fit, simulation.data, a, b, on: table.ids[Int(row)])
        let predicted = PredictedVote(table, at: placeA).agreement(with: PredictedVote(table, at: placeB))
        weighted.append(predicted - exact)
        naive.append(own - exact)
        spread.append(exact)
      }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func size(_ values: [Double]) -> Double { mean(values.map(abs)) }
    print(
      "held out, \(weighted.count) pairs and families: weights mean \(mean(weighted)), mean size \(size(weighted)), largest \(weighted.map(abs).max() ?? 0); "
        + "not held out mean \(mean(naive)), mean size \(size(naive)), largest \(naive.map(abs).max() ?? 0); predicted agreement \(spread.min() ?? 0) to \(spread.max() ?? 0)"
    )
    #expect(weighted.count >= 20)
    #expect(abs(mean(weighted)) < 0.01 && size(weighted) < 0.03)
    #expect(size(weighted) < size(naive))
  }

  /// Predicted agreement of a fit made without the votes of the two on `ids`.
  private func agreement(
    _ data: VoteData, without ids: Set<Int32>, _ a: UInt16, _ b: UInt16, on id: Int32
  ) async throws -> Double {
    let kept = data.observations.filter {
      !(ids.contains(data.rollCalls[Int($0.rollCall)].id) && ($0.state == a || $0.state == b))
    }
    let less = VoteData(rollCalls: data.rollCalls, observations: kept, matches: data.matches)
    var again = options
    again.seed = 77
    return try await agreement(try await IdealPointModel.fit(less, options: again), data, a, b, on: id)
  }

  /// Mean over the draws of a fit of the probability that the two vote alike.
  private func agreement(
    _ fit: IdealPointFit, _ data: VoteData, _ a: UInt16, _ b: UInt16, on id: Int32
  ) async throws -> Double {
    let call = try #require(data.rollCalls.firstIndex { $0.id == id })
    let session = data.rollCalls[call].session
    let item = Int(fit.votes.itemOfRollCall[call])
    let first = try #require(fit.votes.positions.firstIndex { $0.state == a && $0.session == session })
    let second = try #require(fit.votes.positions.firstIndex { $0.state == b && $0.session == session })
    let draws = fit.draws.count
    var mine = [VoteProbabilities](repeating: .init(yes: 0, no: 0), count: draws)
    fit.draws.forEachProbability(first, item) { s, p in mine[s] = p }
    var total = 0.0
    fit.draws.forEachProbability(second, item) { s, p in total += mine[s].agreement(with: p) }
    return total / Double(draws)
  }
}
