import Evidence
import Foundation
import Partnership

extension Publication {
  /// The findings behind all figures, and an RO-Crate 1.1 description of the site with the vintages of what it rests on.
  ///
  /// - Parameter files: the other files of the site, which the crate lists.
  func dataFiles(_ files: [SiteFile]) -> [SiteFile] {
    var findings: [MeasureRequest: Finding] = [:]
    for item in insights { findings.merge(item.findings) { first, _ in first } }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = ""
    for finding in findings.values.sorted(by: { $0.request < $1.request }) {
      guard let data = try? encoder.encode(finding) else { continue }
      lines += String(decoding: data, as: UTF8.self) + "\n"
    }
    let data = [
      SiteFile("data/findings.ndjson", lines), SiteFile("data/checks.json", SiteJSON.text(insights.map(\.report))),
    ]
    return data + [SiteFile("ro-crate-metadata.json", crate(files + data))]
  }

  private func crate(_ files: [SiteFile]) -> String {
    var graph: [[String: JSONValue]] = [
      [
        "@id": "ro-crate-metadata.json", "@type": "CreativeWork",
        "conformsTo": ["@id": "https://w3id.org/ro/crate/1.1"], "about": ["@id": "./"],
      ]
    ]
    let paths = files.map(\.path).sorted()
    let day = (insights.map(\.lastDay).max()).map(\.description) ?? ""
    let datasets = usedDatasets
    graph.append([
      "@id": "./", "@type": "Dataset", "name": .text(site.title), "description": .text(site.tagline),
      "url": .text(site.url),
      "datePublished": .text(day), "license": .text(site.licence.isEmpty ? "see about.html" : site.licence),
      "hasPart": .list(paths.map { ["@id": .text($0)] }),
      "isBasedOn": .list(datasets.map { ["@id": .text("#\(Slug.of("\($0.name) \($0.version)"))")] }),
    ])
    for path in paths {
      graph.append(["@id": .text(path), "@type": "File", "encodingFormat": .text(Self.mediaType(path))])
    }
    for dataset in datasets {
      var entity: [String: JSONValue] = [
        "@id": .text("#\(Slug.of("\(dataset.name) \(dataset.version)"))"), "@type": "Dataset",
        "name": .text(dataset.name), "version": .text(dataset.version),
      ]
      if let vintage = vintages.first(where: { $0.dataset == dataset.name }) {
        entity["sha256"] = .text(vintage.sha256)
        entity["dateModified"] = .text(vintage.retrieved)
      }
      graph.append(entity)
    }
    graph.append([
      "@id": "#entente", "@type": "SoftwareApplication", "name": .text(generator),
    ])
    graph.append([
      "@id": "#check", "@type": "CreateAction", "name": "claims checked and site made",
      "instrument": ["@id": "#entente"],
      "object": .list(datasets.map { ["@id": .text("#\(Slug.of("\($0.name) \($0.version)"))")] }),
      "result": ["@id": "./"],
    ])
    let root: [String: JSONValue] = [
      "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": .list(graph.map { .object($0) }),
    ]
    return SiteJSON.text(root)
  }

  private struct UsedDataset: Hashable {
    let name: String
    let version: String
  }

  private var usedDatasets: [UsedDataset] {
    let claimed = insights.flatMap(\.report.outcomes).flatMap(\.sources)
    let drawn = insights.flatMap { $0.findings.values.flatMap { $0.estimate?.sources ?? [] } }
    return Set((claimed + drawn).map { UsedDataset(name: $0.dataset, version: $0.version) })
      .sorted { ($0.name, $0.version) < ($1.name, $1.version) }
  }

  private static func mediaType(_ path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html"
    case "md": "text/markdown"
    case "svg": "image/svg+xml"
    case "json", "ndjson": "application/json"
    case "jsonld": "application/ld+json"
    case "csv": "text/csv"
    case "bib": "application/x-bibtex"
    case "atom", "xml": "application/xml"
    default: "text/plain"
    }
  }
}

/// A value of JSON written by hand.
indirect enum JSONValue: Encodable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(stringLiteral value: String) { self = .text(value) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
  }

  func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch self {
    case .text(let text): try box.encode(text)
    case .list(let list): try box.encode(list)
    case .object(let object): try box.encode(object)
    }
  }
}
