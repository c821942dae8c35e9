import Evidence
import Foundation
import Partnership
import StateSystem
import Testing
import Treaties

@testable import Insights

/// Answers every request from a rule; a stand-in for the record.
struct RuleEvaluator: Evaluator {
  let rule: @Sendable (MeasureRequest) -> Covered<Estimate>

  func finding(for request: MeasureRequest) -> Finding {
    let result = rule(request)
    return Finding(
      request, panel: .exchange, unit: request.measure.hasPrefix("trade.rank") ? .rank : .share, result: result,
      percentiles: result.value.flatMap {
        Percentile(of: $0, inSorted: [0.1, 0.2, 0.3], comparison: "<all> & \"every\" dyad")
      }
      .map { [$0] } ?? [],
      items: [Finding.Item(id: "<1>", label: "<script>alert(1)</script>", date: "2001", detail: "a & b")],
      notes: ["note with <b>markup</b>"])
  }

  static func estimate(_ value: Double) -> Covered<Estimate> {
    .covered(
      Estimate(
        value, interval: Interval(value - 0.01, value + 0.01, level: 0.95), n: 80, method: "rule",
        sources: [Source(dataset: "test", version: "1", rows: "x=1", rowCount: 1)]))
  }

  static let full = RuleEvaluator { _ in estimate(0.5) }
  static let empty = RuleEvaluator { _ in .notCovered(Reason(.notInstalled, "not installed")) }
}

private func brief(_ evaluator: any Evaluator) throws -> Brief {
  let question = try Question(710, 365, third: 2, asOf: try #require(Day(2002, 9, 2)))
  return Brief(
    Assessment(question, evaluator: evaluator, coded: .empty), vintages: [], generator: "entente test",
    command: "entente brief")
}

struct BriefTests {
  @Test func theJSONFormIsWhatTheOthersAreRenderedFrom() throws {
    let made = try brief(RuleEvaluator.full)
    let json = try made.rendered(as: .json)
    let read = try JSONDecoder().decode(Brief.self, from: Data(json.utf8))
    #expect(read == made)
    #expect(try read.rendered(as: .html) == made.rendered(as: .html))
    #expect(try read.rendered(as: .md) == made.rendered(as: .md))
  }

  @Test(arguments: Brief.Form.allCases)
  func equalInputGivesEqualBytes(form: Brief.Form) throws {
    #expect(try brief(RuleEvaluator.full).rendered(as: form) == brief(RuleEvaluator.full).rendered(as: form))
  }

  @Test func nothingHostileReachesThePage() throws {
    let html = try brief(RuleEvaluator.full).rendered(as: .html)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<b>markup"))
    #expect(html.contains("&lt;b&gt;markup"))
    #expect(!html.contains("http-equiv") && !html.contains("src="))
  }

  @Test func withoutDataThereIsNoSentenceAndEverySectionStands() throws {
    let made = try brief(RuleEvaluator.empty)
    #expect(made.answer.isEmpty)
    let html = try made.rendered(as: .html)
    for section in BriefPage.sections { #expect(html.contains("id=\"\(section.id)\""), "\(section.id)") }
    #expect(html.contains("cover too little"))
    #expect(html.contains("not installed"))
  }

  @Test func everySentenceNamesWhatCarriesIt() throws {
    let made = try brief(RuleEvaluator.full)
    #expect(!made.answer.isEmpty)
    #expect(made.answer.allSatisfy { !$0.basis.isEmpty })
  }

  /// A sentence disappears when any one of the figures it needs is not covered; no sentence prints a figure that is not there.
  @Test(arguments: ["votes.agreement", "trade.ratio", "arms.share", "disputes.joined", "obligations.inForce"])
  func aSentenceIsWrittenOnlyWhenItsFiguresAreCovered(measure: String) throws {
    // The sentence on the readings may come or go with any of its questions.
    func sentences(_ evaluator: any Evaluator) throws -> Int {
      try brief(evaluator).answer.count { !$0.text.hasPrefix("Of three readings") }
    }
    let without = RuleEvaluator { request in
      request.measure == measure ? .notCovered(Reason(.outsideYears, "outside")) : RuleEvaluator.estimate(0.5)
    }
    #expect(try sentences(without) < sentences(RuleEvaluator.full), "\(measure)")
  }

  @Test func notCoveredIsPrintedAsSuchNeverAsZero() throws {
    let missing = RuleEvaluator { request in
      request.measure == "trade.total"
        ? .notCovered(Reason(.outsideYears, "cow-trade ends in 2014")) : RuleEvaluator.estimate(0.5)
    }
    let html = try brief(missing).rendered(as: .html)
    #expect(html.contains("cow-trade ends in 2014"))
    #expect(!html.contains("$0 m"))
  }
}
