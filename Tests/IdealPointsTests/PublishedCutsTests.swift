import Statistics
import Testing

@testable import IdealPoints

/// The published prior's two ways of moving cut points, and where its chains begin.
@Suite struct PublishedCutsTests {
  private func chain(_ votes: OrganisedVotes, _ start: PublishedStart) -> Chain {
    var options = IdealPointOptions(warmup: 20, draws: 20, itemThinning: 1)
    options.prior = .published
    options.publishedStart = start
    return Chain(votes, options: options, start: votes.startingPositions(anchor: 2), chain: 0)
  }

  /// Positions and slopes held, both steps draw the cut points from one distribution.
  @Test func bothStepsHaveTheSameDistribution() throws {
    let votes = try OrganisedVotes(Simulation(states: 40, sessions: 1, rollCalls: 4).data)
    func moments(_ thinning: Int, _ step: (inout Chain) -> Void) -> [(mean: Double, sd: Double)] {
      var chain = chain(votes, .dispersed)
      var draws = [[Double]](repeating: [], count: 2 * votes.items.count)
      for sweep in 0..<(4_000 * thinning) {
        step(&chain)
        guard sweep % thinning == 0, sweep >= 200 * thinning else { continue }
        for (j, item) in chain.items.enumerated() {
          draws[2 * j].append(item.lower)
          draws[2 * j + 1].append(item.upper)
        }
      }
      return draws.map { IdealPoints.moments($0) }
    }
    let short = moments(60) { $0.stepCutsAsPublished() }
    let free = moments(2) { $0.updateItems(fixesSlopes: true) }
    for (k, (a, b)) in zip(short, free).enumerated() {
      #expect(abs(a.mean - b.mean) < 0.15 * b.sd, "cut \(k): \(a) by short steps, \(b) freely")
      #expect(abs(a.sd / b.sd - 1) < 0.15, "cut \(k): \(a) by short steps, \(b) freely")
    }
  }

  /// The cut points of an item on which nobody abstained begin together and part.
  @Test(arguments: PublishedStart.allCases) func cutPointsWithoutAbstentionsMove(_ start: PublishedStart) throws {
    let data = Simulation(states: 30, sessions: 2).data
    let firm = VoteData(
      rollCalls: data.rollCalls, observations: data.observations.filter { $0.vote != 2 }, matches: data.matches)
    var chain = chain(try OrganisedVotes(firm), start)
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
