import Evidence
import StateSystem

/// An insight: Markdown whose numbers are claims.
///
/// CommonMark with tables, YAML front matter, and claims bound to words in the form of a link,
/// `[15th](claim:trade.rank of=RUS for=CHN year=2001)`; see `docs/insights.md`.
public struct Insight: Sendable {
  /// Largest file that is read, in bytes; a hundred times a long insight.
  public static let largest = 4 << 20
  /// Most claims of one insight.
  public static let mostClaims = 5_000

  public let file: String
  public let text: String
  public let front: FrontMatter
  public let blocks: [Block]
  public let claims: [Claim]
  /// Figures and tables in the order of the text.
  public let embeds: [Embed]
  /// What is wrong with the document, in order of place.
  public let issues: [InsightIssue]
  let source: SourceText

  /// The requests behind all figures and tables.
  public var embedRequests: [MeasureRequest] {
    embeds.flatMap { embed in embed.lines.flatMap { line in embed.requests(line).map(\.request) } }
  }

  public var hasErrors: Bool { issues.contains { $0.severity == .error } }

  /// Reads an insight. Faults do not stop the reading: each is an issue with its place.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages; the stem is the slug unless the front matter gives one.
  /// - Complexity: O(bytes) and the cost of validating each claim's request.
  public init(_ bytes: [UInt8], file: String, vocabulary: MeasureVocabulary) {
    var issues: [InsightIssue] = []
    let bytes = Self.readable(bytes, file: file, &issues)
    let source = SourceText(file: file, bytes: bytes)
    self.file = file
    self.source = source
    text = String(decoding: bytes, as: UTF8.self)
    issues += Self.invisible(source)

    let split = FrontMatterSplit(source)
    issues += split.issues
    var front = FrontMatter()
    if let yaml = split.yaml {
      var reader = FrontMatterReader(source, lineOffset: split.firstLine - 1)
      reader.read(yaml)
      front = reader.matter
      issues += reader.issues
    }
    if front.slug.isEmpty { front.slug = Slug.of(Self.stem(of: file)) }

    let scanner = BindingScanner(source, from: split.bodyStart)
    let markdown = MarkdownReader.read(scanner)
    blocks = markdown.blocks
    issues += markdown.issues
    var claims: [Claim] = []
    for (index, use) in markdown.uses.enumerated() where index < Self.mostClaims {
      let binding = scanner.bindings[use.binding]
      let reader = ClaimReader(
        source: source, vocabulary: vocabulary, use: use, number: index + 1, binding: binding,
        declaredAt: front.declaredAt)
      do { claims.append(try reader.claim()) } catch {
        issues.append(InsightIssue(.error, at: source.place(error.offset), error.problem, advice: error.advice))
      }
    }
    if markdown.uses.count > Self.mostClaims {
      issues.append(
        InsightIssue(
          .error, at: source.place(split.bodyStart),
          "\(markdown.uses.count) claims, expected at most \(Self.mostClaims)",
          advice: "split the insight"))
    }
    var embeds: [Embed] = []
    for use in markdown.embeds {
      let reader = EmbedReader(source: source, vocabulary: vocabulary, use: use, binding: scanner.bindings[use.binding])
      do { embeds.append(try reader.embed()) } catch {
        embeds.append(Embed(caption: use.text, place: source.place(use.offset)))
        issues.append(InsightIssue(.error, at: source.place(error.offset), error.problem, advice: error.advice))
      }
    }
    issues += BareNumbers.warnings(markdown.loose, source)
    self.front = front
    self.claims = claims
    self.embeds = embeds
    self.issues = Self.foremost(issues, source)
  }

  /// Most issues that are kept; whoever has more begins with the first.
  public static let mostIssues = 300

  private static func foremost(_ issues: [InsightIssue], _ source: SourceText) -> [InsightIssue] {
    let sorted = issues.sorted { $0.place < $1.place }
    guard sorted.count > mostIssues else { return sorted }
    // Errors first: a warning must not push one out.
    let kept = (sorted.filter { $0.severity == .error } + sorted.filter { $0.severity == .warning }).prefix(mostIssues)
    let more = InsightIssue(
      .error, at: source.place(source.bytes.count), "\(sorted.count - mostIssues) more issues are not listed",
      advice: "begin with the first")
    return kept.sorted { $0.place < $1.place } + [more]
  }

  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// The bytes, if they are text of a bearable size; otherwise none, with an issue.
  private static func readable(_ bytes: [UInt8], file: String, _ issues: inout [InsightIssue]) -> [UInt8] {
    let start = SourcePlace(file: file, line: 1, column: 1)
    guard bytes.count <= largest else {
      issues.append(
        InsightIssue(.error, at: start, "the file has \(bytes.count) bytes, expected at most \(largest)"))
      return []
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      let good = validPrefix(bytes)
      let place = SourceText(file: file, bytes: Array(bytes[..<good])).place(good)
      issues.append(InsightIssue(.error, at: place, "the file is not UTF-8", advice: "save it as UTF-8"))
      return []
    }
    return bytes
  }

  /// How many bytes from the start are UTF-8.
  private static func validPrefix(_ bytes: [UInt8]) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high + 1) / 2
      var end = middle
      // Do not cut a character in two.
      while end > low, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      if String(validating: bytes[..<end], as: UTF8.self) != nil { low = max(middle, low) } else { high = middle - 1 }
    }
    return min(low, bytes.count)
  }

  /// Characters that turn or hide text: what is read would not be what is checked.
  private static func invisible(_ source: SourceText) -> [InsightIssue] {
    var issues: [InsightIssue] = []
    let bytes = source.bytes
    for at in bytes.indices.dropLast(2) where bytes[at] == 0xE2 && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81) {
      let code = 0x2000 + Int(bytes[at + 1] & 0x3F) << 6 + Int(bytes[at + 2] & 0x3F)
      guard (0x202A...0x202E).contains(code) || (0x2066...0x2069).contains(code), issues.count < 20 else { continue }
      issues.append(
        InsightIssue(
          .error, at: source.place(at),
          "an invisible mark (U+\(String(code, radix: 16, uppercase: true))) changes the direction of the text",
          advice: "remove it: what is read must be what is checked"))
    }
    return issues
  }
}

/// The front matter and the body of a file.
struct FrontMatterSplit {
  let yaml: String?
  /// Line on which the YAML text begins.
  let firstLine: Int
  let bodyStart: Int
  var issues: [InsightIssue] = []

  init(_ source: SourceText) {
    let bytes = source.bytes
    let start = source.has("\u{FEFF}", at: 0) ? 3 : 0
    func lineEnd(_ from: Int) -> Int { bytes[from...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }
    func isFence(_ from: Int, _ to: Int) -> Bool {
      var line = bytes[from..<to]
      while let last = line.last, last == UInt8(ascii: "\r") || last == UInt8(ascii: " ") { line.removeLast() }
      return line.elementsEqual("---".utf8)
    }
    let first = bytes.isEmpty ? 0 : lineEnd(start)
    guard !bytes.isEmpty, isFence(start, first), first < bytes.count else {
      yaml = nil
      firstLine = 1
      bodyStart = start
      issues = [
        InsightIssue(
          .error, at: source.place(start), "the file does not begin with front matter",
          advice: "begin with ---, title, summary, authors, date, ---; `entente new insight` writes one")
      ]
      return
    }
    var at = first + 1
    while at < bytes.count {
      let end = lineEnd(at)
      if isFence(at, end) {
        yaml = source.string((first + 1)..<at)
        firstLine = 2
        bodyStart = min(bytes.count, end + 1)
        return
      }
      at = end + 1
    }
    yaml = nil
    firstLine = 2
    bodyStart = bytes.count
    issues = [
      InsightIssue(
        .error, at: source.place(start), "the front matter is not closed", advice: "add a line --- after its last key")
    ]
  }
}
