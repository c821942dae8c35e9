import Charts
import Foundation
import Partnership
import StateSystem

extension Publication {
  /// Atom (RFC 4287), JSON Feed 1.1, sitemap and robots.
  var feeds: [SiteFile] {
    [
      SiteFile("feed.atom", atom), SiteFile("feed.json", jsonFeed), SiteFile("sitemap.xml", sitemap),
      SiteFile("robots.txt", "User-agent: *\nAllow: /\nSitemap: \(site.url)sitemap.xml\n"),
    ]
  }

  private var newest: Day { insights.map(\.lastDay).max() ?? Day(number: 0) }

  /// A day as a moment; the insights have no time of day.
  private func moment(_ day: Day) -> String { "\(day)T00:00:00Z" }

  private var atom: String {
    let e = XML.escape
    var out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(e(site.language))\">\n"
    out += "<id>\(e(site.url))</id>\n<title>\(e(site.title))</title>\n"
    if !site.tagline.isEmpty { out += "<subtitle>\(e(site.tagline))</subtitle>\n" }
    out += "<updated>\(moment(newest))</updated>\n<author><name>\(e(site.publisher))</name></author>\n"
    out += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(e(site.url))feed.atom\"/>\n"
    out += "<link rel=\"alternate\" type=\"text/html\" href=\"\(e(site.url))\"/>\n"
    out += "<generator>\(e(generator))</generator>\n"
    for item in insights {
      let address = e(site.url + item.pagePath)
      out += "<entry>\n<id>\(address)</id>\n<title>\(e(item.front.title))</title>\n"
      out += "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>\n"
      out += "<published>\(moment(item.front.date))</published>\n<updated>\(moment(item.lastDay))</updated>\n"
      for author in item.front.authors { out += "<author><name>\(e(author.name))</name></author>\n" }
      for topic in item.front.topics { out += "<category term=\"\(e(topic))\"/>\n" }
      out += "<summary>\(e(item.front.summary))</summary>\n"
      out += "<content type=\"text\">\(e(feedText(item)))</content>\n</entry>\n"
    }
    return out + "</feed>\n"
  }

  private func feedText(_ item: PublishedInsight) -> String {
    let tally = item.report.tally.map { "\($0.count) \($0.verdict.words)" }
    return "\(item.front.summary) Claims: \(Wording.list(tally))."
  }

  private struct Feed: Encodable {
    struct Author: Encodable { let name: String }
    struct Item: Encodable {
      let id, url, title, summary, content_text, date_published, date_modified: String
      let authors: [Author]
      let tags: [String]
    }
    let version = "https://jsonfeed.org/version/1.1"
    let title, home_page_url, feed_url, description, language: String
    let authors: [Author]
    let items: [Item]
  }

  private var jsonFeed: String {
    SiteJSON.text(
      Feed(
        title: site.title, home_page_url: site.url, feed_url: site.url + "feed.json", description: site.tagline,
        language: site.language, authors: [.init(name: site.publisher)],
        items: insights.map { item in
          Feed.Item(
            id: site.url + item.pagePath, url: site.url + item.pagePath, title: item.front.title,
            summary: item.front.summary, content_text: feedText(item), date_published: moment(item.front.date),
            date_modified: moment(item.lastDay), authors: item.front.authors.map { .init(name: $0.name) },
            tags: item.front.topics)
        }))
  }

  private var sitemap: String {
    var out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    func add(_ path: String, _ day: Day) {
      out += "<url><loc>\(XML.escape(site.url + path))</loc><lastmod>\(day)</lastmod></url>\n"
    }
    for page in pages where page.path.hasSuffix(".html") { add(page.path == "index.html" ? "" : page.path, newest) }
    for item in insights {
      add(item.pagePath, item.lastDay)
      add(item.versionPath, item.lastDay)
      for old in earlier[item.slug] ?? [] { add(old.versionPath, old.lastDay) }
    }
    return out + "</urlset>\n"
  }
}

/// JSON with sorted keys.
enum SiteJSON {
  /// An encoding error leaves an empty object: the values here hold texts and finite numbers only.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
