/// Reads a page tag by tag and names everything that a published page must not hold: scripts, handlers, foreign addresses.
enum MarkupGuard {
  static let tags: Set<String> = [
    "!doctype", "html", "head", "meta", "title", "link", "style", "body", "a", "header", "nav", "ul", "ol", "li",
    "main", "footer", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "article", "section", "div", "span", "sup", "time", "table", "caption", "colgroup",
    "col", "thead",
    "tbody", "tr", "th", "td", "small", "details", "summary", "pre", "code", "em", "strong", "s", "br", "hr",
    "blockquote", "figure",
    "figcaption", "svg", "g", "rect", "path", "line", "circle", "text", "tspan", "desc", "polyline", "polygon",
    "ellipse", "defs", "clippath", "use",
  ]
  static let schemes = ["https:", "http:", "mailto:", "data:text/csv"]

  static func faults(in html: String) -> [String] {
    var faults: [String] = []
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">") else { return faults + ["a tag is not closed"] }
      let tag = String(rest[..<close])
      faults += check(tag)
      rest = rest[rest.index(after: close)...]
      // What stands in a style sheet is ours and holds > but no <.
    }
    return faults
  }

  private static func check(_ tag: String) -> [String] {
    let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    guard tags.contains(name) else { return ["<\(tag.prefix(80))>"] }
    var faults: [String] = []
    for (attribute, value) in attributes(tag) {
      if attribute.hasPrefix("on") || attribute == "srcdoc" || attribute == "style" && value.contains("url(") {
        faults.append("\(name) \(attribute)=\(value.prefix(60))")
      }
      if ["href", "src", "action", "formaction", "xlink:href"].contains(attribute) {
        let head = value.lowercased().prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if head.contains(":"), !schemes.contains(where: value.lowercased().hasPrefix) {
          faults.append("\(name) \(attribute)=\(value.prefix(60))")
        }
      }
    }
    return faults
  }

  /// Names and values; values are in double quotation marks on our pages.
  private static func attributes(_ tag: String) -> [(String, String)] {
    var found: [(String, String)] = []
    var rest = tag.drop { !$0.isWhitespace }
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map { $0.lowercased() } ?? ""
      rest = rest[rest.index(after: equals)...]
      guard rest.first == "\"" else { return found + [("onunquoted", String(rest.prefix(20)))] }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: "\"") else { return found + [("onunquoted", String(rest.prefix(20)))] }
      found.append((name, String(rest[..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return found
  }
}
