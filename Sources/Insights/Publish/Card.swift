import Charts
import Partnership

/// The picture shown where a link to an insight is shared: title, series and verdicts, 1200 by 630.
struct Card {
  let site: SiteDescription
  let published: PublishedInsight

  init(_ site: SiteDescription, _ published: PublishedInsight) {
    self.site = site
    self.published = published
  }

  var svg: String {
    let e = XML.escape
    let front = published.front
    let size = front.title.count > 60 ? 60.0 : 72.0
    let lines = TextMetrics.wrap(front.title, width: 860, size: size).prefix(4)
    var out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\" viewBox=\"0 0 1200 630\" role=\"img\" aria-label=\"\(e(front.title))\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\">\n"
    out +=
      "<rect width=\"1200\" height=\"630\" fill=\"#ffffff\"/><rect width=\"1200\" height=\"16\" fill=\"#0072B2\"/>\n"
    out += "<text x=\"80\" y=\"104\" font-size=\"32\" fill=\"#5a5a66\">\(e(site.title))</text>\n"
    for (index, line) in lines.enumerated() {
      let y = 200 + Double(index) * size * 1.15
      out +=
        "<text x=\"80\" y=\"\(Int(y))\" font-size=\"\(Int(size))\" font-weight=\"700\" fill=\"#1b1b1f\">\(e(line))</text>\n"
    }
    let tally = published.report.tally.map { "\($0.count) \($0.verdict.words)" }.joined(separator: " · ")
    for (index, line) in TextMetrics.wrap(tally, width: 960, size: 28).prefix(2).enumerated() {
      out += "<text x=\"80\" y=\"\(530 + index * 38)\" font-size=\"28\" fill=\"#1b1b1f\">\(e(line))</text>\n"
    }
    out +=
      "<text x=\"80\" y=\"490\" font-size=\"28\" fill=\"#5a5a66\">\(e(Wording.list(front.authors.map(\.name)))), \(e(Wording.day(front.date))) · \(published.report.outcomes.count) claims checked</text>\n"
    return out + "</svg>\n"
  }
}
