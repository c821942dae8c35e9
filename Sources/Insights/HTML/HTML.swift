/// Builds HTML with every text escaped; only what this file writes is markup.
struct HTML {
  private(set) var text = ""

  /// Adds markup written by us.
  mutating func raw(_ markup: String) { text += markup }

  /// Adds an element with escaped text.
  mutating func element(_ name: String, _ content: String, _ attributes: String = "") {
    text += "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(HTML.escape(content))</\(name)>\n"
  }

  /// Adds a table with a header row; the first cell of each row is its header.
  ///
  /// - Parameter widths: share of each column in per cent; none lets the browser decide.
  mutating func table(caption: String, columns: [String], rows: [[Cell]], widths: [Int] = []) {
    let name = HTML.escape(caption)
    text +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\"><table><caption>\(name)</caption>\n"
    if !widths.isEmpty {
      text += "<colgroup>" + widths.map { "<col style=\"width:\($0)%\">" }.joined() + "</colgroup>\n"
    }
    text += "<thead><tr>"
    text += columns.map { "<th scope=\"col\">\(HTML.escape($0))</th>" }.joined()
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += "<tr>"
      for (index, cell) in row.enumerated() {
        let tag = index == 0 ? "th scope=\"row\"" : "td"
        let close = index == 0 ? "th" : "td"
        let kind = cell.isNumber ? " class=\"number\"" : cell.isAbsent ? " class=\"absent\"" : ""
        text += "<\(tag)\(kind)>\(HTML.escape(cell.text))"
        if let small = cell.small, !small.isEmpty { text += "<small>\(HTML.escape(small))</small>" }
        if let folded = cell.folded, !folded.isEmpty {
          text += "<details><summary>rows</summary><small>\(HTML.escape(folded))</small></details>"
        }
        text += "</\(close)>"
      }
      text += "</tr>\n"
    }
    text += "</tbody></table></div>\n"
  }

  /// A table cell: text, an optional small line below, and how it is set.
  struct Cell {
    var text: String
    var small: String?
    /// Text behind a fold, such as the method and the rows of a source.
    var folded: String?
    var isNumber = false
    var isAbsent = false

    init(_ text: String, small: String? = nil) {
      self.text = text
      self.small = small
    }

    static func number(_ text: String, small: String? = nil) -> Cell {
      var cell = Cell(text, small: small)
      cell.isNumber = true
      return cell
    }

    static func absent(_ reason: String) -> Cell {
      var cell = Cell(reason)
      cell.isAbsent = true
      return cell
    }
  }

  static func escape(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "%" where previous == " " && out.last == " ":
        // A percent sign stays on the line of its number.
        out.removeLast()
        out += "\u{A0}%"
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default:
        // Control characters are not allowed in HTML text.
        if scalar.value >= 32 || scalar == "\n" || scalar == "\t" { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
