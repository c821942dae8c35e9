import Partnership
import StateSystem

/// An insight as a page: the text with its marks, then every claim with what the record says.
struct InsightPage {
  let publication: Publication
  let published: PublishedInsight

  init(_ publication: Publication, _ published: PublishedInsight) {
    self.publication = publication
    self.published = published
  }

  private var front: FrontMatter { published.front }
  private var current: PublishedInsight? { publication.insights.first { $0.slug == published.slug } }
  private var isCurrent: Bool { current?.front.version == front.version }

  /// - Parameter isPermanent: the page of one version, which keeps its address, rather than the page of the newest.
  func html(isPermanent: Bool) -> String {
    let path = isPermanent ? published.versionPath : published.pagePath
    var page = SitePage(publication: publication, path: path, title: front.title, description: front.summary)
    page.type = "article"
    page.card = "cards/\(published.slug).\(publication.cardEnding)"
    page.head = head
    var renderer = MarkdownHTML(outcomes: published.report.outcomes) { number in
      guard published.insight.embeds.indices.contains(number) else { return "" }
      return EmbedHTML(published.insight.embeds[number], number: number, findings: published.findings).html
    }
    let text = renderer.html(published.insight.blocks)
    var body = HTML()
    body.raw("<article itemscope itemtype=\"https://schema.org/Report\">\n")
    top(isPermanent: isPermanent, into: &body)
    if renderer.headings.count > 2 {
      body.raw("<nav aria-label=\"Contents\"><ol>\n")
      for heading in renderer.headings {
        body.raw("<li><a href=\"#\(heading.id)\">\(HTML.escape(heading.title))</a></li>\n")
      }
      body.raw("<li><a href=\"#claims\">Every claim, checked</a></li>\n</ol></nav>\n")
    }
    body.raw("<div class=\"text\" itemprop=\"text\">\n\(text)</div>\n")
    body.raw("<section id=\"claims\">\n<h2>Every claim, checked</h2>\n\(ClaimTable(published).html)</section>\n")
    history(into: &body)
    related(into: &body)
    reuse(into: &body)
    body.raw("</article>\n")
    return page.html(body.text)
  }

  private var head: String {
    var out = "<link rel=\"alternate\" type=\"application/ld+json\" href=\"\(published.slug).jsonld\">\n"
    out += "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(published.slug).md\">\n"
    out += "<meta property=\"article:published_time\" content=\"\(front.date)\">\n"
    for author in front.authors { out += "<meta name=\"author\" content=\"\(HTML.escape(author.name))\">\n" }
    return out
  }

  private func top(isPermanent: Bool, into body: inout HTML) {
    if isPermanent, !isCurrent, let current {
      body.raw(
        "<p class=\"notice\">This is version \(front.version). <a href=\"\(current.slug).html\">Version \(current.front.version)</a> has taken its place.</p>\n"
      )
    }
    body.element("h1", front.title, "itemprop=\"headline\"")
    body.raw("<p class=\"byline\">")
    body.raw(
      front.authors.map { author in
        guard publication.hasPage(of: author) else { return HTML.escape(author.name) }
        return
          "<a itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\" href=\"../authors/\(Slug.of(author.name)).html\"><span itemprop=\"name\">\(HTML.escape(author.name))</span></a>"
          + (author.affiliation.map { ", \(HTML.escape($0))" } ?? "")
      }.joined(separator: "; "))
    body.raw(" · <time itemprop=\"datePublished\" datetime=\"\(front.date)\">\(Wording.day(front.date))</time>")
    if let updated = front.updated {
      body.raw(", updated <time itemprop=\"dateModified\" datetime=\"\(updated)\">\(Wording.day(updated))</time>")
    }
    body.raw(
      " · <a href=\"\(published.slug).v\(front.version).html\">version <span itemprop=\"version\">\(front.version)</span>, permanent</a></p>\n"
    )
    body.element("p", front.summary, "class=\"lead\" itemprop=\"abstract\"")
    body.raw(ClaimTable.tally(published.report))
    if published.report.outcomes.contains(where: { $0.origin == .starter }) {
      body.element(
        "p", "Some figures were computed by Entente from the full archive before and come from the starter.",
        "class=\"note\"")
    }
    let bad = published.report.failures + published.report.unanswered
    if !bad.isEmpty {
      body.element(
        "p", "Draft: \(bad.count) of the claims below are not as the author declares them.",
        "class=\"notice\" role=\"note\"")
    }
  }

  /// Versions, what each changed, and corrections.
  private func history(into body: inout HTML) {
    let older = publication.earlier[published.slug] ?? []
    let changes = front.changes
    guard !older.isEmpty || !changes.isEmpty || !front.corrections.isEmpty else { return }
    body.raw("<section id=\"history\">\n<h2>Versions and corrections</h2>\n<ul>\n")
    for change in changes.sorted(by: { $0.version > $1.version }) {
      body.raw("<li>Version \(change.version), \(Wording.day(change.date)): \(HTML.escape(change.summary))</li>\n")
    }
    for old in older {
      body.raw(
        "<li><a href=\"\(old.slug).v\(old.front.version).html\">Version \(old.front.version)</a> of \(Wording.day(old.front.updated ?? old.front.date))</li>\n"
      )
    }
    for correction in front.corrections {
      body.raw("<li>Correction of \(Wording.day(correction.date)): \(HTML.escape(correction.text))</li>\n")
    }
    body.raw("</ul>\n")
    if let difference = isCurrent ? publication.changes(published) : nil, !difference.changes.isEmpty {
      body.raw("<details><summary>What changed, claim by claim (\(difference.changes.count))</summary>\n<ul>\n")
      for change in difference.changes { body.element("li", VersionDifference.words(change)) }
      body.raw("</ul></details>\n")
    }
    body.raw("</section>\n")
  }

  private func related(into body: inout HTML) {
    // Lists are made of the current versions, so an earlier one leads to where its successor stands.
    let front = (current ?? published).front
    let others = front.related.compactMap { slug in publication.insights.first { $0.slug == slug } }
    body.raw("<section id=\"related\">\n<h2>Related</h2>\n<ul>\n")
    for other in others {
      body.raw("<li><a href=\"\(other.slug).html\">\(HTML.escape(other.front.title))</a></li>\n")
    }
    for link in front.links {
      body.raw(
        "<li><a href=\"\(HTML.escape(link.url))\" rel=\"noopener noreferrer\">\(HTML.escape(link.title))</a></li>\n")
    }
    let month = Issue.key(front.date)
    body.raw("<li>Issue: <a href=\"../issues/\(month).html\">\(HTML.escape(Issue.name(month)))</a></li>\n")
    if !front.topics.isEmpty {
      let topics = front.topics.map { "<a href=\"../topics/\(Slug.of($0)).html\">\(HTML.escape($0))</a>" }
      body.raw("<li>Topics: \(topics.joined(separator: ", "))</li>\n")
    }
    let countries = front.countries.map { CountryPage($0, on: front.date) }
    if !countries.isEmpty {
      let links = countries.map { "<a href=\"../countries/\($0.slug).html\">\(HTML.escape($0.name))</a>" }
      body.raw("<li>Countries: \(links.joined(separator: ", "))</li>\n")
      let regions = Region.all.filter { region in front.countries.contains { region.contains($0) } }
      let names = regions.map { "<a href=\"../regions/\($0.slug).html\">\(HTML.escape($0.name))</a>" }
      body.raw("<li>Resources: \(names.joined(separator: ", "))</li>\n")
    }
    body.raw("</ul>\n</section>\n")
  }

  /// How to cite, reuse and reproduce.
  private func reuse(into body: inout HTML) {
    body.raw("<section id=\"cite\">\n<h2>Cite, reuse, reproduce</h2>\n")
    body.element("p", Citations(publication.site, published).plain)
    body.raw(
      "<p><a href=\"\(published.slug).bib\">BibTeX</a> · <a href=\"\(published.slug).csl.json\">CSL-JSON</a> · <a href=\"\(published.slug).claims.csv\">claims as CSV</a> · <a href=\"\(published.slug).jsonld\">JSON-LD</a> · <a href=\"\(published.slug).md\">source in Markdown</a></p>\n"
    )
    body.raw("<pre tabindex=\"0\"><code>entente check \(HTML.escape(published.slug)).md --all</code></pre>\n")
    let vintages = published.report.vintages
    if vintages.isEmpty {
      body.element("p", "Checked with the starter of \(publication.generator).", "class=\"note\"")
    } else {
      body.element(
        "p", "Checked with \(Wording.list(vintages.map { "\($0.dataset) \($0.version)" })).", "class=\"note\"")
    }
    if let disclaimer = front.disclaimer { body.element("p", disclaimer, "class=\"note\"") }
    body.raw("</section>\n")
  }
}
