import Evidence
import Foundation
import Testing

@testable import Treaties

@Suite struct CaseFileAgreementTests {
  static func read(_ responses: [String]) throws -> CaseFile {
    let base = try Casework.read([
      CaseworkFile(.sources, name: "s.yaml", text: Sample.sources),
      CaseworkFile(.treaties, name: "t.yaml", text: Sample.treaties),
    ])
    let tests = responses.enumerated().map { index, lines in
      """
      - id: test-\(index)
        date: 2000-01-0\(index + 1)
        act: An act
        pledges: [promise]
        summary: It was put to the test.
        confidence: high
        sources: [book-1990]
        responses:
      \(lines)
      """
    }
    let head = Sample.caseFile.components(separatedBy: "tests:")[0]
    let text = head + "tests:\n" + tests.joined(separator: "\n") + "\n"
    return try #require(try Casework.read([CaseworkFile(.caseFile, name: "c.yaml", text: text)], on: base).cases.last)
  }

  static func line(_ state: String, _ answer: String, coder: String? = nil, date: String = "2000-02-01") -> String {
    "  - {state: \(state), response: \(answer), date: \(date), " + (coder.map { "coder: \($0), " } ?? "")
      + "summary: So., confidence: high, sources: [book-1990]}"
  }

  @Test func twoCodersWhoAgree() throws {
    let file = try Self.read(
      ["protest", "acquiesce", "accommodate"].map { answer in
        [Self.line("CHN", answer), Self.line("CHN", answer, coder: "Second"), Self.line("RUS", "protest")]
          .joined(separator: "\n")
      })
    #expect(file.coders == ["Entente", "Second"])
    let estimate = try #require(file.agreement().value)
    #expect(estimate.value == 1 && estimate.n == 3)
  }

  @Test func disagreementByHand() throws {
    // Nominal, two coders, three units: values (protest, protest), (acquiesce, acquiesce), (protest, acquiesce).
    // Pairs of unlike values: 2; totals 3 and 3; alpha = 1 - 5 * 2 / (2 * 9) = 4/9.
    let pairs = [("protest", "protest"), ("acquiesce", "acquiesce"), ("protest", "acquiesce")]
    let file = try Self.read(
      pairs.map { a, b in
        [Self.line("CHN", a), Self.line("CHN", b, coder: "Second"), Self.line("RUS", "protest")].joined(separator: "\n")
      })
    let estimate = try #require(file.agreement(.nominal).value)
    #expect(abs(estimate.value - 4.0 / 9) < 1e-12)
  }

  @Test func theLastAnswerOfACoderCounts() throws {
    let file = try Self.read(
      ["protest", "acquiesce"].map { answer in
        [
          Self.line("CHN", "accommodate", date: "2000-03-01"), Self.line("CHN", "protest", date: "2000-02-01"),
          Self.line("CHN", answer == "protest" ? "accommodate" : "cooperateWithThird", coder: "Second"),
          Self.line("RUS", "protest"),
        ].joined(separator: "\n")
      })
    // Entente's last answer is accommodate in both tests; Second has accommodate and cooperateWithThird.
    let estimate = try #require(file.agreement(.nominal).value)
    #expect(estimate.value < 1 && estimate.n == 2)
  }

  @Test func oneCoderIsNotEnough() throws {
    let file = try Self.read([[Self.line("CHN", "protest"), Self.line("RUS", "protest")].joined(separator: "\n")])
    #expect(file.agreement().reason?.kind == .tooFew)
  }

  @Test func unvaryingAnswersHaveNoAlpha() throws {
    let file = try Self.read(
      (0..<2).map { _ in
        [Self.line("CHN", "protest"), Self.line("CHN", "protest", coder: "Second"), Self.line("RUS", "protest")]
          .joined(separator: "\n")
      })
    #expect(file.agreement().reason?.kind == .undefined)
  }
}
