import Evidence
import Partnership
import Testing

@testable import Insights

@Suite("Claims put to the test")
struct ClaimCheckerTests {
  private func outcome(_ body: String, _ values: [String: Desk.Answer]) throws -> ClaimOutcome {
    let insight = Desk.insight(body)
    #expect(!insight.hasErrors, "\(body): \(insight.issues)")
    return try #require(Desk.checker(values).check(insight).outcomes.first)
  }

  static let share = "trade.share for=CHN of=RUS year=2001"

  /// Each expectation against values on both sides of it.
  @Test(arguments: [
    ("[1.4 %](claim:trade.share of=RUS for=CHN year=2001)", 0.0138, true),
    ("[1.4 %](claim:trade.share of=RUS for=CHN year=2001)", 0.0146, false),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 about=2% within=10%)", 0.0219, true),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 about=2% within=10%)", 0.0221, false),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 about=2%)", 0.0219, true),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 about=2% within=1pp)", 0.029, true),
    ("[2 %](claim:trade.share of=RUS for=CHN year=2001 within=1pp)", 0.031, false),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 more-than=1%)", 0.011, true),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 more-than=1%)", 0.01, false),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 at-least=1%)", 0.01, true),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 less-than=1%)", 0.01, false),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 at-most=0.01)", 0.01, true),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 between=1%..2%)", 0.02, true),
    ("[1 to 2 %](claim:trade.share of=RUS for=CHN year=2001)", 0.0251, false),
    ("[1 to 2 %](claim:trade.share of=RUS for=CHN year=2001)", 0.006, true),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 more-than=1% less-than=2%)", 0.025, false),
  ])
  func anExpectationHoldsOrNot(body: String, value: Double, holds: Bool) throws {
    let found = try outcome(body, [Self.share: Desk.Answer(value)])
    #expect(found.verdict == (holds ? .supported : .contradicted), "\(body) with \(value)")
    #expect(found.passes == holds)
  }

  @Test func theWholeIntervalCanBeAskedFor() throws {
    let values = [Self.share: Desk.Answer(0.02, 0.005, 0.04)]
    #expect(try outcome("[x](claim:trade.share of=RUS for=CHN year=2001 more-than=1%)", values).verdict == .supported)
    #expect(
      try outcome("[x](claim:trade.share of=RUS for=CHN year=2001 more-than=1% interval=whole)", values).verdict
        == .contradicted)
  }

  @Test(arguments: [
    ("rose-since=1999", 0.03, true), ("rose-since=2000", 0.03, false), ("fell-since=2000", 0.03, true),
    ("highest-since=1999", 0.06, true), ("highest-since=1999", 0.03, false), ("lowest-since=1999", 0.01, true),
    ("lowest-since=1999", 0.03, false), ("more-than=1.5% first-since=1998", 0.03, false),
    ("more-than=5.5% first-since=1998", 0.06, true),
  ])
  func conditionsOverTimeCompareYears(keys: String, now: Double, holds: Bool) throws {
    let values: [String: Desk.Answer] = [
      Self.share: Desk.Answer(now), "trade.share for=CHN of=RUS year=1998": 0.07,
      "trade.share for=CHN of=RUS year=1999": 0.02, "trade.share for=CHN of=RUS year=2000": 0.05,
    ]
    let found = try outcome("[x](claim:trade.share of=RUS for=CHN year=2001 \(keys))", values)
    #expect(found.verdict == (holds ? .supported : .contradicted), "\(keys) with \(now)")
  }

  /// For a rank, to rise is to come nearer to the first.
  @Test func aRankRisesTowardsTheFirst() throws {
    let values: [String: Desk.Answer] = [
      "trade.rank for=CHN of=RUS year=2001": 15.0, "trade.rank for=CHN of=RUS year=2000": 16.0,
    ]
    let body = "[x](claim:trade.rank of=RUS for=CHN year=2001 blocs=none rose-since=2000)"
    #expect(try outcome(body, values).verdict == .supported)
  }

  @Test func missingDataIsNotAContradiction() throws {
    let found = try outcome("[1.4 %](claim:trade.share of=RUS for=CHN year=2001)", [:])
    #expect(found.verdict == .noData && !found.passes && found.isUnanswered)
    let insight = Desk.insight("[1.4 %](claim:trade.share of=RUS for=CHN year=2001)")
    #expect(Desk.checker([:]).check(insight).exitCode == 2)
    let declared = Desk.insight("[1.4 %](claim:trade.share of=RUS for=CHN year=2001 verdict=no-data)")
    #expect(Desk.checker([:]).check(declared).exitCode == 0)
  }

  private static let ratio: [String: Desk.Answer] = [
    "trade.ratio a=CHN b=USA over=RUS year=2001": 16.3, "trade.ratio a=CHN b=USA basis=imports over=RUS year=2001": 4.8,
  ]

  @Test(arguments: [
    ("[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 more-than=4)", Verdict.supported),
    ("[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 about=16)", .reporterDependent),
    ("[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 about=9)", .contradicted),
    ("[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 about=16 basis=totals)", .supported),
    ("[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 about=16 basis=imports)", .contradicted),
  ])
  func aClaimThatNamesNoRecordIsReadOnAll(body: String, verdict: Verdict) throws {
    #expect(try outcome(body, Self.ratio).verdict == verdict, "\(body)")
  }

  /// Agreement is read under all twenty codings unless the claim names one.
  @Test(arguments: [
    (20, Verdict.supported), (16, .supported), (15, .codingDependent), (5, .codingDependent), (4, .contradicted),
    (0, .contradicted),
  ])
  func fourFifthsOfTheCodingsMustHold(holding: Int, verdict: Verdict) throws {
    var values: [String: Desk.Answer] = [:]
    var count = 0
    for coding in Multiverse.codings {
      for filter in Multiverse.filters {
        let request = Desk.vocabulary.normalised(
          MeasureRequest(
            "votes.agreement", ["a": "CHN", "b": "RUS", "sessions": "56", "coding": coding, "filter": filter]))
        values[request.description] = Desk.Answer(count < holding ? 0.8 : 0.6)
        count += 1
      }
    }
    let found = try outcome("[x](claim:votes.agreement a=CHN b=RUS sessions=56 more-than=70%)", values)
    // The plain coding is the first, so it fails with none.
    #expect(found.verdict == verdict, "\(holding)")
    #expect(found.multiverseShare == Double(holding) / 20 && found.multiverseSize == 20)
    let named = "[x](claim:votes.agreement a=CHN b=RUS sessions=56 more-than=70% coding=exact filter=0)"
    #expect(try outcome(named, values).verdict == (holding > 0 ? .supported : .contradicted))
  }

  @Test func aDeclaredVerdictIsWhatPasses() throws {
    let body = "[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 about=16 verdict=reporter-dependent)"
    #expect(try outcome(body, Self.ratio).passes)
    let wrong = "[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 more-than=4 verdict=reporter-dependent)"
    #expect(try !outcome(wrong, Self.ratio).passes)
  }

  @Test func whatNothingCodesSaysSo() throws {
    let found = try outcome("[in private](claim:none because=\"no record\")", [:])
    #expect(found.verdict == .noPublicCoding && found.passes && found.measured == "no record")
  }

  @Test func staleDataFailOnlyWhenFreshnessIsRequired() {
    let insight = Desk.insight("[1.4 %](claim:trade.share of=RUS for=CHN year=2001)")
    let checker = Desk.checker([Self.share: Desk.Answer(0.014, origin: .starter)])
    #expect(checker.check(insight).exitCode == 0)
    let strict = checker.check(insight, requireFresh: true)
    #expect(strict.exitCode == 2 && strict.stale.count == 1)
  }

  @Test func aVintageOtherThanTheOneNamedIsStale() {
    let front = Desk.front.replacing("---\n", with: "", maxReplacements: 1)
    let pinned = "---\nvintages: {cow-trade: \"4.0\", atop: \"5.1\"}\n" + front
    let insight = Desk.insight("[1.4 %](claim:trade.share of=RUS for=CHN year=2001)", front: pinned)
    #expect(!insight.hasErrors, "\(insight.issues)")
    let vintage = Vintage(dataset: "cow-trade", version: "4.1", sha256: "", retrieved: "2026-11-27")
    let report = Desk.checker([Self.share: 0.014], vintages: [vintage]).check(insight, requireFresh: true)
    #expect(report.stale.count == 2, "\(report.stale)")
    #expect(report.stale.contains { $0.contains("cow-trade 4.0, installed is 4.1") })
  }

  @Test func theMessageQuotesLineColumnAndMeasuredValue() throws {
    let insight = Desk.insight("It was [1.9 %](claim:trade.share of=RUS for=CHN year=2001) then.\n")
    let report = Desk.checker([Self.share: Desk.Answer(0.0138)]).check(insight)
    let text = CheckText(report, of: insight).lines(all: false)
    #expect(text.hasPrefix("t.md:7:9: error: contradicted: \"1.9 %\" says 1.9 %; measured 1.4 %\n"), "\(text)")
    #expect(text.contains("    7 | It was [1.9 %]"))
    #expect(text.contains("\n      |         ^\n"))
    let github = CheckFormats.github([report])
    #expect(github.hasPrefix("::error file=t.md,line=7,col=9::contradicted: \"1.9 %25\""), "\(github)")
    let sarif = try CheckFormats.sarif([report], version: "0")
    #expect(sarif.contains("\"ruleId\" : \"contradicted\"") && sarif.contains("\"startLine\" : 7"))
    #expect(try CheckFormats.json([report]).contains("\"verdict\" : \"contradicted\""))
  }
}
