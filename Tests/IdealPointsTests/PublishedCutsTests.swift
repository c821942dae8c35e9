import Statistics
import Testing

@testable import IdealPoints

/// How the published prior is sampled: where its chains begin and how cut points move.
@Suite struct PublishedCutsTests {
  private func chain(_ votes: OrganisedVotes, _ sampler: PublishedSampler) -> Chain {
    var options = IdealPointOptions(warmup: 20, draws: 20, itemThinning: 1)
    options.prior = .published
    options.publishedSampler = sampler
    return Chain(votes, options: options, start: votes.startingPositions(anchor: 2), chain: 0)
  }

  /// Mean and deviation of each cut point over draws of `step`, positions and slopes held.
  private func cuts(
    _ data: VoteData, every thinning: Int, _ step: (inout Chain) -> Void
  ) throws -> [(mean: Double, sd: Double)] {
    var chain = chain(try OrganisedVotes(data), .corrected)
    var draws = [[Double]](repeating: [], count: 2 * chain.items.count)
    for sweep in 0..<(3_000 * thinning) {
      step(&chain)
      guard sweep % thinning == 0, sweep >= 200 * thinning else { continue }
      for (j, item) in chain.items.enumerated() {
        draws[2 * j].append(item.lower)
        draws[2 * j + 1].append(item.upper)
      }
    }
    return draws.map { moments($0) }
  }

  /// With all constants in its acceptance the published step draws the cut points from the distribution from which the free step draws them.
  @Test func theCompleteStepHasTheConditionalDistribution() throws {
    let data = Simulation(states: 40, sessions: 1, rollCalls: 4).data
    let short = try cuts(data, every: 40) { $0.stepCutsAsPublished(completing: true) }
    let free = try cuts(data, every: 2) { $0.updateItems(fixesSlopes: true) }
    for (k, (a, b)) in zip(short, free).enumerated() {
      #expect(abs(a.mean - b.mean) < 0.15 * b.sd, "cut \(k): \(a) by short steps, \(b) freely")
      #expect(abs(a.sd / b.sd - 1) < 0.15, "cut \(k): \(a) by short steps, \(b) freely")
    }
  }

  /// Without them it holds the cut points of an item on which nobody abstained too far apart.
  @Test func thePublishedStepDoesNot() throws {
    let firm = Self.firm(Simulation(states: 120, sessions: 1, rollCalls: 4).data)
    func widths(_ cuts: [(mean: Double, sd: Double)]) -> [Double] {
      stride(from: 0, to: cuts.count, by: 2).map { cuts[$0 + 1].mean - cuts[$0].mean }
    }
    let published = widths(try cuts(firm, every: 40) { $0.stepCutsAsPublished() })
    let complete = widths(try cuts(firm, every: 40) { $0.stepCutsAsPublished(completing: true) })
    let free = widths(try cuts(firm, every: 2) { $0.updateItems(fixesSlopes: true) })
    for (c, f) in zip(complete, free) { #expect(abs(c / f - 1) < 0.1) }
    #expect(published.reduce(0, +) > 1.08 * free.reduce(0, +))
  }

  private static func firm(_ data: VoteData) -> VoteData {
    VoteData(rollCalls: data.rollCalls, observations: data.observations.filter { $0.vote != 2 }, matches: data.matches)
  }

  /// The cut points of an item on which nobody abstained begin together and part.
  @Test(arguments: PublishedSampler.allCases) func cutPointsWithoutAbstentionsMove(_ sampler: PublishedSampler) throws {
    var chain = chain(try OrganisedVotes(Self.firm(Simulation(states: 30, sessions: 2).data)), sampler)
    let before = chain.items
    for _ in 0..<60 { chain.sweep() }
    for (j, item) in chain.items.enumerated() {
      #expect(item.lower != before[j].lower && item.upper != before[j].upper, "item \(j) stands still")
      #expect(item.lower <= item.upper)
    }
  }

  /// Slopes begin at the sign of the American against the Soviet vote, of repeated resolutions on the earliest.
  @Test func slopesBeginAtTheEarliestVote() throws {
    func call(_ id: Int32, _ session: Int16) -> VoteData.RollCall {
      .init(id: id, session: session, year: 1990 + session, important: nil, isPartial: false, issues: [])
    }
    func vote(_ state: UInt16, _ rollCall: Int32, _ vote: UInt8) -> VoteData.Observation {
      .init(state: state, rollCall: rollCall, vote: vote)
    }
    let data = VoteData(
      rollCalls: [call(1, 1), call(2, 2), call(3, 2)],
      observations: [
        vote(2, 0, 1), vote(365, 0, 3), vote(200, 0, 2), vote(2, 1, 3), vote(365, 1, 1), vote(2, 2, 3), vote(365, 2, 2),
        vote(200, 2, 1),
      ], matches: [(1, 2)])
    let items = try OrganisedVotes(data).publishedItems(twoCuts: true)
    #expect(items.map(\.slope) == [-1, 1])
    let cuts = [items[0].lower, items[0].upper, items[1].lower, items[1].upper]
    for (found, expected) in zip(cuts, [-0.2, 0.2, -1.0 / 3, 1.0 / 3]) { #expect(abs(found - expected) < 1e-12) }
  }

  @Test func halvedAbstentionsAreRefused() async {
    var options = IdealPointOptions()
    options.prior = .published
    options.selection.abstention = .halfWay
    await #expect(throws: IdealPointError.self) {
      try await IdealPointModel.fit(Simulation().data, options: options)
    }
  }
}
