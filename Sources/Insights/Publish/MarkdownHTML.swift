/// Blocks of an insight as HTML. Every text is escaped; markup comes from here alone.
struct MarkdownHTML {
  let outcomes: [Int: ClaimOutcome]
  /// Renders the figure or table of a number.
  let embed: (Int) -> String
  /// Headings begin one below the page's own.
  private static let headingShift = 1
  private var usedIDs: Set<String> = []
  private(set) var headings: [(id: String, title: String)] = []

  init(outcomes: [ClaimOutcome], embed: @escaping (Int) -> String) {
    self.outcomes = Dictionary(outcomes.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    self.embed = embed
  }

  mutating func html(_ blocks: [Block]) -> String {
    var out = ""
    for block in blocks { out += html(block) }
    return out
  }

  private mutating func html(_ block: Block) -> String {
    switch block {
    case .heading(let level, let inner):
      // The title of the page is h1; `#` and `##` in the text are sections.
      let shifted = min(6, max(2, level == 1 ? 1 + Self.headingShift : level))
      let id = headingID(inner.plain)
      if shifted == 2 { headings.append((id, inner.plain)) }
      return "<h\(shifted) id=\"\(id)\">\(html(inner))</h\(shifted)>\n"
    case .paragraph(let inner): return "<p>\(html(inner))</p>\n"
    case .quote(let inner): return "<blockquote>\n\(html(inner))</blockquote>\n"
    case .list(let start, let isTight, let items):
      let tag = start == nil ? "ul" : "ol"
      let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      var out = "<\(tag)\(from)>\n"
      for item in items {
        if isTight, case .paragraph(let inner)? = item.first {
          out += "<li>\(html(inner))\(item.count > 1 ? "\n" + html(Array(item.dropFirst())) : "")</li>\n"
        } else {
          out += "<li>\(html(item))</li>\n"
        }
      }
      return out + "</\(tag)>\n"
    case .code(let text): return "<pre tabindex=\"0\"><code>\(HTML.escape(text))</code></pre>\n"
    case .table(let header, let rows):
      var out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr>"
      for cell in header { out += "<th scope=\"col\">\(html(cell))</th>" }
      out += "</tr></thead>\n<tbody>\n"
      for row in rows { out += "<tr>" + row.map { "<td>\(html($0))</td>" }.joined() + "</tr>\n" }
      return out + "</tbody></table></div>\n"
    case .rule: return "<hr>\n"
    case .embed(let number): return embed(number)
    }
  }

  private mutating func headingID(_ text: String) -> String {
    let base = "s-" + Slug.of(text)
    var id = base
    var count = 2
    while !usedIDs.insert(id).inserted {
      id = "\(base)-\(count)"
      count += 1
    }
    return id
  }

  private func html(_ inlines: [Inline]) -> String { inlines.map(html).joined() }

  private func html(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return HTML.escape(text)
    case .code(let text): return "<code>\(HTML.escape(text))</code>"
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .emphasis(let inner): return "<em>\(html(inner))</em>"
    case .strong(let inner): return "<strong>\(html(inner))</strong>"
    case .struck(let inner): return "<s>\(html(inner))</s>"
    case .link(let destination, let inner):
      guard Link.isAllowed(destination) else { return html(inner) }
      let isOutside = destination.contains(":")
      return
        "<a href=\"\(HTML.escape(destination))\"\(isOutside ? " rel=\"noopener noreferrer\"" : "")>\(html(inner))</a>"
    case .claim(let index, let inner): return claim(index + 1, html(inner))
    }
  }

  /// Bound words: a link to the claim's row, with a mark for the verdict and words for those who do not see it.
  private func claim(_ number: Int, _ inner: String) -> String {
    guard let outcome = outcomes[number] else { return inner }
    let mark = VerdictMark(outcome.verdict)
    return
      "<a class=\"claim \(mark.name)\" id=\"c-\(number)\" href=\"#claim-\(number)\" title=\"\(HTML.escape(tooltip(outcome)))\">\(inner)<sup aria-hidden=\"true\">\(mark.symbol)</sup>\(mark.spoken)</a>"
  }

  private func tooltip(_ outcome: ClaimOutcome) -> String {
    "Claim \(outcome.number), \(outcome.verdict.words): \(outcome.measured)"
  }
}
