import Evidence
import Foundation
import Record
import Testing

@testable import Measures

/// The matched comparison class on the published votes, regimes and capabilities.
@Suite(.enabled(if: PublishedRecord.isPresent, "the public datasets are not beside the checkout"))
struct MatchedAgreementTests {
  private static let span = "third=USA period=1997-09-02/2002-09-01"

  @Test("the figure is the agreement itself, and the class the hundred nearest dyads with the pair")
  func chinaAndRussia() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let matched = try evaluate("votes.matchedAgreement a=CHN b=RUS \(Self.span)")
    let plain = try evaluate("votes.agreement a=CHN b=RUS \(Self.span) set=opposed")
    #expect(matched.value == plain.value && matched.estimate?.n == plain.estimate?.n)
    #expect(matched.percentiles.map(\.classSize) == [101])
    #expect(matched.items.count == 10)
    let balance = try #require(matched.notes.first)
    #expect(balance.contains("same region") && balance.contains("vdem"))
    // The match leaves the uncontested agreement of the pair and of the matched dyads close.
    let words = try #require(balance.split(separator: ":").last?.split(separator: ";").first)
    let numbers = words.split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count == 2 && (numbers[0] - numbers[1]).magnitude < 0.1, "\(words)")
  }

  @Test("the order of the pair does not matter", arguments: ["opposed", "alone", "flagged"])
  func symmetry(set: String) throws {
    let evaluate = try PublishedRecord.evaluator.get()
    let one = try evaluate("votes.matchedAgreement a=IND b=RUS \(Self.span) set=\(set)")
    let two = try evaluate("votes.matchedAgreement a=RUS b=IND \(Self.span) set=\(set)")
    #expect(one.estimate == two.estimate && one.percentiles == two.percentiles && one.items == two.items)
  }

  @Test("a pair without a covariate is not covered, and nothing installed says what to install")
  func coverage() throws {
    let evaluate = try PublishedRecord.evaluator.get()
    #expect(try evaluate("votes.matchedAgreement a=CHN b=cow:232 \(Self.span)").result.reason?.kind == .missing)
    #expect(throws: ArgumentError.self) { try evaluate("votes.matchedAgreement a=CHN b=USA \(Self.span)") }
  }

  @Test("neighbours are matched with neighbours where contiguity is covered, and a note says so where it is not")
  func contiguity() throws {
    let request = "votes.matchedAgreement a=CHN b=RUS \(Self.span)"
    let without = try PublishedRecord.evaluator.get().evaluate(try #require(MeasureRequest(request)))
    #expect(without.notes.contains { $0.hasPrefix("not matched on contiguity") })
    var record = try PublishedRecord.evaluator.get().record
    record.directContiguity = try PublishedRecord.sourced(DirectContiguity.self, of: "cow-contiguity")
    let with = try RecordEvaluator(record).evaluate(try #require(MeasureRequest(request)))
    #expect(with.estimate == without.estimate)
    let balance = try #require(with.notes.first)
    // China and Russia are neighbours; so are more of the dyads they are matched with than of all, of which a fiftieth are.
    let words = try #require(balance.components(separatedBy: "neighbours ").last?.components(separatedBy: " (").first)
    let numbers = words.split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count == 2 && numbers[0] == 1 && numbers[1] > 0.05, "\(balance)")
  }
}
