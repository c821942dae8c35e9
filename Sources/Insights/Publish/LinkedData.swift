import Partnership

/// An insight and its claims in the vocabulary of schema.org, as JSON-LD in a file of its own.
struct LinkedData {
  let site: SiteDescription
  let published: PublishedInsight

  init(_ site: SiteDescription, _ published: PublishedInsight) {
    self.site = site
    self.published = published
  }

  private struct Thing: Encodable {
    let type, name: String
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case name
    }
  }
  private struct Value: Encodable {
    let type = "PropertyValue"
    let name, value: String
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case name, value
    }
  }
  private struct Claim: Encodable {
    let type = "Claim"
    let id, text: String
    let additionalProperty: [Value]
    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case id = "@id"
      case text, additionalProperty
    }
  }
  private struct Report: Encodable {
    let context = "https://schema.org"
    let type = "Report"
    let id, url, headline, abstract, datePublished, dateModified, version, inLanguage: String
    let author: [Thing]
    let publisher: Thing
    let keywords: [String]
    let isBasedOn: [Thing]
    let hasPart: [Claim]
    enum CodingKeys: String, CodingKey {
      case context = "@context"
      case type = "@type"
      case id = "@id"
      case url, headline, abstract, datePublished, dateModified, version, inLanguage, author, publisher, keywords
      case isBasedOn, hasPart
    }
  }

  var text: String {
    let front = published.front
    let url = site.url + published.pagePath
    var datasets: [String] = []
    for source in published.report.outcomes.flatMap(\.sources) {
      let name = source.version.isEmpty ? source.dataset : "\(source.dataset) \(source.version)"
      if !datasets.contains(name) { datasets.append(name) }
    }
    let claims = published.report.outcomes.map { outcome in
      Claim(
        id: "\(site.url)\(published.versionPath)#claim-\(outcome.number)", text: outcome.text,
        additionalProperty: [
          Value(name: "measure", value: outcome.request?.description ?? "none"),
          Value(name: "says", value: outcome.expected), Value(name: "measured", value: outcome.measured),
          Value(name: "verdict", value: outcome.verdict.key),
        ])
    }
    return SiteJSON.text(
      Report(
        id: site.url + published.versionPath, url: url, headline: front.title, abstract: front.summary,
        datePublished: front.date.description, dateModified: published.lastDay.description,
        version: String(front.version), inLanguage: site.language,
        author: front.authors.map { Thing(type: "Person", name: $0.name) },
        publisher: Thing(type: "Organization", name: site.publisher), keywords: front.topics,
        isBasedOn: datasets.map { Thing(type: "Dataset", name: $0) }, hasPart: claims))
  }
}
