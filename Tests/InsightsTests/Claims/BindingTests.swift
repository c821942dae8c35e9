import Evidence
import Testing

@testable import Insights

@Suite("Bindings of claims in Markdown")
struct BindingTests {
  @Test func aClaimKnowsItsWordsItsRequestAndItsPlaces() throws {
    let insight = Desk.insight("One.\n\nIt was [15th](claim:trade.rank of=RUS for=CHN year=2001) then.\n")
    #expect(insight.issues.isEmpty, "\(insight.issues)")
    let claim = try #require(insight.claims.first)
    #expect(claim.text == "15th" && claim.request?.description == "trade.rank for=CHN of=RUS year=2001")
    #expect(claim.place == SourcePlace(file: "t.md", line: 9, column: 9))
    #expect(claim.bindingPlace == SourcePlace(file: "t.md", line: 9, column: 15))
  }

  /// Columns count Unicode scalars, whatever stands before.
  @Test(arguments: ["é", "中", "👍", "e\u{301}"])
  func columnsCountScalars(before: String) throws {
    let insight = Desk.insight("\(before) [15th](claim:trade.rank of=RUS for=CHN year=2001)\n")
    let claim = try #require(insight.claims.first)
    #expect(claim.place.column == before.unicodeScalars.count + 3, "\(before)")
  }

  @Test(arguments: [
    "[15th](claim:trade.rank of=RUS for=CHN year=2001)", "[15th](<claim:trade.rank of=RUS for=CHN year=2001>)",
    "[15th](claim:trade.rank\n  of=RUS for=CHN\n  year=2001)",
    "[15th][r]\n\n[r]: claim:trade.rank of=RUS for=CHN year=2001",
    "[15th][r]\n\n[r]: <claim:trade.rank of=RUS for=CHN year=2001>",
    "[15th][r]\n\n[r]: claim:trade.rank of=RUS\n  for=CHN year=2001\n\nMore.",
    "[r]\n\n[r]: claim:trade.rank of=RUS for=CHN year=2001 rank=15",
    "**[15th](claim:trade.rank of=RUS for=CHN year=2001)**", "- a\n- [15th](claim:trade.rank of=RUS for=CHN year=2001)",
    "| a |\n|---|\n| [15th](claim:trade.rank of=RUS for=CHN year=2001) |",
    "> [*15th*](claim:trade.rank of=RUS for=CHN year=2001)",
    "[15th](claim:trade.rank of=\"RUS\" for=CHN year=2001)", "## [15th](claim:trade.rank of=RUS for=CHN year=2001)",
    "[15th](claim:trade.rank of=RUS for=CHN year=2001)\r\nmore\r\n",
  ])
  func everyFormOfABindingIsRead(body: String) {
    let insight = Desk.insight(body)
    #expect(insight.claims.map { $0.request?.description } == ["trade.rank for=CHN of=RUS year=2001"], "\(body)")
    #expect(insight.issues.isEmpty, "\(body): \(insight.issues)")
  }

  @Test(arguments: [
    "`[15th](claim:trade.rank of=RUS)`", "```\n[15th](claim:x\n```", "    [15th](claim:trade.rank",
    "\\[15th](claim:x y=z)",
  ])
  func codeAndEscapesAreLeftAlone(body: String) {
    let insight = Desk.insight(body)
    #expect(insight.claims.isEmpty)
    #expect(insight.issues.filter { $0.severity == .error }.isEmpty, "\(insight.issues)")
  }

  @Test func codeShowsTheBindingAsItWasWritten() {
    let insight = Desk.insight("See `[15th](claim:trade.rank of=RUS)` there.")
    #expect(
      insight.blocks == [.paragraph([.text("See "), .code("[15th](claim:trade.rank of=RUS)"), .text(" there.")])])
  }

  @Test func whatIsSoByDefaultIsLeftOutOfTheRequest() throws {
    let insight = Desk.insight("[15th](claim:trade.rank of=RUS for=CHN year=2001 blocs=none)")
    #expect(insight.claims.first?.request?.description == "trade.rank for=CHN of=RUS year=2001")
  }

  /// Every fault stands at its place: line, column of the argument, and what it says.
  @Test(arguments: [
    ("[a](claim:trade.rnk of=RUS)", 11, "no measure \"trade.rnk\""), ("[a](claim:trade.rank of=RUS", 5, "not closed"),
    ("[8](claim:trade.rank of=RUS for=CHN yaer=2001)", 37, "no argument \"yaer\""),
    ("[8](claim:trade.rank of=RUS for=CHN)", 11, "needs the argument \"year\""),
    ("[8](claim:)", 11, "empty"), ("[8](claim:trade.rank of)", 22, "expected name=value"),
    ("[8](claim:trade.rank of=RUS of=CHN)", 29, "given twice"), ("[8](claim:trade.rank of=)", 22, "has no value"),
    ("[8](claim:=x)", 11, "without a name"), ("[](claim:trade.rank of=RUS for=CHN year=2001 rank=8)", 4, "no words"),
    ("[8](claim:trade.rank of=RUS for=CHN year=2001 about=8%)", 53, "does not fit the unit rank"),
    ("[x](claim:trade.share of=RUS for=CHN year=2001 about=$5bn)", 54, "does not fit the unit share"),
    ("[x](claim:trade.rank of=RUS for=CHN year=2001)", 2, "name no number"),
    ("[7 of 9 or 3](claim:trade.rank of=RUS for=CHN year=2001)", 2, "3 numbers"),
    ("[9](claim:trade.rank of=RUS for=CHN year=2001 rank=8)", 2, "the words say 9th and the claim says rank=8"),
    ("[x](claim:none)", 11, "does not say why"), ("[x](claim:treaty.signed treaty=x)", 2, "name no date"),
    ("[x](claim:trade.rank of=RUS for=CHN year=2001 before=1980)", 47, "is no date"),
    ("[x](claim:treaty.signed treaty=x equals=1950-13)", 41, "expected a date"),
    ("[8](claim:trade.rank of=RUS for=CHN year=2001 verdict=perhaps)", 55, "no verdict"),
    ("[8](claim:trade.rank of=RUS for=CHN year=2001 reporter=Atlantis)", 56, "reporter"),
    ("[8](claim:trade.rank of=RUS for=CHN year=2001 read=soul)", 52, "no \"soul\""),
    ("[8](claim:trade.rank of=RUS for=CHN year=2001 rank=8 within=2)", 54, "without about="),
    ("[x](claim:trade.ratio a=CHN b=USA over=RUS year=2001 between=8..5)", 62, "larger than the second"),
    ("[x](claim:treaty.parties treaty=x rose-since=1999)", 35, "no time to compare"),
    ("[x](figure:trade.rank of=RUS for=CHN year=1990..2001)", 1, "bound as a link"),
    ("![x](figure:trade.rank of=RUS for=CHN year=2001)", 13, "no axis of time"),
    ("![x](figure:trade.rank of=RUS|USA for=CHN|RUS|USA year=1990..2001)", 27, "2 values and another argument 3"),
    ("[x](javascript:alert(1))", 3, "none of the kinds"),
    ("![x](http://e.example/x.png)", 1, "pictures are not taken in"),
  ])
  func faultsAreLocated(body: String, column: Int, says: String) {
    let issues = Desk.insight("\(body)\n").issues
    let found = issues.filter { $0.severity == .error }
    #expect(found.count == 1, "\(body): \(issues)")
    #expect(found.first?.problem.contains(says) == true, "\(body): \(issues)")
    #expect(found.first?.place.line == 7 && found.first?.place.column == column, "\(body): \(issues)")
  }

  @Test func aNumberThatNoClaimCoversIsAWarning() {
    let insight = Desk.insight(
      "In 2001 it grew by 14.4 % to [8th](claim:trade.rank of=RUS for=CHN year=2001), see 56/24 and `7`.\n")
    #expect(insight.issues.map(\.severity) == [.warning])
    #expect(insight.issues.first?.place.column == 20)
  }

  @Test func marksThatTurnTheTextAreErrors() {
    let insight = Desk.insight("It is \u{202E}8 %\u{202C} now.\n")
    #expect(insight.issues.filter { $0.problem.contains("U+202E") }.first?.place.column == 7)
  }

  @Test func textThatIsNotUTF8IsLocated() {
    let bytes = Array(Desk.front.utf8) + [65, 0xFF, 66]
    let insight = Insight(bytes, file: "t.md", vocabulary: Desk.vocabulary)
    #expect(
      insight.issues.map(\.place) == [
        SourcePlace(file: "t.md", line: 1, column: 1), SourcePlace(file: "t.md", line: 7, column: 2),
      ])
  }
}
