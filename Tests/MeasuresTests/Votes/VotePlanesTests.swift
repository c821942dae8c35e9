import Testing

@testable import Measures

struct VotePlanesTests {
  @Test("every dyad equals a count over the votes", arguments: VoteCoding.allCases, [1, 63, 64, 65, 200])
  func counts(coding: VoteCoding, calls: Int) throws {
    let made = try HandMade.randomVotes(seed: UInt64(calls) + 7, states: 11, calls: calls)
    let table = try #require(made.record.rollCalls?.table)
    let rows = table.ids.indices.filter { $0 % 3 != 1 || calls == 1 }.map { Int32($0) }
    let planes = VotePlanes(table, rows: rows, reading: coding.reading)
    var dyads = 0
    planes.forEachDyad { i, j, common, same, opposite in
      dyads += 1
      let (a, b) = (
        made.states.firstIndex(of: planes.states[i]) ?? 0, made.states.firstIndex(of: planes.states[j]) ?? 0
      )
      let pairs = rows.compactMap { row -> (Int, Int)? in
        let votes = made.calls[Int(row)].votes
        guard let x = BruteForce.read(votes[a], coding), let y = BruteForce.read(votes[b], coding) else { return nil }
        return (x, y)
      }
      #expect(common == pairs.count, "\(coding) \(planes.states[i])-\(planes.states[j])")
      #expect(same == pairs.filter { $0.0 == $0.1 }.count)
      #expect(opposite == pairs.filter { abs($0.0 - $0.1) == 2 }.count)
      let cross = planes.crossTable(i, j)
      #expect(cross == VoteCrossTable(pairs.map { (UInt8($0.0), UInt8($0.1)) }))
    }
    #expect(dyads == planes.states.count * (planes.states.count - 1) / 2)
    #expect(planes.rollCallCount == rows.count)
  }

  @Test func statesWithoutAVoteAreLeftOut() throws {
    let record = try HandMade.votes(
      [2, 200, 365], [.init(session: 1, votes: [1, 8, 3]), .init(session: 1, votes: [1, 9, 0])])
    let planes = VotePlanes(try #require(record.rollCalls?.table), rows: [0, 1], reading: VoteCoding.exact.reading)
    #expect(planes.states == [2, 365])
    let none = VotePlanes(try #require(record.rollCalls?.table), rows: [], reading: VoteCoding.exact.reading)
    #expect(none.states.isEmpty)
  }
}
