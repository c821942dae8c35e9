import Evidence
import Testing

@testable import Measures

struct SimilarityTests {
  @Test("every index and distance equals the definition, with its class", arguments: VoteSimilarityTests.indices)
  func everyIndex(index: SimilarityIndex, distance: VoteDistance) throws {
    let made = try HandMade.randomVotes(seed: 3, states: 10, calls: 180)
    let evaluate = RecordEvaluator(made.record)
    func expected(_ a: Int, _ b: Int) -> (value: Double, n: Int)? {
      let pairs = made.calls.filter { $0.session == 56 }.compactMap { call -> (Int, Int)? in
        guard let x = BruteForce.read(call.votes[a], .exact), let y = BruteForce.read(call.votes[b], .exact) else {
          return nil
        }
        return (x, y)
      }
      return BruteForce.similarity(pairs, index, distance).map { ($0, pairs.count) }
    }
    let finding = try evaluate(
      "votes.similarity a=cow:\(made.states[1]) b=cow:\(made.states[4]) sessions=56 index=\(index.rawValue) distance=\(distance.rawValue)"
    )
    let own = try #require(expected(1, 4))
    #expect((try #require(finding.value) - own.value).magnitude < 1e-12)
    #expect(finding.estimate?.n == own.n)
    let interval = try #require(finding.estimate?.interval)
    #expect(interval.contains(own.value))
    let all = made.states.indices.flatMap { a in made.states.indices.filter { $0 > a }.compactMap { expected(a, $0) } }
    #expect(finding.percentiles.first?.classSize == all.filter { $0.n >= 20 }.count)
  }

  @Test func undefinedWithoutVariation() throws {
    let calls = (0..<25).map { _ in HandMade.Call(session: 56, votes: [1, 1, 3]) }
    let evaluate = RecordEvaluator(try HandMade.votes([2, 365, 710], calls))
    let kappa = try evaluate("votes.similarity a=USA b=RUS sessions=56 index=kappa")
    #expect(kappa.result.reason?.kind == .undefined)
    #expect(try evaluate("votes.similarity a=USA b=RUS sessions=56 index=s").value == 1)
    #expect(try evaluate("votes.similarity a=USA b=CHN sessions=56 index=kappa").value == 0)
  }

  @Test("on the same roll calls S with absolute distance is 2 × graded - 1")
  func law() throws {
    let made = try HandMade.randomVotes(seed: 8, states: 8, calls: 120, sessions: 56...56)
    let calls = made.calls.filter { !BruteForce.isUnanimous($0.votes) }
    let evaluate = RecordEvaluator(try HandMade.votes(made.states, calls))
    for b in 1..<8 {
      let pair = "a=cow:\(made.states[0]) b=cow:\(made.states[b]) sessions=56"
      let graded = try #require(try evaluate("votes.agreement \(pair) coding=graded").value)
      let s = try #require(try evaluate("votes.similarity \(pair) index=s distance=absolute").value)
      #expect((s - (2 * graded - 1)).magnitude < 1e-12, "\(pair)")
    }
  }

  @Test("the jackknife leaves out every roll call once", arguments: UInt64(1)...10)
  func jackknife(seed: UInt64) throws {
    let pairs = VoteSimilarityTests.pairs(seed)
    let table = VoteSimilarityTests.table(pairs)
    for (index, distance) in VoteSimilarityTests.indices {
      let left = pairs.indices.map { out in
        BruteForce.similarity(pairs.enumerated().filter { $0.offset != out }.map(\.element), index, distance)
      }
      let values = left.compactMap { $0 }
      guard values.count == pairs.count, pairs.count > 1 else {
        #expect(table.jackknifeError(index, distance) == nil, "\(index) \(distance)")
        continue
      }
      let n = Double(values.count)
      let mean = values.reduce(0, +) / n
      let expected = ((n - 1) / n * values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)).squareRoot()
      let error = try #require(table.jackknifeError(index, distance))
      #expect((error - expected).magnitude < 1e-9, "\(index) \(distance)")
    }
  }
}
