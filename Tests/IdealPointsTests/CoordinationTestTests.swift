import StateSystem
import Testing

@testable import IdealPoints

@Suite struct CoordinationTestTests {
  private var quick: IdealPointOptions { .init(chains: 2, warmup: 80, draws: 200, itemThinning: 1) }

  @Test func plantedCoordinationIsFound() async throws {
    let simulation = Simulation(states: 30, sessions: 5, rollCalls: 30, seed: 8, planted: 0.5)
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let test = CoordinationTest(fit, data: simulation.data)
    let ids = simulation.data.rollCalls.map(\.id)
    let close = try #require(Dyad(2, 3))
    let planted = try #require(test.outcome(of: close, over: ids))
    #expect(planted.difference > 0.1)
    let ordinary = try #require(Dyad(10, 21))
    let plain = try #require(test.outcome(of: ordinary, over: ids))
    #expect(abs(plain.difference) < 0.12)
    // Four later roll calls repeat the first one's resolution.
    #expect(plain.n == plain.families + 4)
    #expect(plain.posteriorError > 0)
  }

  @Test func missingIsNotZero() async throws {
    let simulation = Simulation(states: 12, sessions: 2, rollCalls: 8)
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let test = CoordinationTest(fit, data: simulation.data)
    let stranger = try #require(Dyad(2, 900))
    #expect(test.outcome(of: stranger, over: simulation.data.rollCalls.map(\.id)) == nil)
    let pair = try #require(Dyad(2, 3))
    #expect(test.outcome(of: pair, over: []) == nil)
  }
}
