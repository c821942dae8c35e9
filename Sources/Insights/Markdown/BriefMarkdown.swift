import Charts
import Evidence
import Partnership
import Treaties

/// A brief as Markdown: the same words and tables, the figures as their data.
struct BriefMarkdown {
  let brief: Brief
  let names: Names

  init(_ brief: Brief) {
    self.brief = brief
    names = Names(brief.assessment.question)
  }

  private var assessment: Assessment { brief.assessment }

  var text: String {
    var out = "# \(escape(brief.title))\n\n*\(escape(brief.subtitle))*\n\n"
    out +=
      (brief.answer.isEmpty
        ? "The installed data and the starter cover too little of this triad on this day for an answer."
        : brief.answer.map { escape($0.text) }.joined(separator: " ")) + "\n\n"
    if brief.usesStarter {
      out += "> Figures marked (starter) were computed by Entente before and come from the starter.\n\n"
    }
    out += ladder
    for (panel, title) in [
      (Panel.commitments, "Commitments"), (.convergence, "Convergence"), (.exchange, "Exchange"), (.conduct, "Conduct"),
    ] {
      out += "## \(title)\n\n" + (panel == .conduct ? relationship : "") + findings(assessment[panel]?.findings ?? [])
    }
    out += instruments + treaties + tests + readings + claims + multiverse + coverage + reproduction
    return out
  }

  private var ladder: String {
    "## The cost ladder\n\n"
      + table(
        ["rung", "rate", "interval", "n", "status", "why"],
        assessment.ladder.rungs.map { rung in
          let estimate = rung.rate.estimate
          return [
            "\(rung.rung.rawValue) \(rung.rung.name): \(names.meaning(of: rung.rung))",
            estimate.map { Wording.value($0.value, rung.rate.unit) } ?? "none",
            Wording.interval(estimate?.interval, rung.rate.unit), estimate?.n.map { Wording.grouped($0) } ?? "",
            rung.statusWords, rung.reading,
          ]
        })
  }

  private func findings(_ findings: [NamedFinding]) -> String {
    let (rows, notes) = FindingRows.rows(findings)
    return table(
      FindingRows.columns,
      rows.map { $0.map { [$0.text, $0.small ?? ""].filter { !$0.isEmpty }.joined(separator: " — ") } })
      + notes.lines.map { escape($0) + "\n\n" }.joined()
  }

  private var instruments: String {
    let history = assessment.casework.history
    guard !history.isEmpty else { return "" }
    return "## Instruments between the partners\n\n"
      + table(
        ["instrument", "signed", "obligations", "on paper", "in fact"],
        history.map { entry in
          [
            entry.treaty.title, entry.treaty.signed.description,
            Wording.list(Set(entry.treaty.obligations.map(\.kind.rawValue)).sorted()),
            entry.status.standingDeJure.words, entry.status.standingDeFacto.words,
          ]
        })
  }

  private var tests: String {
    let casework = assessment.casework
    guard casework.caseID != nil else { return "" }
    func answer(_ test: CaseFile.Test, _ index: Int) -> String {
      let state = assessment.question.partners[index]
      return test.responses.filter { $0.state == state }.map(\.conduct.words).joined(separator: ", then ")
    }
    return "## Put to the test\n\n"
      + table(
        ["act", "date", names.a, names.b],
        casework.tests.map { [$0.act, $0.date.description, answer($0, 0), answer($0, 1)] })
  }

  private var readings: String {
    "## Three readings weighed\n\n"
      + table(
        ["statement", "answer", "what was seen"] + Hypothesis.allCases.map(\.name),
        assessment.weighing.evidence.map { item in
          [item.statement, item.answer == .notCovered ? "not covered" : item.answer.rawValue, item.observation]
            + Hypothesis.allCases.map { item.fits($0).map { $0 ? "fits" : "does not fit" } ?? "" }
        })
  }

  private var claims: String {
    guard !assessment.claims.isEmpty else { return "" }
    return "## Claims checked\n\n"
      + table(
        ["claim", "cited", "measured", "reported by others", "verdict"],
        assessment.claims.map { claim in
          [
            "\(claim.claim.what) (\(claim.claim.reporter))", Wording.value(claim.claim.value, claim.claim.unit),
            claim.measured.map { finding in
              finding.estimate.map { Wording.value($0.value, finding.unit) } ?? "not covered"
            }
            .joined(separator: "; "),
            claim.reported.map { "\(Wording.value($0.value, $0.unit)) (\($0.reporter))" }.joined(separator: "; "),
            claim.verdict.words,
          ]
        })
  }

  private var multiverse: String {
    "## Codings of the vote\n\n"
      + table(
        ["coding", "minority filter", "agreement", "interval", "n"],
        assessment.multiverse.cells.map { cell in
          let estimate = cell.finding.estimate
          return [
            cell.coding, "\(cell.filter) %", estimate.map { Wording.percent($0.value) } ?? "not covered",
            Wording.interval(estimate?.interval, .share), estimate?.n.map(String.init) ?? "",
          ]
        })
  }

  private var coverage: String {
    "## Coverage\n\n"
      + table(
        ["measure", "covered", "not covered", "why"],
        CoverageRow.rows(assessment).map {
          [$0.measure, String($0.covered), String($0.notCovered), $0.reasons.prefix(3).joined(separator: "; ")]
        })
  }

  private var reproduction: String {
    var out = "## Data, reproduction, citation\n\n"
    if !brief.vintages.isEmpty {
      out += table(
        ["dataset", "version", "retrieved", "SHA-256"],
        brief.vintages.map { [$0.dataset, $0.version, $0.retrieved, String($0.sha256.prefix(16))] })
    }
    out += "```\n\(brief.reproduce.joined(separator: "\n"))\n```\n\n\(escape(brief.citation))\n\n"
    for source in assessment.casework.sources { out += "- \(escape(source.id)): \(escape(source.reference))\n" }
    return out
  }

  func table(_ columns: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    var out =
      "| \(columns.map(escape).joined(separator: " | ")) |\n|\(String(repeating: " --- |", count: columns.count))\n"
    for row in rows { out += "| \(row.map(escape).joined(separator: " | ")) |\n" }
    return out + "\n"
  }

  /// Escapes what Markdown would read as markup, and the bar that ends a cell.
  func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "|", "\\", "`", "*", "_", "[", "]", "<", ">", "#": out += "\\\(character)"
      case "\n", "\r", "\r\n": out += " "
      default: out.append(character)
      }
    }
    return out
  }
}
