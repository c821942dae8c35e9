import StateSystem
import Yams

/// Reads the front matter of an insight; every fault is located.
///
/// - Complexity: O(bytes). Aliases are not read, so a small text cannot unfold.
struct FrontMatterReader {
  /// Longest front matter, in bytes.
  static let longest = 64 << 10

  enum Key: String, CaseIterable {
    case title, slug, summary, authors, date, updated, version, topics, countries, related, links, disclaimer
    case declaredAt = "declared_at", changes, corrections, vintages
  }

  let source: SourceText
  /// Line of the source before the first line of the YAML text.
  let lineOffset: Int
  private(set) var issues: [InsightIssue] = []
  private(set) var matter = FrontMatter()

  init(_ source: SourceText, lineOffset: Int) {
    self.source = source
    self.lineOffset = lineOffset
  }

  mutating func read(_ yaml: String) {
    guard yaml.utf8.count <= Self.longest else {
      return report(1, 1, "the front matter has \(yaml.utf8.count) bytes, expected at most \(Self.longest)")
    }
    if let line = Self.lineWithAlias(yaml) {
      return report(line, 1, "an anchor or alias (& or *) begins a value", "write the value out, or quote it")
    }
    do {
      guard let node = try Yams.compose(yaml: yaml, .basic, .default, .utf8), case .mapping(let mapping) = node else {
        return report(1, 1, "the front matter is no list of keys", "begin with title: …")
      }
      for (key, value) in mapping { readPair(key, value) }
      requireAll(mapping)
    } catch let error as YamlError {
      let (problem, line, column) = Self.describe(error)
      report(line, column, "the front matter is not YAML: \(problem)", "quote values that contain : or #")
    } catch {
      report(1, 1, "the front matter is not YAML: \(error)")
    }
  }

  private mutating func report(_ line: Int, _ column: Int, _ problem: String, _ advice: String? = nil) {
    let place = SourcePlace(file: source.file, line: line + lineOffset, column: column)
    issues.append(InsightIssue(.error, at: place, problem, advice: advice))
  }

  private mutating func report(_ node: Node, _ problem: String, _ advice: String? = nil) {
    report(node.mark?.line ?? 1, node.mark?.column ?? 1, problem, advice)
  }

  /// The first line on which a value begins with an anchor or alias.
  private static func lineWithAlias(_ yaml: String) -> Int? {
    for (index, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var before: Character = ":"
      for character in line {
        if character == "&" || character == "*", ":-[{,".contains(before) { return index + 1 }
        if character != " " { before = character }
      }
    }
    return nil
  }

  private static func describe(_ error: YamlError) -> (String, Int, Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark.line, mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      ("the key \(keys.first.map { "\($0)" } ?? "") appears twice", context.mark.line, context.mark.column)
    default: ("it could not be read", 1, 1)
    }
  }
}

extension FrontMatterReader {
  private mutating func requireAll(_ mapping: Node.Mapping) {
    let keys = Set(mapping.compactMap { $0.key.scalar?.string })
    for key in [Key.title, .summary, .authors, .date] where !keys.contains(key.rawValue) {
      report(1, 1, "the front matter lacks \(key.rawValue)", "add \(key.rawValue): …")
    }
  }

  private mutating func readPair(_ key: Node, _ value: Node) {
    guard let name = key.scalar?.string, let known = Key(rawValue: name) else {
      let found = key.scalar?.string ?? "?"
      let near = EditDistance.nearest(to: found, among: Key.allCases.map(\.rawValue))
      return report(
        key, "the front matter has an unknown key \"\(found.prefix(40))\"",
        near.map { "did you mean \($0)?" } ?? "known are \(Key.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    switch known {
    case .title: matter.title = text(value) ?? ""
    case .slug:
      let slug = text(value) ?? ""
      if !Slug.isSlug(slug) { report(value, "the slug \"\(slug.prefix(60))\" is no slug", "use a-z, 0-9 and hyphens") }
      matter.slug = slug
    case .summary: matter.summary = text(value) ?? ""
    case .authors: matter.authors = list(value).compactMap { author($0) }
    case .date: matter.date = day(value) ?? matter.date
    case .updated: matter.updated = day(value)
    case .version: matter.version = whole(value) ?? 1
    case .topics: matter.topics = list(value).compactMap { text($0) }
    case .countries: matter.countries = list(value).compactMap { state($0) }
    case .related: matter.related = list(value).compactMap { text($0) }
    case .links: matter.links = list(value).compactMap { link($0) }
    case .disclaimer: matter.disclaimer = text(value)
    case .declaredAt: matter.declaredAt = day(value)
    case .changes: matter.changes = list(value).compactMap { change($0) }
    case .corrections: matter.corrections = list(value).compactMap { correction($0) }
    case .vintages: matter.vintages = vintages(value)
    }
  }

  private mutating func text(_ node: Node) -> String? {
    guard let text = node.scalar?.string, !text.allSatisfy(\.isWhitespace) else {
      report(node, "expected text")
      return nil
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func list(_ node: Node) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    if node.scalar != nil || node.mapping != nil { return [node] }
    report(node, "expected a list")
    return []
  }

  private mutating func day(_ node: Node) -> Day? {
    let text = node.scalar?.string ?? ""
    if let day = Day(text) { return day }
    report(node, "found \"\(text.prefix(40))\", expected a day such as 2002-09-02")
    return nil
  }

  private mutating func whole(_ node: Node) -> Int? {
    let text = node.scalar?.string ?? ""
    if let number = Int(text), (1...999).contains(number) { return number }
    report(node, "found \"\(text.prefix(40))\", expected a whole number from 1")
    return nil
  }

  private mutating func state(_ node: Node) -> StateID? {
    guard let text = text(node) else { return nil }
    do { return try State.find(text, on: nil).id } catch {
      report(node, "\(error)")
      return nil
    }
  }

  /// The scalar fields of a small mapping.
  private mutating func fields(_ node: Node, _ allowed: [String]) -> [String: Node]? {
    guard let mapping = node.mapping else {
      report(node, "expected \(allowed.joined(separator: ", "))")
      return nil
    }
    var found: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, allowed.contains(name) else {
        report(
          key, "unknown key \"\(key.scalar?.string.prefix(40) ?? "?")\"", "known are \(allowed.joined(separator: ", "))"
        )
        continue
      }
      found[name] = value
    }
    return found
  }

  private mutating func author(_ node: Node) -> FrontMatter.Author? {
    if node.scalar != nil { return text(node).map { FrontMatter.Author(name: $0, affiliation: nil, url: nil) } }
    guard let found = fields(node, ["name", "affiliation", "url"]) else { return nil }
    guard let name = found["name"].flatMap({ text($0) }) else {
      report(node, "an author lacks a name")
      return nil
    }
    return FrontMatter.Author(
      name: name, affiliation: found["affiliation"].flatMap { text($0) }, url: found["url"].flatMap { url($0) })
  }

  private mutating func url(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), Link.isAllowed(text) else {
      report(node, "found \"\(text.prefix(60))\", expected an address with https: or http:")
      return nil
    }
    return text
  }

  private mutating func link(_ node: Node) -> FrontMatter.Related? {
    guard let found = fields(node, ["title", "url"]) else { return nil }
    guard let title = found["title"].flatMap({ text($0) }), let url = found["url"].flatMap({ url($0) }) else {
      report(node, "a link needs title and url")
      return nil
    }
    return FrontMatter.Related(title: title, url: url)
  }

  private mutating func change(_ node: Node) -> FrontMatter.Change? {
    guard let found = fields(node, ["version", "date", "summary"]) else { return nil }
    guard let version = found["version"].flatMap({ whole($0) }), let date = found["date"].flatMap({ day($0) }),
      let summary = found["summary"].flatMap({ text($0) })
    else {
      report(node, "a change needs version, date and summary")
      return nil
    }
    return FrontMatter.Change(version: version, date: date, summary: summary)
  }

  private mutating func correction(_ node: Node) -> FrontMatter.Correction? {
    guard let found = fields(node, ["date", "text"]) else { return nil }
    guard let date = found["date"].flatMap({ day($0) }), let text = found["text"].flatMap({ text($0) }) else {
      report(node, "a correction needs date and text")
      return nil
    }
    return FrontMatter.Correction(date: date, text: text)
  }

  private mutating func vintages(_ node: Node) -> [String: String] {
    guard let mapping = node.mapping else {
      report(node, "expected dataset: version")
      return [:]
    }
    var found: [String: String] = [:]
    for (key, value) in mapping {
      if let name = key.scalar?.string, let version = value.scalar?.string { found[name] = version }
    }
    return found
  }
}

/// Names in addresses.
enum Slug {
  static func isSlug(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 100 && text.first != "-" && text.last != "-"
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// A slug of any text: lower-case letters and digits, everything else a hyphen; `x` for a text without any.
  static func of(_ text: String) -> String {
    var out = ""
    for byte in text.lowercased().utf8.prefix(200) {
      if (97...122).contains(byte) || (48...57).contains(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !out.isEmpty, out.last != "-" {
        out += "-"
      }
    }
    while out.last == "-" { out.removeLast() }
    return out.isEmpty ? "x" : String(out.prefix(80))
  }
}
