import CCmark

/// Reads CommonMark with tables into blocks, and puts bindings back where code quotes them.
///
/// - Complexity: O(bytes), apart from runs of text that cannot be found again in the source, each of which costs at most `window`.
struct MarkdownReader {
  let scanner: BindingScanner
  private var out = Markdown()
  /// Where the search for the next run of text begins, in the rewritten text.
  private var cursor = 0
  private var claimDepth = 0
  private var seen: Set<Int> = []

  /// Farthest a run of text is looked for; runs with entities or escapes are not found as they stand.
  private static let window = 20_000

  static func read(_ scanner: BindingScanner) -> Markdown {
    var reader = MarkdownReader(scanner: scanner)
    reader.run()
    return reader.out
  }

  private init(scanner: BindingScanner) { self.scanner = scanner }

  /// Registering the extensions is not safe from two threads, so it happens once.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  private mutating func run() {
    guard Self.isRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8) else { return }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    scanner.rewritten.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    out.blocks = blocks(of: root, depth: 0)
    reportLost()
  }

  private func children(_ node: OpaquePointer) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  private func type(_ node: OpaquePointer) -> String { String(cString: cmark_node_get_type_string(node)) }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private mutating func isTooDeep(_ depth: Int) -> Bool {
    guard depth > Markdown.deepest else { return false }
    issue(.error, at: cursor, "blocks or marks are nested more than \(Markdown.deepest) deep", "write it flatter")
    return true
  }

  private mutating func issue(
    _ severity: InsightIssue.Severity, at rewritten: Int, _ problem: String, _ advice: String?
  ) {
    let place = scanner.source.place(scanner.sourceOffset(rewritten))
    let found = InsightIssue(severity, at: place, problem, advice: advice)
    if !out.issues.contains(found) { out.issues.append(found) }
  }
}

extension MarkdownReader {
  private mutating func blocks(of node: OpaquePointer, depth: Int) -> [Block] {
    guard !isTooDeep(depth) else { return [] }
    var found: [Block] = []
    for child in children(node) { found += block(child, depth: depth + 1) }
    return found
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> [Block] {
    switch type(node) {
    case "paragraph": return paragraph(node, depth: depth)
    case "heading":
      return [.heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node, depth: depth))]
    case "block_quote": return [.quote(blocks(of: node, depth: depth))]
    case "list":
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let items = children(node).map { blocks(of: $0, depth: depth) }
      return [
        .list(
          start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
          isTight: cmark_node_get_list_tight(node) != 0, items: items)
      ]
    case "code_block": return [.code(restored(literal(node)))]
    case "html_block":
      let text = restored(literal(node))
      htmlIssue(text)
      return [.code(text)]
    case "thematic_break": return [.rule]
    case "table":
      let rows = children(node).map { row in children(row).map { inlines(of: $0, depth: depth) } }
      return [.table(header: rows.first ?? [], rows: Array(rows.dropFirst()))]
    default: return blocks(of: node, depth: depth)
    }
  }

  /// A paragraph; figures and tables in it become blocks of their own.
  private mutating func paragraph(_ node: OpaquePointer, depth: Int) -> [Block] {
    var found: [Block] = []
    var run: [Inline] = []
    for child in children(node) {
      if type(child) == "image", let embed = embed(child) {
        if !run.plain.allSatisfy(\.isWhitespace) { found.append(.paragraph(run)) }
        run = []
        found.append(.embed(embed))
      } else {
        run += inline(child, depth: depth + 1)
      }
    }
    if !run.plain.allSatisfy(\.isWhitespace) { found.append(.paragraph(run)) }
    return found
  }

  /// The number of the figure or table that an image is bound to.
  private mutating func embed(_ node: OpaquePointer) -> Int? {
    guard let index = binding(cmark_node_get_url(node)), scanner.bindings[index].scheme != .claim else { return nil }
    seen.insert(index)
    var caption = ""
    for child in children(node) { caption += plainText(child, depth: 0) }
    out.embeds.append(Markdown.Use(binding: index, text: caption, offset: scanner.bindings[index].whole.lowerBound))
    return out.embeds.count - 1
  }

  private mutating func plainText(_ node: OpaquePointer, depth: Int) -> String {
    guard depth < Markdown.deepest else { return "" }
    switch type(node) {
    case "text", "code": return restored(literal(node))
    case "softbreak", "linebreak": return " "
    default: return children(node).map { plainText($0, depth: depth + 1) }.joined()
    }
  }
}

extension MarkdownReader {
  private mutating func inlines(of node: OpaquePointer, depth: Int) -> [Inline] {
    guard !isTooDeep(depth) else { return [] }
    var found: [Inline] = []
    for child in children(node) { found += inline(child, depth: depth + 1) }
    return found
  }

  private mutating func inline(_ node: OpaquePointer, depth: Int) -> [Inline] {
    switch type(node) {
    case "text": return [.text(text(literal(node)))]
    case "softbreak": return [.softBreak]
    case "linebreak": return [.lineBreak]
    case "code": return [.code(restored(literal(node)))]
    case "html_inline":
      let text = restored(literal(node))
      htmlIssue(text)
      return [.text(text)]
    case "emph": return [.emphasis(inlines(of: node, depth: depth))]
    case "strong": return [.strong(inlines(of: node, depth: depth))]
    case "strikethrough": return [.struck(inlines(of: node, depth: depth))]
    case "link": return link(node, depth: depth)
    case "image":
      issue(
        .error, at: cursor, "pictures are not taken in; only figures and tables that Entente draws are",
        "write ![caption](figure:…) or ![caption](table:…) in a paragraph, or link to the picture")
      return [.text(plainText(node, depth: 0))]
    default: return inlines(of: node, depth: depth)
    }
  }

  private mutating func link(_ node: OpaquePointer, depth: Int) -> [Inline] {
    guard let index = binding(cmark_node_get_url(node)) else {
      let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      let inner = inlines(of: node, depth: depth)
      guard Link.isAllowed(destination) else {
        issue(
          .error, at: cursor, "the link \"\(destination.prefix(60))\" is none of the kinds that are published",
          "use https:, http:, mailto:, a relative path or #fragment")
        return inner
      }
      return [.link(destination: destination, inner)]
    }
    seen.insert(index)
    let binding = scanner.bindings[index]
    guard binding.scheme == .claim else {
      issue(
        .error, at: cursor, "a \(binding.scheme.rawValue) is bound as a link",
        "write it as a picture: ![caption](\(binding.scheme.rawValue):…)")
      return inlines(of: node, depth: depth)
    }
    // The place of the claim is where its text begins.
    let opening = scanner.sourceOffset(cursor)
    out.uses.append(Markdown.Use(binding: index, text: "", offset: opening))
    let number = out.uses.count - 1
    let mark = cursor
    claimDepth += 1
    let inner = inlines(of: node, depth: depth)
    claimDepth -= 1
    out.uses[number] = Markdown.Use(
      binding: index, text: inner.plain, offset: start(of: inner, after: mark) ?? opening)
    return [.claim(number, inner)]
  }

  /// Where the first run of text of `inner` stands in the source.
  private func start(of inner: [Inline], after mark: Int) -> Int? {
    guard let first = inner.plain.split(separator: " ").first else { return nil }
    let end = min(scanner.rewritten.count, mark + Self.window)
    return BindingScanner.find(Array(first.utf8), in: scanner.rewritten, from: mark, to: end).map(scanner.sourceOffset)
  }
}

extension MarkdownReader {
  /// The binding that a destination stands for.
  private func binding(_ destination: UnsafePointer<CChar>?) -> Int? {
    guard let destination else { return nil }
    let text = String(cString: destination)
    guard text.hasPrefix(scanner.tokenStem), text.hasSuffix("x"),
      let index = Int(text.dropFirst(scanner.tokenStem.count).dropLast()), scanner.bindings.indices.contains(index)
    else { return nil }
    return index
  }

  /// A run of text: remembered with its place when it is outside claims, and looked through for tokens left in it.
  private mutating func text(_ literal: String) -> String {
    let end = min(scanner.rewritten.count, cursor + Self.window)
    if let at = BindingScanner.find(Array(literal.utf8), in: scanner.rewritten, from: cursor, to: end) {
      if claimDepth == 0 { out.loose.append((literal, scanner.sourceOffset(at))) }
      cursor = at + literal.utf8.count
    }
    return restored(literal, isProse: true)
  }

  /// The text with tokens put back. In prose a token left over is a binding that CommonMark did not read as one.
  private mutating func restored(_ text: String, isProse: Bool = false) -> String {
    let parts = text.split(separator: scanner.tokenStem, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text }
    var out = String(parts[0])
    for part in parts.dropFirst() {
      let digits = part.prefix { $0 != "x" }
      guard let index = Int(digits), scanner.bindings.indices.contains(index) else {
        out += part
        continue
      }
      let binding = scanner.bindings[index]
      seen.insert(index)
      out += scanner.source.string(binding.whole) + part.dropFirst(digits.count + 1)
      if isProse { reportUnread(binding) }
    }
    return out
  }

  private mutating func reportUnread(_ binding: RawBinding) {
    let place = scanner.source.place(binding.whole.lowerBound)
    let name = binding.scheme.rawValue
    if isEscaped(binding) { return }
    out.issues.append(
      binding.isUnclosed
        ? InsightIssue(
          .error, at: place, "the binding (\(name):… is not closed",
          advice: "end it with ) before the next empty line, and quotation marks in pairs")
        : InsightIssue(
          .error, at: place, "the binding (\(name):…) has no text in brackets before it",
          advice: "write [the words it is about](\(name):…)"))
  }

  /// Whether a backslash stands before one of the brackets, so that the author wants the text as it is.
  private func isEscaped(_ binding: RawBinding) -> Bool {
    let bytes = scanner.source.bytes
    let close = binding.whole.lowerBound - 2
    guard close > scanner.start, bytes[close] == UInt8(ascii: "]") else { return false }
    if bytes[close - 1] == UInt8(ascii: "\\") { return true }
    let earliest = max(scanner.start, close - 500)
    guard let open = bytes[earliest..<close].lastIndex(of: UInt8(ascii: "[")) else { return false }
    return open > scanner.start && bytes[open - 1] == UInt8(ascii: "\\")
  }

  /// Bindings that appear nowhere in the text: definitions without use, and those lost in what CommonMark drops.
  private mutating func reportLost() {
    for (index, binding) in scanner.bindings.enumerated() where !seen.contains(index) {
      let place = scanner.source.place(binding.whole.lowerBound)
      if binding.isUnclosed {
        out.issues.append(
          InsightIssue(
            .error, at: place, "the binding \(binding.scheme.rawValue):… is not closed", advice: "close it"))
      } else if let label = binding.label {
        out.issues.append(
          InsightIssue(
            .warning, at: place, "the \(binding.scheme.rawValue) [\(label)] is defined and never used",
            advice: "bind text to it with [text][\(label)], or remove it"))
      } else {
        out.issues.append(
          InsightIssue(
            .error, at: place, "the binding \(binding.scheme.rawValue):… is not read as a link",
            advice: "look for a bracket too many, or for another link around it"))
      }
    }
  }

  private mutating func htmlIssue(_ text: String) {
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    let needle = Array(first.prefix(40).utf8)
    let at = BindingScanner.find(needle, in: scanner.rewritten, from: cursor, to: scanner.rewritten.count) ?? cursor
    issue(
      .warning, at: at, "HTML is not passed on; it is printed as text",
      "use Markdown, or quote it as code")
  }
}

/// Which links are published.
enum Link {
  private static let schemes = ["https", "http", "mailto"]

  /// Whether the destination is a relative path, a fragment, or of a scheme that cannot run anything.
  static func isAllowed(_ destination: String) -> Bool {
    let text = destination.unicodeScalars.filter { $0.value > 32 }
    guard text.count == destination.unicodeScalars.count else { return false }
    let head = destination.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return !destination.hasPrefix("//") }
    return schemes.contains(head[..<colon].lowercased())
  }
}
