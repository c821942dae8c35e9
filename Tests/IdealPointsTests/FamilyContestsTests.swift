import Evidence
import Record
import Testing

@testable import IdealPoints
@testable import Measures

/// Families that only one or two states contest say nothing of those two.
@Suite struct FamilyContestsTests {
  /// Three families of six states: all but state 2 vote yes; all but 3 and 4; a real division.
  private var simulation: VoteData {
    var observations: [VoteData.Observation] = []
    for state in UInt16(2)..<8 {
      observations.append(.init(state: state, rollCall: 0, vote: state == 2 ? 3 : 1))
      observations.append(.init(state: state, rollCall: 1, vote: state == 3 ? 3 : state == 4 ? 2 : 1))
      observations.append(.init(state: state, rollCall: 2, vote: state < 5 ? 3 : 1))
    }
    let calls = (0..<3).map {
      VoteData.RollCall(
        id: Int32($0 + 1), session: 40, year: 1985, important: false, isPartial: false, issues: .humanRights)
    }
    return VoteData(rollCalls: calls, observations: observations, matches: [])
  }

  private func contests(_ data: VoteData) throws -> FamilyContests {
    var starts: [Int32] = [0]
    var states: [UInt16] = []
    var votes: [UInt8] = []
    for call in data.rollCalls.indices {
      for seen in data.observations where Int(seen.rollCall) == call {
        states.append(seen.state)
        votes.append(seen.vote)
      }
      starts.append(Int32(states.count))
    }
    let table = try VotePredictions(
      columns: ColumnSet([
        ("id", .int32([1, 2, 3])), ("session", .int16([40, 40, 40])), ("family", .int32([10, 20, 30])),
        ("start", .int32(starts)), ("state", .uint16(states)), ("vote", .uint8(votes)),
        ("unreliable", .uint8(votes.map { _ in 0 })), ("loadings", .uint8([3, 1])),
        ("score", .int16([Int16](repeating: 0, count: states.count * 10))),
        ("weight", .int16([Int16](repeating: 0, count: states.count * 3))), ("origin", .text(TextColumn(["a", "b"]))),
      ]))
    return FamilyContests(table)
  }

  @Test func thePairThatAloneContestsIsLeftOut() throws {
    let contests = try contests(simulation)
    #expect(!contests.isContested(10, without: 2, 7))
    #expect(!contests.isContested(10, without: 5, 2))
    #expect(contests.isContested(10, without: 3, 4))
    #expect(!contests.isContested(20, without: 3, 4) && !contests.isContested(20, without: 4, 3))
    #expect(contests.isContested(20, without: 3, 5))
    #expect(contests.makers(of: 30).isEmpty && contests.isContested(30, without: 2, 3))
  }

  /// Every pair and family of a chamber small enough that some are contested by two alone, against counting.
  @Test func everyPairAgreesWithCounting() async throws {
    let simulation = Simulation(states: 6, sessions: 2, rollCalls: 25, seed: 8)
    let fit = try await IdealPointModel.fit(
      simulation.data, options: .init(chains: 2, warmup: 20, draws: 40, itemThinning: 1))
    let table = try #require(await fit.predictions(simulation.data, origin: ("un-votes", "abc")))
    let contests = FamilyContests(table)
    let index = VoteIndex(simulation.data, fit.votes, selection: fit.options.selection)
    var leftOut = 0
    for item in fit.votes.items.indices {
      for a in UInt16(2)..<8 {
        for b in (a + 1)..<8 {
          let expected = index.isContested(item, without: a, b)
          #expect(contests.isContested(fit.votes.items[item], without: a, b) == expected, "\(item) \(a) \(b)")
          leftOut += expected ? 0 : 1
        }
      }
    }
    #expect(leftOut > 0)
  }
}
