import Charts
import Evidence
import Partnership
import StateSystem
import Treaties

extension BriefPage {
  func readings(into page: inout HTML) {
    let weighing = assessment.weighing
    page.raw("<ul>\n")
    for hypothesis in Hypothesis.allCases {
      page.element(
        "li",
        "\(hypothesis.name.leadingCapital): \(hypothesis.meaning). \(weighing.fits(hypothesis)) answers fit, \(weighing.misfits(hypothesis)) do not."
      )
    }
    page.raw("</ul>\n")
    page.table(
      caption: "Evidence that tells the readings apart",
      columns: ["statement", "answer", "what was seen"] + Hypothesis.allCases.map(\.name),
      rows: weighing.evidence.map { item in
        [
          HTML.Cell(item.statement),
          item.answer == .notCovered ? .absent("not covered") : HTML.Cell(item.answer.rawValue),
          HTML.Cell(item.observation),
        ]
          + Hypothesis.allCases.map { hypothesis in
            switch item.fits(hypothesis) {
            case true?: HTML.Cell("fits")
            case false?: HTML.Cell("does not fit")
            case nil: HTML.Cell(item.expected[hypothesis] == nil ? "says nothing" : "\u{2013}")
            }
          }
      })
    page.element(
      "p",
      "Counts of answers, not probabilities; a reading is preferred when it alone has the fewest misfits and at least \(Weighing.fewestAnswers) questions have an answer.",
      "class=\"note\"")
    page.element("h3", "What would change our mind")
    guard let preferred = weighing.preferred else {
      page.element("p", "No reading is preferred: the answers do not single one out.")
      return
    }
    page.element("p", "The reading as \(preferred.name) would lose ground if the record came to say:")
    page.raw("<ul>\n")
    for item in weighing.wouldChange {
      let negated = item.answer == .yes ? "that it is no longer so that \(item.statement)" : "that \(item.statement)"
      page.element("li", "\(negated) (now: \(item.observation))")
    }
    page.raw("</ul>\n")
  }

  func claims(into page: inout HTML) {
    guard !assessment.claims.isEmpty else {
      page.element("p", "No cited claim about these states and years is coded.")
      return
    }
    page.table(
      caption: "Cited claims beside what is measured and what others report",
      columns: ["claim", "cited", "measured", "reported by others", "verdict"],
      rows: assessment.claims.map { claim in
        [
          HTML.Cell(claim.claim.what, small: "\(claim.claim.source.source); reporter: \(claim.claim.reporter)"),
          .number(Wording.value(claim.claim.value, claim.claim.unit), small: claim.claim.time.description),
          HTML.Cell(
            claim.measured.map { finding in
              finding.estimate.map { Wording.value($0.value, finding.unit) } ?? "not covered"
            }.joined(separator: "; "),
            small: claim.measured.map { "\($0.request)" }.joined(separator: "; ")),
          HTML.Cell(
            claim.reported.map { Wording.value($0.value, $0.unit) }.joined(separator: "; "),
            small: claim.reported.map { "\($0.reporter) (\($0.source.source))" }.joined(separator: "; ")),
          HTML.Cell(claim.verdict.words),
        ]
      })
    page.element(
      "p",
      "A measured or reported figure supports a cited one within \(Wording.percent(ClaimResult.tolerance, decimals: 0)) (ranks: equal); rule declared \(ClaimResult.declaredAt). \"Depends on the reporter\": some figures support it and some do not.",
      "class=\"note\"")
  }

  func multiverse(into page: inout HTML) {
    if let range = assessment.multiverse.range {
      page.element(
        "p",
        "Over the \(Multiverse.codings.count * Multiverse.filters.count) declared combinations of coding and minority filter the agreement of \(names.pair) runs from \(Wording.percent(range.lowerBound)) to \(Wording.percent(range.upperBound)). A claim about it holds when it holds in at least \(Wording.percent(Multiverse.requiredShare, decimals: 0)) of them (declared \(Multiverse.declaredAt))."
      )
    }
    page.raw(figures.multiverse.html(prefix: "multiverse-figure"))
  }

  func coverage(into page: inout HTML) {
    page.element("p", "Not covered is an answer of its own: it is neither zero nor no.")
    page.table(
      caption: "Figures asked for, by measure", columns: ["measure", "covered", "not covered", "why"],
      rows: CoverageRow.rows(assessment).map { row in
        [
          HTML.Cell(row.measure), .number(String(row.covered)), .number(String(row.notCovered)),
          HTML.Cell(row.reasons.prefix(3).joined(separator: "; ") + (row.reasons.count > 3 ? "; …" : "")),
        ]
      })
  }

  func reproduction(into page: inout HTML) {
    if brief.vintages.isEmpty {
      page.element("p", "No dataset is installed; every figure comes from the starter.")
    } else {
      page.table(
        caption: "Data vintages", columns: ["dataset", "version", "retrieved", "SHA-256"],
        rows: brief.vintages.map {
          [
            HTML.Cell($0.dataset), HTML.Cell($0.version), HTML.Cell($0.retrieved),
            HTML.Cell(String($0.sha256.prefix(16))),
          ]
        })
    }
    page.element("h3", "How to reproduce")
    page.element("pre", brief.reproduce.joined(separator: "\n"), "tabindex=\"0\"")
    page.element("h3", "How to cite")
    page.element("p", brief.citation)
    let sources = assessment.casework.sources
    guard !sources.isEmpty else { return }
    page.element("h3", "Sources of the coded items")
    page.raw("<ul>\n")
    for source in sources {
      page.element("li", "\(source.id): \(source.reference)")
    }
    page.raw("</ul>\n")
  }
}

extension CitedSource {
  /// The entry in one line.
  var reference: String {
    var parts: [String] = []
    if !authors.isEmpty { parts.append(authors.joined(separator: ", ")) }
    parts.append(title)
    if !publisher.isEmpty { parts.append(publisher) }
    if let date { parts.append(Wording.date(date.description)) }
    if let doi { parts.append("doi:\(doi)") } else if let url { parts.append(url) }
    return parts.joined(separator: ". ")
  }
}

extension Standing {
  /// Words as printed.
  public var words: String {
    switch self {
    case .notSigned: "not signed"
    case .signed: "signed, not in force"
    case .inForce: "in force"
    case .ended: "ended"
    case .uncertain: "uncertain"
    case .disputed: "coders differ"
    case .notCovered: "not covered"
    }
  }
}
