import Evidence
import Testing

@testable import Insights

@Suite("Malformed insights")
struct MalformedInsightsTests {
  /// A text with every form of binding, from which the malformed ones are made.
  static let whole =
    Desk.front + """
      Russia was [15th](claim:trade.rank of=RUS for=CHN year=2001 reporter=record blocs=none), and [8th][press] by others.

      ## Trade

      - It was [16.3](claim:trade.ratio a=CHN b=USA over=RUS year=2001 basis=totals) times, *about* [**32.2 %**](<claim:trade.exportShare of=USA for=CHN year=2001>).
      - See [more](https://example.org/a?b=c&d=e) and `[code](claim:x)`.

      | what | how much |
      |---|---|
      | agreement | [75.0 %](claim:votes.agreement a=CHN b=RUS sessions=56 coding=exact filter=0) |

      ![Ranks](figure:trade.rank of=RUS|USA for=CHN year=1990..2001)

      [In private](claim:none because="no record"), said the ministry.

      [press]: claim:trade.rank of=RUS for=CHN year=2001
        reporter=CHN

      """

  @Test func theTextItselfIsInOrder() {
    let insight = Insight(Array(Self.whole.utf8), file: "whole.md", vocabulary: Desk.vocabulary)
    #expect(insight.issues.isEmpty, "\(insight.issues)")
    #expect(insight.claims.count == 6 && insight.embeds.count == 1)
  }

  /// 304 malformed insights: none crashes, every message has a place inside the file, and what is published holds no markup but ours.
  @Test(arguments: Mutations.kinds)
  func nothingCrashesEverythingIsLocatedAndThePageIsSafe(kind: String) throws {
    for round in 0..<19 {
      var mutations = Mutations(
        seed: UInt64(round) &* 7919 &+ UInt64(kind.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude))
      let bytes = mutations.apply(kind, to: Self.whole)
      let insight = Insight(bytes, file: "m.md", vocabulary: Desk.vocabulary)
      let lines = bytes.count { $0 == 10 } + 1
      for issue in insight.issues {
        #expect(
          issue.place.file == "m.md" && (1...lines).contains(issue.place.line) && issue.place.column >= 1,
          "\(kind) \(round): \(issue)")
        #expect(!issue.problem.isEmpty)
      }
      let checker = Desk.checker(["trade.rank for=CHN of=RUS year=2001": 15.0])
      let report = checker.check(insight)
      _ = CheckText(report, of: insight).lines(all: true)
      _ = try CheckFormats.sarif([report], version: "0")
      let published = PublishedInsight(insight, report: report, evaluator: Desk.Answers(values: [:]))
      let site = Publication(
        SiteDescription(), insights: [published], earlier: [], casework: .empty, vintages: [], generator: "test",
        includesData: true)
      // The insight's own page and the ledger hold all that comes from the text; the other pages have title and summary, as the first two do.
      for file in site.files where ["insights/m.html", "claims.html", "index.html"].contains(file.path) {
        let faults = MarkupGuard.faults(in: file.text)
        #expect(faults.isEmpty, "\(kind) \(round) \(file.path): \(faults)")
      }
    }
  }

  /// What is certainly malformed is said to be so.
  @Test(arguments: ["unclosed", "script link", "html"])
  func theFaultIsReported(kind: String) {
    for round in 0..<19 {
      var mutations = Mutations(seed: UInt64(round) &+ 1)
      let insight = Insight(mutations.apply(kind, to: Self.whole), file: "m.md", vocabulary: Desk.vocabulary)
      #expect(!insight.issues.isEmpty, "\(kind) \(round)")
    }
  }

  @Test func anEnormousFileIsRefusedAtItsFirstLine() {
    let bytes = [UInt8](repeating: 65, count: Insight.largest + 1)
    let insight = Insight(bytes, file: "big.md", vocabulary: Desk.vocabulary)
    #expect(insight.issues.first?.problem.contains("expected at most") == true)
  }

  /// A large file full of one fault is read to its end: no more claims than are allowed, no more issues than are kept, each with its place.
  @Test(arguments: ["[a](claim:trade.rank ", "](claim:", "[x][y", "&amp;", "**a ", "[15](claim:none because=\"x\") "])
  func aLargeFileIsReadToItsEnd(part: String) {
    let text = Desk.front + String(repeating: part, count: 60_000 / part.utf8.count)
    let insight = Insight(Array(text.utf8), file: "large.md", vocabulary: Desk.vocabulary)
    #expect(insight.claims.count <= Insight.mostClaims)
    #expect(insight.issues.count <= Insight.mostIssues + 1)
    #expect(insight.issues.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
  }
}
