import Testing

@testable import Insights

@Suite("Front matter of an insight")
struct FrontMatterTests {
  private func issues(_ yaml: String) -> [InsightIssue] { Desk.insight("Text.\n", front: "---\n\(yaml)\n---\n").issues }

  static let good = "title: T\nsummary: S\nauthors: [A]\ndate: 2002-09-02"

  @Test func everyKeyIsRead() {
    let yaml = """
      title: "The limits: a test"
      slug: limits
      summary: >-
        Two
        lines.
      authors: [{name: A, affiliation: B, url: "https://a.example/"}, C]
      date: 2002-09-02
      updated: 2002-09-03
      version: 2
      topics: [alliances]
      countries: [CHN, russia]
      related: [other]
      links: [{title: L, url: "https://l.example/"}]
      disclaimer: D
      declared_at: 2002-09-01
      changes: [{version: 2, date: 2002-09-03, summary: more}]
      corrections: [{date: 2002-09-03, text: wrong before}]
      vintages: {un-votes: "74"}
      """
    let insight = Desk.insight("Text.\n", front: "---\n\(yaml)\n---\n")
    #expect(insight.issues.isEmpty, "\(insight.issues)")
    let front = insight.front
    #expect(front.title == "The limits: a test" && front.slug == "limits" && front.summary == "Two lines.")
    #expect(front.authors.map(\.name) == ["A", "C"] && front.authors[0].affiliation == "B")
    #expect(front.countries.map(\.cow) == [710, 365] && front.version == 2 && front.changes.count == 1)
    #expect(front.vintages == ["un-votes": "74"] && front.links.first?.title == "L" && front.corrections.count == 1)
  }

  @Test(arguments: [
    ("\(good)\ntopic: [x]", 6, "unknown key \"topic\""), ("\(good)\ncountries: [Atlantis]", 6, "Atlantis"),
    ("title: T\nsummary: S\nauthors: [A]\ndate: 2002-02-30", 5, "expected a day"), ("title: T", 2, "lacks summary"),
    ("\(good)\nslug: A B", 6, "no slug"), ("\(good)\nversion: x", 6, "whole number"),
    ("\(good)\nlinks: [{title: x, url: \"javascript:x\"}]", 6, "https"), ("title: [", 3, "not YAML"),
    ("a: &x [1]\n\(good)\nb: *x", 2, "anchor"), ("title: T\ntitle: U", 2, "twice"), ("- a", 2, "no list of keys"),
    ("\(good)\nchanges: [{version: 1}]", 6, "needs version, date and summary"),
  ])
  func faultsAreLocated(yaml: String, line: Int, says: String) {
    let found = issues(yaml)
    #expect(found.contains { $0.problem.contains(says) && $0.place.line == line }, "\(yaml): \(found)")
  }

  @Test(arguments: ["", "Text.\n", "---\ntitle: T\n", "---", "\u{FEFF}"])
  func aFileWithoutFrontMatterSaysSo(text: String) {
    let insight = Insight(Array(text.utf8), file: "t.md", vocabulary: Desk.vocabulary)
    #expect(insight.hasErrors && insight.issues.first?.place.line == 1, "\(insight.issues)")
  }

  @Test(arguments: [("China & Russia!", "china-russia"), ("", "x"), ("中国", "x"), ("-A--b-", "a-b")])
  func aSlugIsMadeOfAnyText(text: String, slug: String) {
    #expect(Slug.of(text) == slug)
    #expect(Slug.isSlug(slug))
  }
}
