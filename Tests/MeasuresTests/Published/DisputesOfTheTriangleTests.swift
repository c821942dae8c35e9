import Evidence
import StateSystem
import Testing

@testable import Measures

/// Rung 5 of China and Russia against the United States in the published disputes.
@Suite(.enabled(if: PublishedRecord.isPresent, "the public datasets are not beside the checkout"))
struct DisputesOfTheTriangleTests {
  @Test("none of eleven disputes joined in 1990-2004, and Russia on the American side in five others")
  func joined() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let finding = try evaluate("disputes.joined a=CHN b=RUS third=USA years=1990-2004")
    #expect(finding.value == 0 && finding.estimate?.n == 11)
    func numbers(_ tag: String, _ state: Int) -> [String] {
      finding.items.filter { $0.tags.contains(tag) && $0.tags.contains("with:\(state)") }.map(\.id)
    }
    #expect(numbers("absent", 710).count == 6)
    #expect(numbers("absent", 365).count == 5)
    #expect(numbers("beside", 365) == ["3552", "4137", "4186", "4283", "4343"])
    #expect(finding.items.allSatisfy { !$0.tags.contains("joined") && !$0.tags.contains("joined-third") })
    for words in ["defense", "consultation and no defense", "neutrality or non-aggression alone", "nothing"] {
      let beside = try #require(finding.benchmarks.first { $0.label == "states that owed \(words) joined" })
      #expect(beside.value > 0 && beside.value < 1 && beside.n > 1_000, "\(words): \(beside)")
      #expect(finding.benchmarks.contains { $0.label == "states that owed \(words) joined the other side" })
    }
    let all = try #require(finding.benchmarks.first)
    #expect(all.label == "any state of the system joined")
  }

  @Test(
    "a screen of all pairs counts what the findings of a pair count", arguments: [(365, 710), (200, 220), (645, 652)])
  func screened(a: Int, b: Int) throws {
    let evaluator = try PublishedRecord.evaluator.get()
    let day = try #require(Day(2001, 12, 31))
    let start = try #require(Day(1996, 12, 31))
    let rates = PairRates(
      evaluator,
      scope: PairRates.Scope(third: 2, days: start.number...(day.number - 1), years: 1987...2001, takesFlagged: true),
      members: State.all.filter { $0.isMember(on: day) }.map(\.id))
    #expect(rates.pairs.count > 17_000)
    let dyad = try #require(Dyad(StateID(a) ?? 2, StateID(b) ?? 2))
    let slot = try #require(rates.pairs.firstIndex(of: dyad))
    let pair = "a=cow:\(a) b=cow:\(b)"
    let span = "period=\(start)/\(day.advanced(by: -1))"
    for (rung, request) in [
      "votes.agreement \(pair) \(span) set=unopposed third=USA",
      "votes.agreement \(pair) \(span) set=opposed third=USA",
      "votes.agreement \(pair) \(span) set=flagged", "sanctions.exchange \(pair) third=USA years=1987-2001",
      "disputes.joined \(pair) third=USA years=1987-2001", "wars.joined \(pair) third=USA years=1987-2001",
    ].enumerated() {
      let finding = try evaluator(request)
      let count = rates.counts[rung][slot]
      #expect((finding.estimate?.n ?? 0) == count.n, "\(request)")
      if let value = finding.value {
        #expect((value - Double(count.held) / Double(count.n)).magnitude < 1e-12, "\(request)")
      }
    }
    let base = try #require(
      try evaluator("disputes.joined \(pair) third=USA years=1987-2001").benchmarks.first)
    #expect(PairRates.baseRate(evaluator, rung: 4, years: 1987...2001) == base.value)
  }
}
