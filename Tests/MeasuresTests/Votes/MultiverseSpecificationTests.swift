import Evidence
import Testing

@testable import Measures

struct MultiverseSpecificationTests {
  @Test func declaredCells() {
    let declared = MultiverseSpecification.declared
    #expect(declared.cells.count == 20)
    #expect(Set(declared.cells).count == 20)
    #expect(declared.requiredShare == 0.8)
    #expect(declared.declaredAt == "2026-11-23")
    #expect(declared.cells.first?.description == "coding=exact filter=0")
  }

  @Test("a request leaves out what it has by default")
  func requests() {
    let base = MeasureRequest("votes.agreement", ["a": "CHN", "b": "RUS", "sessions": "56", "coding": "graded"])
    let texts = MultiverseSpecification.declared.cells.map {
      MultiverseSpecification.declared.request($0, of: base).description
    }
    #expect(texts.first == "votes.agreement a=CHN b=RUS sessions=56")
    #expect(texts.last == "votes.agreement a=CHN b=RUS coding=abstain-as-yes filter=30 sessions=56")
    #expect(Set(texts).count == 20)
  }

  @Test("the share counts covered cells only")
  func share() throws {
    let made = try HandMade.randomVotes(seed: 4, calls: 60, sessions: 56...56)
    let evaluator = RecordEvaluator(made.record)
    let declared = MultiverseSpecification.declared
    let base = MeasureRequest(
      "votes.agreement", ["a": "cow:\(made.states[0])", "b": "cow:\(made.states[1])", "sessions": "56"])
    let findings = declared.findings(of: base, by: evaluator)
    let values = findings.compactMap(\.value)
    let middle = values.sorted()[values.count / 2]
    #expect(
      MultiverseSpecification.share(of: findings) { $0 >= middle }
        == Double(values.filter { $0 >= middle }.count) / Double(values.count))
    #expect(declared.holds(in: findings) { $0 >= 0 } == true)
    #expect(declared.holds(in: findings) { $0 > 1 } == false)
    let elsewhere = declared.findings(
      of: MeasureRequest("votes.agreement", ["a": "USA", "b": "RUS", "sessions": "70"]), by: evaluator)
    #expect(declared.holds(in: elsewhere) { $0 > 0 } == nil)
  }
}
