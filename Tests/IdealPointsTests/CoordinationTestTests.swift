import Evidence
import StateSystem
import Statistics
import Testing

@testable import IdealPoints

@Suite struct CoordinationTestTests {
  private var quick: IdealPointOptions { .init(chains: 2, warmup: 80, draws: 200, itemThinning: 1) }
  private let years = 1985...1999

  @Test func plantedCoordinationIsFound() async throws {
    let simulation = Simulation(states: 30, sessions: 5, rollCalls: 30, seed: 8, planted: 0.5)
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let test = CoordinationTest(fit, data: simulation.data)
    let set = simulation.data.rollCalls(years: years)
    let comparison = await test.comparisonClass(over: set)
    #expect(comparison.members.count == 30 * 29 / 2)
    let close = try #require(Dyad(2, 3))
    let planted = try #require(test.coordination(of: close, over: set, among: comparison).value)
    #expect(planted.difference.value > 0.1)
    #expect((planted.difference.interval?.low ?? 0) > 0)
    #expect((planted.percentile?.value ?? 0) > 0.99)
    let ordinary = try #require(Dyad(10, 21))
    let plain = try #require(test.coordination(of: ordinary, over: set).value)
    #expect(abs(plain.difference.value) < 0.12)
    #expect(plain.difference.n == plain.families + 4)
    let middle = try #require(quantile(0.5, ofSorted: comparison.ascending))
    #expect(abs(middle) < 0.03)
  }

  @Test func thePairAndTheClassAgree() async throws {
    let simulation = Simulation(states: 20, sessions: 4, rollCalls: 20, seed: 12)
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let test = CoordinationTest(fit, data: simulation.data)
    let set = simulation.data.rollCalls(years: years)
    let comparison = await test.comparisonClass(over: set)
    for member in comparison.members.prefix(40) {
      let dyad = try #require(Dyad(StateID(integerLiteral: member.first), StateID(integerLiteral: member.second)))
      let pair = try #require(test.coordination(of: dyad, over: set).value)
      #expect(pair.observed == member.observed)
      #expect(abs(pair.expected - member.expected) < 0.01)
    }
  }

  @Test func missingIsNotZero() async throws {
    let simulation = Simulation(states: 12, sessions: 2, rollCalls: 8)
    let fit = try await IdealPointModel.fit(simulation.data, options: quick)
    let test = CoordinationTest(fit, data: simulation.data)
    let stranger = try #require(Dyad(2, 900))
    let absent = test.coordination(of: stranger, over: simulation.data.rollCalls(years: years))
    #expect(absent.reason?.kind == .tooFew)
    let pair = try #require(Dyad(2, 3))
    let nothing = test.coordination(of: pair, over: RollCallSet(name: "none", ids: []))
    #expect(nothing.value == nil)
  }

  @Test func setsByStakes() {
    let data = VoteData(
      rollCalls: [
        .init(id: 1, session: 50, year: 1995, important: true, isPartial: false),
        .init(id: 2, session: 50, year: 1996, important: nil, isPartial: false),
      ],
      observations: [
        .init(state: 2, rollCall: 0, vote: 3), .init(state: 20, rollCall: 0, vote: 1),
        .init(state: 2, rollCall: 1, vote: 2), .init(state: 20, rollCall: 1, vote: 3),
      ])
    #expect(data.rollCalls(.opposed, third: 2).ids == [1])
    #expect(data.rollCalls(.nearlyAlone, third: 2).ids == [1])
    #expect(data.rollCalls(.notOpposed, third: 2).ids == [2])
    #expect(data.rollCalls(.flagged, third: 2).ids == [1])
    #expect(data.rollCalls(.opposed, third: 710).ids.isEmpty)
    #expect(data.rollCalls(years: 1996...1996).intersection(data.rollCalls(.opposed, third: 20)).ids == [2])
  }
}
