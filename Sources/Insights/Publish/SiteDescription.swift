import StateSystem
import Yams

/// What a site says of itself; read from `site.yaml` beside the insights.
public struct SiteDescription: Hashable, Sendable {
  public var title = "Insights"
  public var tagline = ""
  /// Address under which the site is published, with a slash at the end.
  public var url = "https://example.org/insights/"
  public var language = "en"
  public var publisher = "Entente"
  /// Whom the views are not those of.
  public var disclaimer = ""
  /// What the series is, in a few sentences.
  public var about = ""
  public var contact = ""
  public var licence = ""
  /// Slug of the insight that stands first among those of a day.
  public var lead = ""

  public init() {}

  /// What is wrong with the file.
  public struct Fault: Error, CustomStringConvertible {
    public let description: String
  }

  /// Reads the file; keys that are left out keep their defaults.
  ///
  /// - Throws: the first fault with its line.
  public init(yaml: String, file: String) throws(Fault) {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml, .basic, .default, .utf8) } catch {
      throw Fault(description: "\(file): not YAML: \(error)")
    }
    guard let mapping = node?.mapping else { throw Fault(description: "\(file):1:1: expected keys such as title: …") }
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard let name = key.scalar?.string, let text = value.scalar?.string else {
        throw Fault(description: "\(file):\(line):1: expected a key with text")
      }
      guard let path = Self.keys[name] else {
        throw Fault(
          description:
            "\(file):\(line):1: unknown key \"\(name)\"; known are \(Self.keys.keys.sorted().joined(separator: ", "))")
      }
      self[keyPath: path] = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), Link.isAllowed(url) else {
      throw Fault(description: "\(file): url \"\(url)\": expected an address with https:")
    }
    if !url.hasSuffix("/") { url += "/" }
  }

  private static var keys: [String: WritableKeyPath<SiteDescription, String>] {
    [
      "title": \.title, "tagline": \.tagline, "url": \.url, "language": \.language, "publisher": \.publisher,
      "disclaimer": \.disclaimer, "about": \.about, "contact": \.contact, "licence": \.licence, "lead": \.lead,
    ]
  }
}

/// One file of a site.
public struct SiteFile: Hashable, Sendable {
  /// Path inside the site.
  public let path: String
  public let text: String

  public init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
