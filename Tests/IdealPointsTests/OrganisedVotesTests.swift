import Testing

@testable import IdealPoints

@Suite struct OrganisedVotesTests {
  private func rollCall(
    _ id: Int32, session: Int16 = 50, year: Int16 = 1995, partial: Bool = false, important: Bool? = nil
  ) -> VoteData.RollCall {
    .init(id: id, session: session, year: year, important: important, isPartial: partial)
  }

  private func votes(_ rollCall: Int32, _ list: [(UInt16, UInt8)]) -> [VoteData.Observation] {
    list.map { .init(state: $0.0, rollCall: rollCall, vote: $0.1) }
  }

  @Test func filtersInTheOrderOfThePublishedCode() throws {
    let data = VoteData(
      rollCalls: [
        rollCall(1), rollCall(2, partial: true), rollCall(3, session: 44, year: 1989, partial: true),
        rollCall(4, session: 19, year: 1964), rollCall(5, session: 48),
      ],
      observations: votes(0, [(2, 1), (20, 3), (511, 2)]) + votes(1, [(2, 1), (20, 3)]) + votes(2, [(2, 1), (20, 2)])
        + votes(3, [(2, 1), (20, 3)]) + votes(4, [(2, 1), (20, 3), (560, 2)]))
    let organised = try OrganisedVotes(data)
    #expect(organised.items == [1, 3, 5])
    #expect(organised.observationCount == 6)
    #expect(organised.positions.map(\.state) == [2, 2, 2, 20, 20, 20])
  }

  @Test func matchedRollCallsShareTheEarliestItem() throws {
    let calls = (1...4).map { rollCall(Int32($0 * 10), session: Int16(50 + $0)) }
    let data = VoteData(
      rollCalls: calls,
      observations: (0..<4).flatMap { votes(Int32($0), [(2, 3), (20, 1)]) },
      matches: [(10, 20), (20, 30), (10, 30)])
    let organised = try OrganisedVotes(data)
    #expect(organised.items == [10, 40])
    #expect(organised.itemOfRollCall == [0, 0, 0, 1])
    #expect(organised.positions.count == 8)
  }

  /// A roll call that is unanimous alone stays when its family is not.
  @Test func unanimityIsJudgedAfterLinking() throws {
    let data = VoteData(
      rollCalls: [rollCall(1), rollCall(2, session: 51), rollCall(3)],
      observations: votes(0, [(2, 1), (20, 1)]) + votes(1, [(2, 3), (20, 1)]) + votes(2, [(2, 2), (20, 2)]),
      matches: [(1, 2)])
    let organised = try OrganisedVotes(data)
    #expect(organised.items == [1])
    #expect(organised.observationCount == 4)
  }

  @Test func selections() throws {
    let data = VoteData(
      rollCalls: [rollCall(1, important: true), rollCall(2, important: false), rollCall(3)],
      observations: (0..<3).flatMap { votes(Int32($0), [(2, 3), (20, 1), (200, 2)]) })
    #expect(try OrganisedVotes(data, selection: .init(importantOnly: true)).items == [1])
    #expect(try OrganisedVotes(data, selection: .init(abstention: .missing)).observationCount == 6)
    #expect(throws: IdealPointError.noContestedRollCalls(observations: 0)) {
      try OrganisedVotes(data, selection: .init(issues: .humanRights))
    }
  }

  @Test func refusesWhatItCannotRead() {
    let data = VoteData(rollCalls: [rollCall(1)], observations: votes(0, [(2, 8)]))
    #expect(throws: IdealPointError.unknownVote(row: 0, vote: 8)) { try OrganisedVotes(data) }
    let stray = VoteData(rollCalls: [rollCall(1)], observations: votes(7, [(2, 1)]))
    #expect(throws: IdealPointError.unknownRollCall(row: 0, index: 7)) { try OrganisedVotes(stray) }
  }

  @Test func bothIndicesHoldTheSameVotes() throws {
    let votes = try OrganisedVotes(Simulation(states: 12, sessions: 3, rollCalls: 8).data)
    var byPosition: [[Int]] = []
    for p in votes.positions.indices {
      for k in 0..<3 {
        for i in votes.positionBounds[4 * p + k]..<votes.positionBounds[4 * p + k + 1] {
          byPosition.append([p, Int(votes.itemOf[Int(i)]), k])
        }
      }
    }
    var byItem: [[Int]] = []
    for j in votes.items.indices {
      for k in 0..<3 {
        for i in votes.itemBounds[4 * j + k]..<votes.itemBounds[4 * j + k + 1] {
          byItem.append([Int(votes.positionOf[Int(i)]), j, k])
        }
      }
    }
    func order(_ a: [Int], _ b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
    #expect(byPosition.sorted(by: order) == byItem.sorted(by: order))
    #expect(byItem.count == votes.observationCount)
  }
}
