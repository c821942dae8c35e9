import Evidence
import Foundation
import Testing

@testable import Insights

@Suite("A published site")
struct PublicationTests {
  static let values: [String: Desk.Answer] = [
    "trade.rank for=CHN of=RUS year=2001": 15.0, "trade.share for=CHN of=RUS year=2001": 0.014,
  ]

  private func published(
    _ body: String, slug: String = "t", version: Int = 1, date: String = "2002-09-02", extra: String = ""
  )
    -> PublishedInsight
  {
    let front =
      "---\ntitle: \"T & <b>\"\nslug: \(slug)\nsummary: S\nauthors: [\"A <i>\"]\ndate: \(date)\nversion: \(version)\ncountries: [CHN, RUS]\ntopics: [\"x & y\"]\n\(extra)---\n"
    let insight = Desk.insight(body, front: front)
    #expect(!insight.hasErrors, "\(insight.issues)")
    return PublishedInsight(
      insight, report: Desk.checker(Self.values).check(insight), evaluator: Desk.Answers(values: Self.values))
  }

  private func site(_ insights: [PublishedInsight], earlier: [PublishedInsight] = []) -> Publication {
    Publication(
      SiteDescription(), insights: insights, earlier: earlier, casework: .empty, vintages: [], generator: "test",
      includesData: true)
  }

  static let body = "It was [15th](claim:trade.rank of=RUS for=CHN year=2001 blocs=none).\n"

  @Test func everyPageTheSeriesNeedsIsThere() {
    let paths = Set(site([published(Self.body)]).files.map(\.path))
    for path in [
      "index.html", "issues/2002-09.html", "topics/x-y.html", "countries/chn.html", "regions/east-asia.html",
      "authors/a-i.html",
      "claims.html", "claims.csv", "corrections.html", "about.html", "feed.atom", "feed.json", "sitemap.xml",
      "robots.txt",
      "insights/t.html", "insights/t.v1.html", "insights/t.md", "insights/t.bib", "insights/t.csl.json",
      "insights/t.jsonld",
      "insights/t.claims.csv", "cards/t.svg", "ro-crate-metadata.json", "data/findings.ndjson",
    ] { #expect(paths.contains(path), "\(path)") }
  }

  @Test func equalInputGivesEqualBytes() {
    #expect(site([published(Self.body)]).files == site([published(Self.body)]).files)
  }

  /// Every link inside the site leads to a file of the site, and every fragment to an id on its page.
  @Test func everyInternalLinkLeadsSomewhere() throws {
    let old = published(Self.body, version: 1)
    let new = published(
      "It was [1.4 %](claim:trade.share of=RUS for=CHN year=2001).\n", version: 2, date: "2002-10-01",
      extra: "changes: [{version: 2, date: 2002-10-01, summary: more}]\n")
    let files = site([new], earlier: [old]).files
    let texts = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    var count = 0
    for file in files where file.path.hasSuffix(".html") {
      let folder = file.path.split(separator: "/").dropLast().map(String.init)
      for match in file.text.matches(of: /href="([^"]*)"/) {
        let target = String(match.1)
        guard !target.contains(":") else { continue }
        count += 1
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var path = folder
        for part in parts[0].split(separator: "/") where part != "." {
          if part == ".." { path.removeLast() } else { path.append(String(part)) }
        }
        let found = parts[0].isEmpty ? file.path : path.joined(separator: "/")
        let text = try #require(texts[found], "\(file.path): \(target)")
        if parts.count == 2 { #expect(text.contains("id=\"\(parts[1])\""), "\(file.path): \(target)") }
      }
    }
    #expect(count > 100)
  }

  @Test func anEarlierVersionKeepsItsAddressAndTheNewOneSaysWhatChanged() throws {
    let old = published(Self.body, version: 1)
    let new = published("It was [1.4 %](claim:trade.share of=RUS for=CHN year=2001).\n", version: 2, date: "2002-10-01")
    let files = site([new], earlier: [old]).files
    let first = try #require(files.first { $0.path == "insights/t.v1.html" }).text
    #expect(first.contains("has taken its place") && first.contains("15th"))
    let second = try #require(files.first { $0.path == "insights/t.html" }).text
    #expect(
      second.contains("What changed, claim by claim (2)") && second.contains("new: ") && second.contains("gone: "))
    #expect(site([old]).faults.isEmpty && !site([old], earlier: [new]).faults.isEmpty)
  }

  @Test func twoInsightsOfOneSlugAndMissingRelatedAreNamed() {
    let twice = site([published(Self.body), published(Self.body)])
    #expect(twice.faults.first?.contains("the slug \"t\"") == true)
    #expect(site([published(Self.body, extra: "related: [nowhere]\n")]).faults.first?.contains("nowhere") == true)
  }

  /// The rules of Atom and JSON Feed that validators check first: ids, dates, authors, well-formed text.
  @Test func theFeedsFollowTheirRules() throws {
    let files = site([published(Self.body)]).files
    let atom = try #require(files.first { $0.path == "feed.atom" }).text
    #expect(atom.contains("T &amp; &lt;b&gt;") && !atom.contains("<b>"))
    for part in ["<id>", "<updated>2002-09-02T00:00:00Z</updated>", "rel=\"self\"", "<author><name>", "<summary>"] {
      #expect(atom.contains(part), "\(part)")
    }
    let json = try #require(files.first { $0.path == "feed.json" }).text
    let feed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    let item = try #require((feed["items"] as? [[String: Any]])?.first)
    #expect(item["id"] as? String == "https://example.org/insights/insights/t.html" && item["content_text"] != nil)
  }

  @Test func allJSONIsJSONAndAllXMLIsWellFormedAtItsEdges() throws {
    for file in site([published(Self.body)]).files {
      if file.path.hasSuffix(".json") || file.path.hasSuffix(".jsonld") {
        #expect(throws: Never.self, "\(file.path)") { try JSONSerialization.jsonObject(with: Data(file.text.utf8)) }
      }
      if file.path.hasSuffix(".svg") { #expect(MarkupGuard.faults(in: file.text).isEmpty, "\(file.path)") }
    }
  }

  @Test func noPageHasScriptsOrLoadsAnything() {
    for file in site([published(Self.body)]).files where file.path.hasSuffix(".html") {
      #expect(MarkupGuard.faults(in: file.text).isEmpty, "\(file.path): \(MarkupGuard.faults(in: file.text))")
      #expect(file.text.contains("default-src 'none'"), "\(file.path)")
    }
  }

  @Test(arguments: [("=1+1", "'=1+1"), ("-0.4", "-0.4"), ("a,b", "\"a,b\""), ("\"", "\"\"\"\""), ("@x", "'@x")])
  func aFieldOfCSVRunsNothing(field: String, quoted: String) { #expect(ClaimTable.quoted(field) == quoted) }

  @Test func siteDescriptionsAreReadAndRefused() throws {
    let site = try SiteDescription(yaml: "title: X\nurl: https://x.example/y\n", file: "site.yaml")
    #expect(site.title == "X" && site.url == "https://x.example/y/")
    for yaml in ["titel: X", "url: javascript:x", "- a", "title: [", "title: {a: b}"] {
      #expect(throws: SiteDescription.Fault.self, "\(yaml)") { try SiteDescription(yaml: yaml, file: "s") }
    }
  }
}
