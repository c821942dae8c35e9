import Testing

@testable import Measures

struct DyadSimilaritiesTests {
  @Test("every row equals the definitions, on one core and on two", arguments: UInt64(1)...3)
  func definitions(seed: UInt64) throws {
    let made = try HandMade.randomVotes(seed: seed, states: 9, calls: 200, sessions: 50...56)
    let table = try #require(made.record.rollCalls?.table)
    let all = DyadSimilarities(table, workers: 1)
    let again = DyadSimilarities(table, workers: 2)
    #expect(all.periods == again.periods && all.firsts == again.firsts && all.seconds == again.seconds)
    #expect(all.values.map { $0.map(\.bitPattern) } == again.values.map { $0.map(\.bitPattern) })
    #expect(DyadSimilarities.names.count == 11)
    var expectedRows = 0
    var row = 0
    for session in 50...56 {
      for a in 0..<9 {
        for b in (a + 1)..<9 {
          let pairs = made.calls.filter { $0.session == session }.compactMap { call -> (Int, Int)? in
            guard let x = BruteForce.read(call.votes[a], .exact), let y = BruteForce.read(call.votes[b], .exact) else {
              return nil
            }
            return (x, y)
          }
          guard !pairs.isEmpty else { continue }
          expectedRows += 1
          #expect(all.firsts[row] == made.states[a] && all.seconds[row] == made.states[b])
          #expect(Int(all.counts[row]) == pairs.count)
          let indices = VoteSimilarityTests.indices.map { BruteForce.similarity(pairs, $0.0, $0.1) }
          for (column, expected) in zip(2..., indices) {
            let value = all.values[column][row]
            #expect(
              expected.map { (value - $0).magnitude < 1e-12 } ?? value.isNaN,
              "\(DyadSimilarities.names[column]) \(session) \(a) \(b)")
          }
          #expect((all.values[3][row] - (2 * all.values[1][row] - 1)).magnitude < 1e-12)
          row += 1
        }
      }
    }
    #expect(all.count == expectedRows)
  }
}
