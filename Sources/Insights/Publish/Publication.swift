import Evidence
import StateSystem
import Treaties

/// An insight with its verdicts and its figures evaluated, ready to be printed.
public struct PublishedInsight: Sendable {
  public let insight: Insight
  public let report: CheckReport
  /// The finding behind every point of a figure and every cell of a table.
  let findings: [MeasureRequest: Finding]

  /// Evaluates the figures and tables of a checked insight.
  public init(_ insight: Insight, report: CheckReport, evaluator: any Evaluator) {
    self.insight = insight
    self.report = report
    var findings: [MeasureRequest: Finding] = [:]
    for request in insight.embedRequests where findings[request] == nil {
      findings[request] = evaluator.finding(for: request)
    }
    self.findings = findings
  }

  var front: FrontMatter { insight.front }
  var slug: String { front.slug }
  /// The day of the last change.
  var lastDay: Day { max(front.date, front.updated ?? front.date) }
  var pagePath: String { "insights/\(slug).html" }
  var versionPath: String { "insights/\(slug).v\(front.version).html" }
}

/// A site: insights with all that leads to them. Pure: equal input gives equal bytes.
public struct Publication: Sendable {
  let site: SiteDescription
  /// Current versions, newest first.
  let insights: [PublishedInsight]
  /// Earlier versions by slug, newest first.
  let earlier: [String: [PublishedInsight]]
  let casework: Casework
  let vintages: [Vintage]
  let generator: String
  let includesData: Bool
  /// Ending of the pictures that previews show: `svg`, which is written, or `png`, which the caller makes of it.
  let cardEnding: String

  /// - Parameters:
  ///   - earlier: versions before the current ones.
  ///   - cardEnding: `png` when the caller converts the cards, which few previews show as SVG.
  ///   - includesData: adds the findings and an RO-Crate description of what they rest on.
  public init(
    _ site: SiteDescription, insights: [PublishedInsight], earlier: [PublishedInsight], casework: Casework,
    vintages: [Vintage], generator: String, includesData: Bool, cardEnding: String = "svg"
  ) {
    self.site = site
    func place(_ item: PublishedInsight) -> String { (item.slug == site.lead ? "0" : "1") + item.slug }
    self.insights = insights.sorted { ($1.front.date, place($0)) < ($0.front.date, place($1)) }
    var old: [String: [PublishedInsight]] = [:]
    for version in earlier { old[version.slug, default: []].append(version) }
    self.earlier = old.mapValues { $0.sorted { $0.front.version > $1.front.version } }
    self.casework = casework
    self.vintages = vintages
    self.generator = generator
    self.includesData = includesData
    self.cardEnding = cardEnding
  }

  /// What keeps the site from being built.
  public var faults: [String] {
    var faults: [String] = []
    var seen: [String: String] = [:]
    for insight in insights {
      if let other = seen.updateValue(insight.insight.file, forKey: insight.slug) {
        faults.append(
          "\(insight.insight.file): the slug \"\(insight.slug)\" is that of \(other); give one of them slug: …")
      }
      for slug in insight.front.related where !insights.contains(where: { $0.slug == slug }) {
        faults.append("\(insight.insight.file): related names \"\(slug)\", which is no insight here")
      }
      for old in earlier[insight.slug] ?? [] where old.front.version >= insight.front.version {
        faults.append(
          "\(old.insight.file): version \(old.front.version) is not before the current one, \(insight.front.version)")
      }
    }
    for slug in earlier.keys.sorted() where !insights.contains(where: { $0.slug == slug }) {
      faults.append("an earlier version of \"\(slug)\" has no current one")
    }
    return faults
  }

  /// All files in order of path.
  public var files: [SiteFile] {
    var files = pages + feeds
    for insight in insights { files += insightFiles(insight) }
    if includesData { files += dataFiles(files) }
    return files.sorted { $0.path < $1.path }
  }

  private func insightFiles(_ published: PublishedInsight) -> [SiteFile] {
    let page = InsightPage(self, published)
    var files = [
      SiteFile(published.pagePath, page.html(isPermanent: false)),
      SiteFile(published.versionPath, page.html(isPermanent: true)),
      SiteFile("insights/\(published.slug).md", published.insight.text),
      SiteFile("insights/\(published.slug).bib", Citations(site, published).bibtex),
      SiteFile("insights/\(published.slug).csl.json", Citations(site, published).csl),
      SiteFile("insights/\(published.slug).jsonld", LinkedData(site, published).text),
      SiteFile("insights/\(published.slug).claims.csv", ClaimTable(published).csv),
      SiteFile("cards/\(published.slug).svg", Card(site, published).svg),
    ]
    for old in earlier[published.slug] ?? [] {
      files.append(SiteFile(old.versionPath, InsightPage(self, old).html(isPermanent: true)))
      files.append(SiteFile("insights/\(old.slug).v\(old.front.version).md", old.insight.text))
    }
    return files
  }

  /// Whether an author has written a current version, and so has a page.
  func hasPage(of author: FrontMatter.Author) -> Bool {
    insights.contains { $0.front.authors.contains { Slug.of($0.name) == Slug.of(author.name) } }
  }

  /// What an insight changed against the version before it, claim by claim.
  func changes(_ published: PublishedInsight) -> VersionDifference? {
    let before = (earlier[published.slug] ?? []).first { $0.front.version < published.front.version }
    return before.map { VersionDifference(from: $0.report, to: published.report) }
  }
}
