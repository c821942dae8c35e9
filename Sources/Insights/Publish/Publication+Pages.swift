import Partnership
import StateSystem
import Treaties

extension Publication {
  /// Home, issues, topics, countries, regions, authors, claims, corrections, about.
  var pages: [SiteFile] {
    [home, claimsLedger, claimsCSV, corrections, about]
      + group("issues", title: "Issues", intro: "Insights by month, newest first.", issues)
      + group("topics", title: "Topics", intro: "Insights by subject.", topics)
      + group("countries", title: "Countries", intro: "Insights by the states they are about.", countries)
      + regionPages
      + group("authors", title: "Authors", intro: "Who writes here.", authors)
  }

  private func file(_ path: String, _ title: String, _ description: String, _ body: String) -> SiteFile {
    SiteFile(path, SitePage(publication: self, path: path, title: title, description: description).html(body))
  }

  /// A list of insights with summary and verdicts.
  func list(_ insights: [PublishedInsight], root: String, level: Int = 2) -> String {
    var out = "<ul class=\"cards\">\n"
    for item in insights {
      out += "<li><h\(level)><a href=\"\(root)\(item.pagePath)\">\(HTML.escape(item.front.title))</a></h\(level)>\n"
      out +=
        "<p class=\"meta\">\(HTML.escape(Wording.list(item.front.authors.map(\.name)))), <time datetime=\"\(item.front.date)\">\(Wording.day(item.front.date))</time></p>\n"
      out += "<p>\(HTML.escape(item.front.summary))</p>\n\(ClaimTable.tally(item.report))</li>\n"
    }
    return out + "</ul>\n"
  }

  private var home: SiteFile {
    var body = HTML()
    body.element("h1", site.title)
    if !site.tagline.isEmpty { body.element("p", site.tagline, "class=\"lead\"") }
    if let newest = insights.first {
      let month = Issue.key(newest.front.date)
      body.raw("<p class=\"meta\">Latest issue: <a href=\"issues/\(month).html\">\(Issue.name(month))</a></p>\n")
    }
    body.raw(list(insights, root: ""))
    if !site.about.isEmpty {
      body.element("h2", "About the series")
      body.element("p", site.about)
    }
    body.element("h2", "How to read the marks")
    body.raw("<ul>\n")
    for mark in VerdictMark.all { body.raw("<li>\(mark.badge): \(HTML.escape(Self.meaning(mark.verdict)))</li>\n") }
    body.raw("</ul>\n")
    return file("index.html", site.title, site.tagline, body.text)
  }

  static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .supported:
      "the record bears the words out, for every reporter and under at least four fifths of the codings they leave open"
    case .contradicted: "the record says otherwise"
    case .reporterDependent: "true on the statistics of one reporter and not on those of another"
    case .codingDependent: "true under some codings of the same record and not under others"
    case .noPublicCoding: "nothing public records it; the text says why"
    case .noData: "the record could say, but does not reach this far"
    }
  }

  // MARK: Groups

  private typealias Group = (slug: String, name: String, insights: [PublishedInsight])

  private func grouped(_ keys: (PublishedInsight) -> [(slug: String, name: String)]) -> [Group] {
    var order: [String] = []
    var groups: [String: Group] = [:]
    for insight in insights {
      for key in keys(insight) {
        if groups[key.slug] == nil { order.append(key.slug) }
        var group = groups[key.slug] ?? (key.slug, key.name, [])
        if group.insights.last?.slug != insight.slug { group.insights.append(insight) }
        groups[key.slug] = group
      }
    }
    return order.compactMap { groups[$0] }
  }

  private var issues: [Group] {
    grouped { [(Issue.key($0.front.date), Issue.name(Issue.key($0.front.date)))] }.sorted { $0.slug > $1.slug }
  }
  private var topics: [Group] {
    grouped { $0.front.topics.map { (Slug.of($0), $0) } }.sorted { $0.name < $1.name }
  }
  private var countries: [Group] {
    grouped { item in
      item.front.countries.map { state in
        let page = CountryPage(state, on: item.front.date)
        return (page.slug, page.name)
      }
    }.sorted { $0.name < $1.name }
  }
  private var authors: [Group] {
    grouped { $0.front.authors.map { (Slug.of($0.name), $0.name) } }.sorted { $0.name < $1.name }
  }

  private func group(_ folder: String, title: String, intro: String, _ groups: [Group]) -> [SiteFile] {
    var index = HTML()
    index.element("h1", title)
    index.element("p", intro)
    index.raw("<ul class=\"plain\">\n")
    for group in groups {
      index.raw(
        "<li><a href=\"\(group.slug).html\">\(HTML.escape(group.name.leadingCapital))</a> (\(group.insights.count))</li>\n"
      )
    }
    index.raw("</ul>\n")
    return [file("\(folder)/index.html", title, intro, index.text)]
      + groups.map { group in
        var body = HTML()
        body.element("h1", group.name.leadingCapital)
        if folder == "authors" { body.raw(authorLine(group)) }
        body.raw(list(group.insights, root: "../"))
        return file(
          "\(folder)/\(group.slug).html", group.name.leadingCapital, "\(title): \(group.name)", body.text)
      }
  }

  private func authorLine(_ group: Group) -> String {
    let found = group.insights.lazy.flatMap(\.front.authors).first { Slug.of($0.name) == group.slug }
    var parts: [String] = []
    if let affiliation = found?.affiliation { parts.append(HTML.escape(affiliation)) }
    if let url = found?.url {
      parts.append("<a href=\"\(HTML.escape(url))\" rel=\"noopener noreferrer\">\(HTML.escape(url))</a>")
    }
    return parts.isEmpty ? "" : "<p class=\"meta\">\(parts.joined(separator: " · "))</p>\n"
  }
}

extension Publication {
  // MARK: Ledger, corrections, about

  private var claimsLedger: SiteFile {
    var body = HTML()
    body.element("h1", "Claims")
    body.element("p", "Every claim of every insight, with its verdict in the open.")
    body.raw("<p><a href=\"claims.csv\">All claims as CSV</a></p>\n")
    let all = insights.flatMap(\.report.outcomes)
    body.raw("<ul class=\"tally\" aria-label=\"Verdicts\">\n")
    for mark in VerdictMark.all {
      body.raw("<li>\(all.count { $0.verdict == mark.verdict }) \(mark.badge)</li>\n")
    }
    body.raw("</ul>\n")
    for item in insights {
      body.raw("<h2><a href=\"\(item.pagePath)\">\(HTML.escape(item.front.title))</a></h2>\n")
      body.raw(
        ClaimTable.open(
          caption: "Claims of \(item.front.title)", columns: ["claim", "says", "the record has", "verdict", "from"]))
      for outcome in item.report.outcomes {
        body.raw(
          "<tr><th scope=\"row\"><a href=\"\(item.pagePath)#claim-\(outcome.number)\">\(outcome.number)</a> \(HTML.escape(outcome.text))</th>\(ClaimTable.cells(outcome))</tr>\n"
        )
      }
      body.raw("</tbody></table></div>\n")
    }
    return file("claims.html", "Claims", "Every claim with its verdict", body.text)
  }

  private var claimsCSV: SiteFile {
    let rows = insights.flatMap { item in item.report.outcomes.map { ClaimTable.row(item.slug, $0) } }
    return SiteFile("claims.csv", ([ClaimTable.header] + rows).map { $0 + "\n" }.joined())
  }

  private var corrections: SiteFile {
    var body = HTML()
    body.element("h1", "Corrections")
    body.element(
      "p",
      "What was wrong stays in its version, under its permanent address; what is right and when it was corrected stands here."
    )
    let found = insights.flatMap { item in item.front.corrections.map { (item, $0) } }.sorted { $0.1.date > $1.1.date }
    if found.isEmpty { body.element("p", "None so far.") }
    body.raw(found.isEmpty ? "" : "<ul>\n")
    for (item, correction) in found {
      body.raw(
        "<li>\(Wording.day(correction.date)), <a href=\"\(item.pagePath)#history\">\(HTML.escape(item.front.title))</a>: \(HTML.escape(correction.text))</li>\n"
      )
    }
    body.raw(found.isEmpty ? "" : "</ul>\n")
    return file("corrections.html", "Corrections", "What was wrong and what is right", body.text)
  }

  private var about: SiteFile {
    var body = HTML()
    body.element("h1", "About")
    if !site.about.isEmpty { body.element("p", site.about) }
    body.element("h2", "Disclaimer")
    body.element(
      "p", site.disclaimer.isEmpty ? "Views are those of the authors and of no institution." : site.disclaimer)
    body.element("h2", "How claims are checked")
    body.element(
      "p",
      "Words are bound to a measure of the public record. A program evaluates the measure and reads the words against it. A claim that names no reporter or coding is read under all of those declared beforehand; it is supported when every reporter and at least four fifths of the codings bear it out."
    )
    body.element("h2", "Versions")
    body.element(
      "p",
      "An insight keeps its address. Each version has an address of its own that never changes, ending in its number; later ones say what they changed, claim by claim."
    )
    body.element("h2", "Accessibility and privacy")
    body.element(
      "p",
      "Pages work without scripts, from a file, in a terminal browser, by keyboard, in the dark and on paper. Nothing is loaded from elsewhere and nothing is stored. Verdicts are told by symbol and word, never by colour alone; every figure has its description and its data."
    )
    if !site.contact.isEmpty {
      body.element("h2", "Contact")
      body.element("p", site.contact)
    }
    if !site.licence.isEmpty {
      body.element("h2", "Licence")
      body.element("p", site.licence)
    }
    if !vintages.isEmpty {
      body.element("h2", "Data")
      body.table(
        caption: "Datasets installed when the site was made", columns: ["dataset", "version", "retrieved", "SHA-256"],
        rows: vintages.map {
          [HTML.Cell($0.dataset), HTML.Cell($0.version), HTML.Cell($0.retrieved), HTML.Cell("", small: $0.sha256)]
        })
    }
    return file("about.html", "About", "What this series is, and how its claims are checked", body.text)
  }
}

extension Publication {
  // MARK: Regions

  private var regionPages: [SiteFile] {
    let used = Region.all.filter { region in insights.contains { $0.front.countries.contains { region.contains($0) } } }
    var index = HTML()
    index.element("h1", "Regions")
    index.element("p", "Resources by region: insights, coded treaties, case files and the works they rest on.")
    index.raw("<ul class=\"plain\">\n")
    for region in used { index.raw("<li><a href=\"\(region.slug).html\">\(HTML.escape(region.name))</a></li>\n") }
    index.raw("</ul>\n")
    return [file("regions/index.html", "Regions", "Resources by region", index.text)] + used.map(regionPage)
  }

  private func regionPage(_ region: Region) -> SiteFile {
    var body = HTML()
    body.element("h1", region.name)
    let here = insights.filter { $0.front.countries.contains { region.contains($0) } }
    body.element("h2", "Insights")
    body.raw(list(here, root: "../", level: 3))
    let treaties = casework.treaties.treaties.filter { treaty in
      treaty.parties.count <= 3
        && treaty.parties.allSatisfy { party in
          region.contains(party.state) || here.contains { $0.front.countries.contains(party.state) }
        } && treaty.parties.contains { region.contains($0.state) }
    }
    if !treaties.isEmpty {
      body.element("h2", "Coded treaties")
      body.raw("<ul>\n")
      for treaty in treaties {
        body.raw(
          "<li>\(HTML.escape(Wording.date(treaty.signed.description))): \(HTML.escape(treaty.title)). \(HTML.escape(treaty.summary))</li>\n"
        )
      }
      body.raw("</ul>\n")
    }
    let cases = casework.cases.filter { $0.partners.contains { region.contains($0) } }
    if !cases.isEmpty {
      body.element("h2", "Case files")
      body.raw("<ul>\n")
      for file in cases {
        body.element("li", "\(file.title): \(file.tests.count) tests, \(file.pledges.count) pledges. \(file.summary)")
      }
      body.raw("</ul>\n")
    }
    works(treaties, cases, into: &body)
    return file("regions/\(region.slug).html", region.name, "Resources on \(region.name)", body.text)
  }

  /// The works that the treaties and cases of a region rest on, those with an address linked.
  private func works(_ treaties: [CodedTreaty], _ cases: [CaseFile], into body: inout HTML) {
    var keys = Set(treaties.flatMap(\.sources).map(\.source))
    for file in cases {
      keys.formUnion(file.pledges.flatMap(\.sources).map(\.source))
      keys.formUnion(file.tests.flatMap(\.sources).map(\.source))
    }
    let works = casework.sources.filter { keys.contains($0.id) }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    guard !works.isEmpty else { return }
    body.element("h2", "Works and documents")
    body.raw("<ul>\n")
    for work in works {
      let address = work.doi.map { "https://doi.org/\($0)" } ?? work.url
      let title = HTML.escape(work.title)
      let linked =
        address.flatMap {
          Link.isAllowed($0) ? "<a href=\"\(HTML.escape($0))\" rel=\"noopener noreferrer\">\(title)</a>" : nil
        }
        ?? title
      let by = work.authors.isEmpty ? "" : "\(HTML.escape(work.authors.joined(separator: ", "))), "
      let date = work.date.map { ", \(HTML.escape(Wording.date($0.description)))" } ?? ""
      body.raw("<li>\(by)\(linked). \(HTML.escape(work.publisher))\(date)</li>\n")
    }
    body.raw("</ul>\n")
  }
}
