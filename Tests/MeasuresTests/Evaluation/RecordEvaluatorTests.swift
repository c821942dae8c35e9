import Dispatch
import Evidence
import Record
import Synchronization
import Testing

@testable import Measures

struct RecordEvaluatorTests {
  @Test("errors become findings that say so")
  func findings() {
    let evaluator = RecordEvaluator(Record())
    let unknown = evaluator.finding(for: MeasureRequest("votes.agrement"))
    #expect(unknown.result.reason?.kind == .undefined)
    #expect(unknown.result.reason?.detail.contains("votes.agreement") == true)
    let wrong = evaluator.finding(for: MeasureRequest("votes.agreement", ["a": "USA", "b": "USA", "sessions": "1"]))
    #expect(wrong.panel == .convergence && wrong.unit == .share)
    #expect(wrong.result.reason?.detail.contains("b=USA") == true)
    #expect(throws: ArgumentError.self) { try evaluator.evaluate(MeasureRequest("votes.agreement", ["colour": "red"])) }
  }

  @Test("threads that ask at once get the answers of one that asks in turn")
  func concurrency() throws {
    let made = try HandMade.randomVotes(seed: 77, states: 10, calls: 200)
    let requests = (0..<60).map { turn in
      MeasureRequest(
        "votes.agreement",
        [
          "a": "cow:\(made.states[turn % 5])", "b": "cow:\(made.states[5 + turn % 4])", "sessions": "\(54 + turn % 3)",
          "coding": VoteCoding.allCases[turn % 5].rawValue,
        ])
    }
    let alone = RecordEvaluator(made.record)
    let expected = requests.map { alone.finding(for: $0) }
    let shared = RecordEvaluator(made.record)
    let wrong = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: requests.count) { turn in
      if shared.finding(for: requests[turn]) != expected[turn] { wrong.add(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}
