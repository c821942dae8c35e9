import Evidence
import Record
import StateSystem
import Testing

@testable import IdealPoints
@testable import Measures

/// The stored predictions against the test on all joint draws.
@Suite struct PredictionsTests {
  private var quick: IdealPointOptions { .init(chains: 2, warmup: 80, draws: 200, itemThinning: 1) }
  private let origin = (dataset: "un-votes", sha256: "abc")

  private func fitted(
    _ simulation: Simulation
  ) async throws -> (fit: IdealPointFit, index: PredictionIndex) {
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let table = try #require(await fit.predictions(simulation.data, origin: origin))
    let positions = try fit.positionsTable()
    let vintage = Vintage(dataset: "ideal-points", version: "1", sha256: "def", retrieved: "2026-11-27")
    return (fit, PredictionIndex(Sourced(table, vintage: vintage, years: 1985...1999), positions: positions))
  }

  @Test func pairAndClassAgreeWithAllDraws() async throws {
    let simulation = Simulation(states: 20, sessions: 4, rollCalls: 25, seed: 12)
    let (fit, index) = try await fitted(simulation)
    let test = CoordinationTest(fit, data: simulation.data)
    let ids = simulation.data.rollCalls.map(\.id)
    let rows = index.rows(ids)
    let dyads = CoordinationClass(index, rows: rows, fewest: 20, among: .all)
    #expect(dyads.members.count == 20 * 19 / 2)
    var largest = 0.0
    var total = 0.0
    for member in dyads.members {
      let dyad = try #require(Dyad(StateID(integerLiteral: member.first), StateID(integerLiteral: member.second)))
      let exact = try #require(test.outcome(of: dyad, over: ids))
      let pair = PairPrediction(index, member.first, member.second, rows: rows)
      #expect(pair.n == exact.n && pair.n == member.n && pair.families == exact.families)
      #expect(abs(pair.observed - exact.observed) < 1e-12 && abs(pair.observed - member.observed) < 1e-12)
      #expect(abs(pair.expected - member.expected) < 1e-5)
      largest = max(largest, abs(pair.expected - exact.expected))
      total += abs(pair.expected - exact.expected)
    }
    #expect(largest < 0.03)
    #expect(total / Double(dyads.members.count) < 0.004)
  }

  @Test func posteriorErrorIsThatOfTheDraws() async throws {
    let simulation = Simulation(states: 25, sessions: 5, rollCalls: 30, seed: 5)
    let (fit, index) = try await fitted(simulation)
    let test = CoordinationTest(fit, data: simulation.data)
    let ids = simulation.data.rollCalls.map(\.id)
    var ratios: [Double] = []
    for (a, b) in [(2, 3), (4, 9), (10, 21), (7, 8), (15, 26)] as [(UInt16, UInt16)] {
      let dyad = try #require(Dyad(StateID(integerLiteral: a), StateID(integerLiteral: b)))
      let exact = try #require(test.outcome(of: dyad, over: ids))
      ratios.append(PairPrediction(index, a, b, rows: index.rows(ids)).posteriorError / exact.posteriorError)
    }
    for ratio in ratios { #expect(ratio > 0.6 && ratio < 1.6, "\(ratios)") }
  }

  @Test func orderOfTheStatesDoesNotMatter() async throws {
    let (_, index) = try await fitted(Simulation(states: 12, sessions: 3, rollCalls: 15))
    let rows = Array(Int32(0)..<Int32(index.table.count))
    let one = PairPrediction(index, 3, 7, rows: rows)
    let other = PairPrediction(index, 7, 3, rows: rows)
    #expect(one.expected == other.expected && one.observed == other.observed)
    #expect(abs(one.error - other.error) < 1e-12)
  }

  @Test func theTableGoesToColumnsAndBack() async throws {
    let (fit, index) = try await fitted(Simulation(states: 12, sessions: 3, rollCalls: 15))
    #expect(try VotePredictions(columns: index.table.columns) == index.table)
    let positions = try fit.positionsTable()
    // NaN marks a state's first position, so that tables are compared by their other columns.
    #expect(try Positions(columns: positions.columns).means == positions.means)
    #expect(positions.links.count { $0.isNaN } == 12)
    var broken = index.table.columns
    broken["start"] = .int32([0])
    #expect(throws: RecordError.self) { try VotePredictions(columns: broken) }
  }

  @Test func halfWayAbstentionsHaveNoPredictions() async throws {
    let simulation = Simulation(states: 12, sessions: 2, rollCalls: 8)
    var options = quick
    options.selection.abstention = .halfWay
    let fit = try await IdealPointModel.fit(simulation.data, options: options)
    #expect(await fit.predictions(simulation.data, origin: origin) == nil)
  }

  @Test(arguments: PositionPrior.allCases) func aKilledFitGoesOnToTheSameBytes(_ prior: PositionPrior) async throws {
    let simulation = Simulation(states: 12, sessions: 2, rollCalls: 10)
    var quick = quick
    quick.prior = prior
    let whole = try await IdealPointModel.fit(simulation.data, options: quick)
    let saved = Saved()
    let keeping = Checkpoints(every: 90, load: { _ in nil }, save: { saved.keep($0, $1) })
    _ = try await IdealPointModel.fit(simulation.data, options: quick, checkpoints: keeping)
    // Each chain is taken up at its first checkpoint, after 90 of 280 sweeps.
    let resuming = Checkpoints(every: 1_000_000, load: { saved.first($0) }, save: { _, _ in })
    let resumed = try await IdealPointModel.fit(simulation.data, options: quick, checkpoints: resuming)
    #expect(resumed.positions == whole.positions)
    let damaged = Checkpoints(load: { saved.first($0).map { Array($0.dropLast(3)) } }, save: { _, _ in })
    let anew = try await IdealPointModel.fit(simulation.data, options: quick, checkpoints: damaged)
    #expect(anew.positions == whole.positions)
  }
}
