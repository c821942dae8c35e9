import StateSystem

/// How an insight is cited: as a sentence, BibTeX and CSL-JSON.
struct Citations {
  let site: SiteDescription
  let published: PublishedInsight

  init(_ site: SiteDescription, _ published: PublishedInsight) {
    self.site = site
    self.published = published
  }

  private var front: FrontMatter { published.front }
  private var day: Day { front.updated ?? front.date }
  private var url: String { site.url + published.versionPath }

  var plain: String {
    "\(Wording.list(front.authors.map(\.name))): \(front.title). \(site.title), \(Wording.day(front.date)), version \(front.version). \(url)"
  }

  var bibtex: String {
    let fields = [
      ("author", front.authors.map { "{\(Self.tex($0.name))}" }.joined(separator: " and ")),
      ("title", "{\(Self.tex(front.title))}"),
      ("institution", Self.tex(site.publisher)), ("type", Self.tex(site.title)), ("year", String(day.fields.year)),
      ("month", String(day.fields.month)), ("note", "Version \(front.version)"), ("url", url),
    ]
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
    return "@techreport{\(published.slug)-v\(front.version),\n\(lines)\n}\n"
  }

  private static func tex(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\textbackslash{}"
      case "{", "}", "&", "%", "$", "#", "_": out += "\\\(character)"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      default: out.append(character)
      }
    }
    return out
  }

  private struct Entry: Encodable {
    struct Name: Encodable { let literal: String }
    struct Dates: Encodable {
      let dateParts: [[Int]]
      enum CodingKeys: String, CodingKey { case dateParts = "date-parts" }
    }
    let id, type, title, publisher, abstract, version, URL, collectionTitle: String
    let author: [Name]
    let issued: Dates
    enum CodingKeys: String, CodingKey {
      case id, type, title, publisher, abstract, version, URL, author, issued
      case collectionTitle = "collection-title"
    }
  }

  var csl: String {
    let f = day.fields
    return SiteJSON.text([
      Entry(
        id: "\(published.slug)-v\(front.version)", type: "report", title: front.title, publisher: site.publisher,
        abstract: front.summary, version: String(front.version), URL: url, collectionTitle: site.title,
        author: front.authors.map { .init(literal: $0.name) }, issued: .init(dateParts: [[f.year, f.month, f.day]]))
    ])
  }
}
