extension Figure {
  /// The rules a page needs once for all its figures.
  ///
  /// A dark theme sets `--entente-paper` to the page's colour and `--entente-blue` to a lighter blue (#3a9bdc).
  public static let styleSheet = """
    .entente-figure{margin:2em 0}
    .entente-figure figcaption{margin:0 0 .75em}
    .entente-figure figcaption strong{display:block;font-size:1.1em}
    .entente-chart{display:block;width:100%;height:auto;overflow:visible}
    .entente-chart .paper{fill:var(--entente-paper,Canvas)}
    .entente-chart [fill="#0072B2"]{fill:var(--entente-blue,#0072B2)}
    .entente-chart [stroke="#0072B2"]{stroke:var(--entente-blue,#0072B2)}
    .entente-narrow{display:none}
    .entente-figure .entente-note{margin:.4em 0 0;font-size:.85em;opacity:.8}
    .entente-figure table{border-collapse:collapse;font-size:.85em;font-variant-numeric:tabular-nums}
    .entente-figure th,.entente-figure td{padding:.2em .6em;text-align:left;border-bottom:1px solid currentColor}
    .entente-figure td.number{text-align:right}
    .entente-data{overflow-x:auto}
    @media (max-width:600px){.entente-wide{display:none}.entente-narrow{display:block}}
    @media print{.entente-wide{display:block}.entente-narrow{display:none}\
    .entente-figure{break-inside:avoid}.entente-figure details{display:none}\
    .entente-chart .paper{fill:#fff}}

    """

  /// The figure as an HTML `figure`: caption, a wide and a narrow drawing of which the style sheet shows one, notes, source, and
  /// the data as a table and a CSV link.
  public func html(prefix: String) -> String {
    let id = XML.identifier(prefix)
    var out = "<figure class=\"entente-figure\" id=\"\(id)\">\n"
    out += "<figcaption><strong>\(XML.escape(title))</strong>"
    if !subtitle.isEmpty { out += " <span>\(XML.escape(subtitle))</span>" }
    out += "</figcaption>\n"
    out += "<div class=\"entente-wide\">\(svg(prefix: id + "-w"))</div>\n"
    out += "<div class=\"entente-narrow\">\(svg(prefix: id + "-n", width: Figure.narrow))</div>\n"
    for note in notes { out += "<p class=\"entente-note\">\(XML.escape(note))</p>\n" }
    if !source.isEmpty { out += "<p class=\"entente-note\">Source: \(XML.escape(source))</p>\n" }
    out +=
      "<details><summary>Data</summary>\n<div class=\"entente-data\" tabindex=\"0\">\n\(table.html(caption: title))</div>\n"
    out += "<p><a download=\"\(id).csv\" href=\"data:text/csv;charset=utf-8,\(Self.percentEncoded(csv))\">CSV</a></p>\n"
    return out + "</details>\n</figure>\n"
  }

  private static func percentEncoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF")
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        out += "%"
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      }
    }
    return out
  }
}

extension DataTable {
  /// The table as HTML, with a caption and column headers.
  public func html(caption: String) -> String {
    var out = "<table><caption>\(XML.escape(caption))</caption>\n<thead><tr>"
    out += columns.map { "<th scope=\"col\">\(XML.escape($0))</th>" }.joined()
    out += "</tr></thead>\n<tbody>\n"
    for row in rows {
      out += "<tr>"
      for cell in row {
        switch cell {
        case .number: out += "<td class=\"number\">\(XML.escape(cell.string))</td>"
        case .text, .missing: out += "<td>\(XML.escape(cell.string))</td>"
        }
      }
      out += "</tr>\n"
    }
    return out + "</tbody></table>\n"
  }
}
