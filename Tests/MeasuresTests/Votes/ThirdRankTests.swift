import Evidence
import StateSystem
import Testing

@testable import Measures

struct ThirdRankTests {
  @Test("rank, placebos and place equal the definition", arguments: ["opposed", "unopposed", "alone"], UInt64(1)...3)
  func definition(set: String, seed: UInt64) throws {
    let made = try HandMade.randomVotes(seed: seed, states: 16, calls: 300, sessions: 56...56)
    let evaluate = RecordEvaluator(made.record)
    let (a, b, third) = (0, 5, 9)
    let kind = try #require(RollCallSet(rawValue: set))
    var places: [Int: (value: Double, n: Int)] = [:]
    for k in made.states.indices where k != a && k != b {
      let calls = made.calls.filter { BruteForce.isIn(kind, $0, third: k) }
      if let place = BruteForce.agreement(calls, a, b, .exact), place.n >= (set == "alone" ? 5 : 20) {
        places[k] = place
      }
    }
    let finding = try evaluate(
      "votes.thirdRank a=cow:\(made.states[a]) b=cow:\(made.states[b]) third=cow:\(made.states[third]) sessions=56 set=\(set)"
    )
    guard let own = places[third] else {
      #expect(finding.result.reason?.kind == .tooFew)
      return
    }
    let estimate = try #require(finding.estimate)
    #expect(Int(estimate.value) == 1 + places.values.filter { $0.value > own.value }.count)
    #expect(estimate.n == places.count - 1)
    #expect(estimate.interval?.contains(estimate.value) == true)
    #expect(finding.percentiles.first?.classSize == places.count)
    #expect(finding.items.contains { $0.tags == ["third"] })
    #expect(finding.distribution?.counts.reduce(0, +) == places.count)
  }

  @Test func refusedAndNotCovered() throws {
    let record = try HandMade.votes([2, 365, 710], (0..<10).map { _ in .init(session: 56, votes: [3, 1, 1]) })
    let evaluate = RecordEvaluator(record)
    let few = try evaluate("votes.thirdRank a=CHN b=RUS third=USA sessions=56")
    #expect(few.result.reason?.kind == .tooFew)
    #expect(throws: ArgumentError.self) { try evaluate("votes.thirdRank a=CHN b=RUS third=RUS sessions=56") }
    #expect(throws: ArgumentError.self) {
      try evaluate("votes.thirdRank a=CHN b=RUS third=USA sessions=56 set=flagged")
    }
  }
}
