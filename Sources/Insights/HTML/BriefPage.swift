import Charts
import Evidence
import Partnership
import StateSystem

/// A brief as one self-contained HTML page: no scripts, nothing loaded from elsewhere.
struct BriefPage {
  let brief: Brief
  let figures: BriefFigures
  let names: Names

  init(_ brief: Brief) {
    self.brief = brief
    figures = BriefFigures(brief)
    names = Names(brief.assessment.question)
  }

  var assessment: Assessment { brief.assessment }

  /// The sections in order, with the id under which each can be linked.
  static let sections: [(id: String, title: String)] = [
    ("ladder", "The cost ladder and the limit"), ("commitments", "Commitments: what was pledged"),
    ("convergence", "Convergence: what they want"), ("exchange", "Exchange: what binds them"),
    ("conduct", "Conduct: what they did"), ("tests", "Put to the test"), ("readings", "Three readings weighed"),
    ("claims", "Claims checked"), ("multiverse", "Codings of the vote"), ("coverage", "Coverage"),
    ("reproduce", "Data, reproduction, citation"),
  ]

  var html: String {
    var page = HTML()
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
    page.raw("<meta name=\"generator\" content=\"\(HTML.escape(brief.generator))\">\n")
    page.raw(
      "<meta name=\"description\" content=\"\(HTML.escape(brief.answer.map(\.text).joined(separator: " ")))\">\n")
    page.element("title", "\(brief.title) \(brief.subtitle)")
    page.raw("<style>\n\(StyleSheet.brief)\(Figure.styleSheet)</style>\n</head>\n<body>\n<header>\n")
    page.element("h1", brief.title)
    page.element("p", brief.subtitle, "class=\"subtitle\"")
    page.raw("</header>\n<main>\n<section class=\"answer\" aria-label=\"Answer\">\n")
    page.element(
      "p",
      brief.answer.isEmpty
        ? "The installed data and the starter cover too little of this triad on this day for an answer; the tables below say what is missing and where to get it."
        : brief.answer.map(\.text).joined(separator: " "))
    page.raw("</section>\n")
    if brief.usesStarter {
      page.element(
        "p",
        "Some figures were computed by Entente from the full archive before and come from the starter; they are marked (starter). Install the public datasets to compute them here.",
        "class=\"notice\"")
    }
    page.raw("<nav aria-label=\"Contents\"><ol>\n")
    for section in Self.sections { page.raw("<li><a href=\"#\(section.id)\">\(HTML.escape(section.title))</a></li>\n") }
    page.raw("</ol></nav>\n")
    for section in Self.sections {
      page.raw("<section id=\"\(section.id)\">\n")
      page.element("h2", section.title)
      render(section.id, into: &page)
      page.raw("</section>\n")
    }
    page.raw("</main>\n<footer>\n")
    page.element(
      "p",
      "\(brief.generator), methodology \(brief.methodology). Figures are computed from the sources named beside them; views are the reader's own to draw."
    )
    page.raw("</footer>\n</body>\n</html>\n")
    return page.text
  }

  private func render(_ id: String, into page: inout HTML) {
    switch id {
    case "ladder": ladder(into: &page)
    case "commitments":
      commitments(into: &page)
      treaties(into: &page)
    case "convergence":
      page.raw(figures.agreementOverTime.html(prefix: "agreement-over-time"))
      page.raw(figures.idealPoints.html(prefix: "ideal-points"))
      page.raw(figures.agreement.html(prefix: "agreement-by-stakes"))
      page.raw(figures.capability.html(prefix: "capability"))
      panel(.convergence, into: &page)
    case "exchange":
      page.raw(figures.crossPressure.html(prefix: "cross-pressure"))
      page.raw(figures.ranks.html(prefix: "ranks"))
      panel(.exchange, into: &page)
    case "conduct": conduct(into: &page)
    case "tests": tests(into: &page)
    case "readings": readings(into: &page)
    case "claims": claims(into: &page)
    case "multiverse": multiverse(into: &page)
    case "coverage": coverage(into: &page)
    default: reproduction(into: &page)
    }
  }

  func panel(_ panel: Panel, into page: inout HTML) {
    guard let result = assessment[panel] else { return }
    findings(result.findings, caption: "Figures of the panel", into: &page)
  }

  /// Findings as a table, with the notes they share below it.
  func findings(_ findings: [NamedFinding], caption: String, into page: inout HTML) {
    let (rows, notes) = FindingRows.rows(findings)
    page.table(caption: caption, columns: FindingRows.columns, rows: rows, widths: FindingRows.widths)
    for line in notes.lines { page.element("p", line, "class=\"note\"") }
  }
}
