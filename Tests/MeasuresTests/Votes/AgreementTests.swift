import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

struct AgreementTests {
  @Test("every cell of coding × filter × set equals the definition", arguments: UInt64(1)...3)
  func everyCell(seed: UInt64) throws {
    let made = try HandMade.randomVotes(seed: seed, states: 14, calls: 240)
    let evaluate = RecordEvaluator(made.record)
    let (a, b, third) = (2, 9, 5)
    for coding in VoteCoding.allCases {
      for minority in MinorityFilter.allCases {
        for set in RollCallSet.allCases {
          let cell = "coding=\(coding.rawValue) filter=\(minority.rawValue) set=\(set.rawValue)"
          let text =
            "votes.agreement a=cow:\(made.states[a]) b=cow:\(made.states[b]) sessions=55-56 \(cell) third=cow:\(made.states[third])"
          let finding = try evaluate(text)
          let calls = made.calls.filter {
            $0.session >= 55 && BruteForce.isIn(set, $0, third: third)
              && BruteForce.minorityShare($0.votes) * 100 >= (Double(minority.rawValue) ?? 0) - 1e-9
          }
          let expected = BruteForce.agreement(calls, a, b, coding)
          #expect((finding.value == nil) == (expected == nil), "\(cell)")
          guard let expected, let estimate = finding.estimate else { continue }
          #expect((estimate.value - expected.value).magnitude < 1e-12, "\(cell)")
          #expect(estimate.n == expected.n, "\(cell)")
          #expect(estimate.interval == .wilson(mean: estimate.value, n: expected.n), "\(cell)")
        }
      }
    }
  }

  @Test("the class holds every dyad with enough common votes", arguments: [VoteCoding.exact, .graded])
  func percentile(coding: VoteCoding) throws {
    let made = try HandMade.randomVotes(seed: 11, states: 12, calls: 210)
    let evaluate = RecordEvaluator(made.record)
    let calls = made.calls.filter { $0.session == 56 }
    let counted = calls.filter { coding != .graded || !BruteForce.isUnanimous($0.votes) }
    var all: [Double] = []
    for a in made.states.indices {
      for b in made.states.indices where a < b {
        if let dyad = BruteForce.agreement(calls, a, b, coding), dyad.n >= min(20, (counted.count + 1) / 2) {
          all.append(dyad.value)
        }
      }
    }
    let finding = try evaluate(
      "votes.agreement a=cow:\(made.states[0]) b=cow:\(made.states[1]) sessions=56 coding=\(coding.rawValue)")
    let estimate = try #require(finding.estimate)
    let place = try #require(finding.percentiles.first)
    let expected = try #require(Percentile(of: estimate, inSorted: all.sorted(), comparison: place.comparison))
    #expect(place == expected)
    #expect(finding.distribution == Distribution(of: all, from: 0, to: 1, bins: 50))
  }

  @Test("the pair's own history is every earlier session with enough roll calls of the kind")
  func history() throws {
    let made = try HandMade.randomVotes(seed: 5, states: 10, calls: 400, sessions: 46...55)
    let evaluate = RecordEvaluator(made.record)
    let earlier = (46...53).compactMap { session in
      BruteForce.agreement(made.calls.filter { $0.session == session }, 3, 7, .exact)
    }
    let finding = try evaluate("votes.agreement a=cow:\(made.states[3]) b=cow:\(made.states[7]) sessions=54-55")
    let estimate = try #require(finding.estimate)
    let kept = earlier.filter { $0.n >= 20 }.map(\.value) + [estimate.value]
    let place = try #require(finding.percentiles.last)
    #expect(place.classSize == kept.count)
    #expect(place == Percentile(of: estimate, inSorted: kept.sorted(), comparison: place.comparison))
  }

  @Test("the order of the two states does not matter, nor the names of yes and no", arguments: VoteCoding.allCases)
  func laws(coding: VoteCoding) throws {
    let made = try HandMade.randomVotes(seed: 21, states: 9, calls: 90, sessions: 56...56)
    let mirrored = try HandMade.votes(
      made.states,
      made.calls.map { call in
        var call = call
        call.votes = call.votes.map { $0 == 1 ? 3 : $0 == 3 ? 1 : $0 }
        return call
      })
    let opposite: [VoteCoding: VoteCoding] = [.abstainAsNo: .abstainAsYes, .abstainAsYes: .abstainAsNo]
    func request(_ a: Int, _ b: Int, _ coding: VoteCoding) -> String {
      "votes.agreement a=cow:\(made.states[a]) b=cow:\(made.states[b]) sessions=56 coding=\(coding.rawValue)"
    }
    let evaluate = RecordEvaluator(made.record)
    let mirror = RecordEvaluator(mirrored)
    for a in 0..<9 {
      for b in 0..<9 where a < b {
        let value = try evaluate(request(a, b, coding)).value
        #expect(try evaluate(request(b, a, coding)).value == value, "\(coding) \(a) \(b)")
        #expect(try mirror(request(a, b, opposite[coding] ?? coding)).value == value, "\(coding) \(a) \(b)")
        if let value { #expect((0...1).contains(value)) }
      }
    }
  }

  @Test("a class under a third power leaves its dyads out, a pair of the third power is compared with them")
  func thirdPowerDyads() throws {
    let made = try HandMade.randomVotes(seed: 31, states: 10, calls: 300, sessions: 56...56)
    let evaluate = RecordEvaluator(made.record)
    let s = made.states
    let apart = try evaluate(
      "votes.agreement a=cow:\(s[0]) b=cow:\(s[1]) sessions=56 set=opposed third=cow:\(s[2])")
    #expect(apart.percentiles.first?.classSize == 9 * 8 / 2)
    let own = try evaluate("votes.agreement a=cow:\(s[0]) b=cow:\(s[2]) sessions=56 set=opposed third=cow:\(s[2])")
    #expect(own.percentiles.first?.classSize == 9)
  }

  @Test("roll calls by day, the last day inside; by issue; the source line says which")
  func selections() throws {
    let record = try HandMade.votes(
      [2, 365],
      [
        .init(session: 56, votes: [1, 1], issues: 2, day: Day(2001, 11, 29)),
        .init(session: 56, votes: [1, 3], issues: 2, day: Day(2001, 11, 30)),
        .init(session: 56, votes: [2, 3], issues: 4, day: Day(2001, 12, 1), dayReliable: false),
      ])
    let evaluate = RecordEvaluator(record)
    let finding = try evaluate("votes.agreement a=USA b=RUS period=2001-11-29/2001-11-30")
    #expect(finding.value == 0.5)
    #expect(finding.estimate?.n == 2)
    #expect(finding.notes == ["2 common roll calls; a place among all dyads needs 3"])
    #expect(
      finding.estimate?.sources.first?.rows
        == "rcid with date in 2001-11-29/2001-11-30, ccode=2,365, vote in {1, 2, 3}")
    #expect(finding.estimate?.sources.first?.rowCount == 4)
    #expect(try evaluate("votes.agreement a=USA b=RUS sessions=56 issue=nu").value == 0.5)
    #expect(try evaluate("votes.agreement a=USA b=RUS sessions=56 issue=di").value == 0)
    #expect(try evaluate("votes.agreement a=USA b=RUS period=2001-12").notes.first?.contains("weekday") == true)
    #expect(try evaluate("votes.agreement a=USA b=RUS sessions=56 issue=hr").result.reason?.kind == .tooFew)
  }

  @Test("what is not covered says why")
  func notCovered() throws {
    let record = try HandMade.votes(
      [2, 365, 710, 713],
      [
        .init(session: 20, votes: [1, 3, 0, 1]), .init(session: 26, votes: [1, 3, 1, 0], day: Day(1971, 11, 20)),
        .init(session: 40, votes: [1, 8, 1, 0]),
      ])
    let evaluate = RecordEvaluator(record)
    func reason(_ text: String) throws -> Reason? { try evaluate(text).result.reason }
    let seat = try reason("votes.agreement a=CHN b=RUS sessions=20")
    #expect(seat == Reason(.notMember, "China's seat was held by Taipei until 1971-10-25; no vote in session 20"))
    #expect(try reason("votes.agreement a=713 b=RUS sessions=26")?.kind == .notMember)
    #expect(try reason("votes.agreement a=USA b=RUS sessions=40")?.kind == .missing)
    #expect(try reason("votes.agreement a=USA b=CHN sessions=41")?.kind == .outsideYears)
    #expect(try reason("votes.agreement a=USA b=CHN sessions=30")?.kind == .tooFew)
    #expect(try reason("votes.agreement a=USA b=CHN sessions=26 set=flagged")?.kind == .missing)
    #expect(try reason("votes.agreement a=USA b=RUS sessions=20 set=opposed third=CHN")?.kind == .notMember)
    let uncoded = try HandMade.votes([2, 365], [.init(session: 40, votes: [1, 1], issues: RollCalls.issuesNotCoded)])
    let subject = try RecordEvaluator(uncoded)("votes.agreement a=USA b=RUS sessions=40 issue=nu")
    #expect(subject.result.reason?.kind == .missing)
    let partly = try evaluate("votes.agreement a=USA b=CHN sessions=40-50")
    #expect(partly.value == 1)
    #expect(partly.notes.contains { $0.contains("covers sessions 20-40") })
    let empty = RecordEvaluator(Record())
    #expect(try empty("votes.agreement a=CHN b=RUS sessions=20").result.reason?.kind == .notInstalled)
  }

  @Test(
    "arguments that mean nothing are refused",
    arguments: [
      "votes.agreement a=USA b=USA sessions=56", "votes.agreement a=USA b=RUS",
      "votes.agreement a=USA b=RUS sessions=56 period=2001", "votes.agreement a=USA b=RUS sessions=59-45",
      "votes.agreement a=USA b=RUS sessions=x", "votes.agreement a=USA b=RUS sessions=56 coding=loose",
      "votes.agreement a=USA b=RUS sessions=56 filter=5", "votes.agreement a=USA b=RUS sessions=56 set=opposed",
      "votes.agreement a=USA b=RUS sessions=56 set=angry third=CHN", "votes.agreement a=USA b=RUS sessions=56 issue=xx",
      "votes.agreement a=USA b=Atlantis sessions=56", "votes.agreement a=USA b=RUS period=2001-13-01/2002-01-01",
      "votes.agreement a=USA b=RUS period=2001-01-01/..", "votes.agreement a=USA b=RUS sessions=56 colour=red",
    ])
  func refused(text: String) throws {
    let evaluate = RecordEvaluator(try HandMade.randomVotes(seed: 1).record)
    #expect(throws: ArgumentError.self) { try evaluate(text) }
  }
}
