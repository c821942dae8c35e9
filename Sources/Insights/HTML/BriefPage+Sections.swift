import Charts
import Evidence
import Partnership
import StateSystem
import Treaties

extension BriefPage {
  func ladder(into page: inout HTML) {
    if let statement = LimitWords(assessment, names: names).statement { page.element("p", statement.text) }
    page.raw(figures.ladder.html(prefix: "ladder-figure"))
    if let distribution = assessment.limitDistribution {
      page.element("p", LimitWords.spread(distribution))
    }
    if !assessment.limitMovers.isEmpty {
      page.element("h3", "What would move the limit")
      page.raw("<ul>\n")
      for mover in assessment.limitMovers { page.element("li", LimitWords.mover(mover).leadingCapital) }
      page.raw("</ul>\n")
    }
    page.table(
      caption: "The rungs", columns: ["rung", "rate", "status", "where it stands"],
      rows: assessment.ladder.rungs.map { rung in
        [
          HTML.Cell("\(rung.rung.rawValue) \(rung.rung.name)", small: names.meaning(of: rung.rung)),
          rung.rate.estimate.map { FindingRows.value(rung.rate, $0) } ?? .absent("none"),
          HTML.Cell(rung.statusWords, small: rung.reading),
          HTML.Cell("", small: FindingRows.places(rung.rate).joined(separator: "; ")),
        ]
      }, widths: [30, 16, 26, 28])
    let supporting = assessment.ladder.rungs.flatMap { rung in
      rung.supporting.map { NamedFinding("", "Rung \(rung.rung.rawValue): \(SupportingLabel.text($0, names))", $0) }
    }
    findings(supporting, caption: "Further figures on the rungs", into: &page)
    let thresholds = Ladder.Thresholds()
    page.element(
      "p",
      "Rules, declared \(thresholds.declaredAt), vote rungs 2026-11-27: a vote rung holds when the whole interval of the coordination test lies above zero and the pair's percentile above the middle of all dyads on the same roll calls (at least \(thresholds.fewestRollCalls) roll calls; without fitted ideal points the percentile of the agreement alone decides); rungs 4 to 6 need at least \(thresholds.fewestCases) cases and are read against the base rate. The limit is the lowest rung that does not hold and lies above every rung that does.",
      "class=\"note\"")
  }

  func commitments(into page: inout HTML) {
    page.raw(figures.pledgeTimeline.html(prefix: "timeline"))
    let casework = assessment.casework
    if !casework.history.isEmpty {
      page.table(
        caption: "Coded instruments between \(names.pair)",
        columns: ["instrument", "signed", "obligations", "on paper", "in fact", "end, by coder"],
        rows: casework.history.map { entry in
          let treaty = entry.treaty
          return [
            HTML.Cell(treaty.title, small: treaty.summary),
            HTML.Cell(Wording.date(treaty.signed.description)),
            HTML.Cell(
              treaty.obligations.isEmpty ? "none of the five kinds" : Wording.list(obligationWords(treaty)),
              small: treaty.disputedObligations.isEmpty
                ? nil : "coders differ on \(Wording.list(treaty.disputedObligations.map(\.kind.rawValue)))"),
            HTML.Cell(entry.status.standingDeJure.words),
            HTML.Cell(
              entry.status.standingDeFacto.words,
              small: treaty.deFactoEnd.map { "\(Wording.date($0.date.description)) (\($0.coder))" }.joined(
                separator: "; ")),
            HTML.Cell(
              treaty.ended.map { "\(Wording.date($0.date.description)) (\($0.coder))" }.joined(separator: "; ")),
          ]
        })
    }
    let alliances = assessment.finding("alliances.partners")?.items ?? []
    if !alliances.isEmpty {
      page.table(
        caption: "ATOP alliances in force between \(names.pair)", columns: ["alliance", "dates", "obligations"],
        rows: alliances.map {
          [HTML.Cell($0.id, small: $0.label), HTML.Cell(Wording.date($0.date)), HTML.Cell($0.detail)]
        })
    }
    panel(.commitments, into: &page)
  }

  private func obligationWords(_ treaty: CodedTreaty) -> [String] {
    var seen: [String] = []
    for obligation in treaty.obligations where !seen.contains(obligation.kind.rawValue) {
      seen.append(obligation.kind.rawValue)
    }
    return seen
  }

  func conduct(into page: inout HTML) {
    relationship(into: &page)
    panel(.conduct, into: &page)
    for (role, title) in [
      ("disputes.joined", "Militarised disputes with \(names.third)"), ("wars.joined", "Wars with \(names.third)"),
      ("sanctions.exchange", "Sanction cases of \(names.third) and trade between the partners"),
      ("sanctions.arms", "Sanction cases of \(names.third) and arms deliveries between the partners"),
      ("disputes.partners", "Militarised disputes between \(names.pair)"),
    ] {
      let items = assessment.finding(role)?.items ?? []
      if !items.isEmpty {
        page.table(
          caption: title, columns: ["case", "years", "what the record says"],
          rows: items.map {
            [HTML.Cell("\($0.id) \($0.label)"), HTML.Cell(Wording.date($0.date)), HTML.Cell($0.detail)]
          })
      }
      let rates = assessment.finding(role)?.benchmarks ?? []
      if !rates.isEmpty {
        page.table(
          caption: "\(title): how often states join", columns: ["who", "rate", "chances"],
          rows: rates.map {
            [
              HTML.Cell($0.label), .number(Wording.percent($0.value, decimals: 2)), .number(Wording.grouped($0.n)),
            ]
          })
      }
    }
  }

  func tests(into page: inout HTML) {
    let casework = assessment.casework
    guard let title = casework.caseTitle else {
      page.element("p", "No case file covers these partners and this third power.")
      return
    }
    page.element(
      "p",
      "Case file: \(title). Coded by \(casework.coder ?? "unknown"), rules declared \(casework.declaredAt?.description ?? "unknown").",
      "class=\"note\"")
    if let timeline = figures.testTimeline { page.raw(timeline.html(prefix: "tests-timeline")) }
    page.table(
      caption: "Acts of \(names.third) and the answers", columns: ["act", "date", names.a, names.b, "sources"],
      rows: casework.tests.map { test in
        [
          HTML.Cell(test.act, small: test.summary), HTML.Cell(Wording.date(test.date.description)),
          answers(of: assessment.question.a, in: test), answers(of: assessment.question.b, in: test),
          HTML.Cell(Set(test.sources.map(\.source)).sorted().joined(separator: ", ")),
        ]
      })
    page.table(
      caption: "Pledges before the day", columns: ["pledge", "date", "kind", "themes", "sources"],
      rows: casework.pledges.map { pledge in
        [
          HTML.Cell(pledge.summary), HTML.Cell(Wording.date(pledge.date.description)), HTML.Cell(pledge.kind.rawValue),
          HTML.Cell(pledge.themes.map(\.rawValue).joined(separator: ", ")),
          HTML.Cell(Set(pledge.sources.map(\.source)).sorted().joined(separator: ", ")),
        ]
      })
    page.table(
      caption: "Answers counted", columns: ["partner", "tests answered"] + CaseFile.Conduct.allCases.map(\.words),
      rows: casework.tallies.map { tally in
        [
          HTML.Cell(names.name(tally.state, in: assessment.question)), .number(String(tally.tests)),
        ] + CaseFile.Conduct.allCases.map { .number(String(tally.counts[$0] ?? 0)) }
      })
    if !casework.corrections.isEmpty {
      page.table(
        caption: "Where a source is wrong", columns: ["the source says", "the record", "sources"],
        rows: casework.corrections.map { correction in
          [
            HTML.Cell(correction.claim, small: correction.claimedBy.source), HTML.Cell(correction.record),
            HTML.Cell(correction.sources.map(\.source).joined(separator: ", ")),
          ]
        })
    }
  }

  private func answers(of state: StateID, in test: CaseFile.Test) -> HTML.Cell {
    let found = test.responses.filter { $0.state == state }
    return found.isEmpty
      ? .absent("not coded")
      : HTML.Cell(
        found.map(\.conduct.words).joined(separator: ", then "), small: found.map(\.summary).joined(separator: " "))
  }
}

/// What a further figure on a rung is, in words.
enum SupportingLabel {
  static func text(_ finding: Finding, _ names: Names) -> String {
    switch finding.request.measure {
    case "votes.thirdRank":
      "rank of \(names.third) among all states as third power, by the pair's agreement where it votes no"
    case "votes.coordination":
      finding.request["dimensions"] == "2"
        ? "coordination with ideal points in two dimensions, in which a missing dimension cannot pass for coordination"
        : "coordination: identical votes beyond what the ideal points of the two predict"
    case "votes.coordinationRank":
      "rank of \(names.third) among all states as third power, by the pair's coordination where it votes so"
    case "votes.matchedAgreement": "the same rate among dyads alike in regime, capability, region and uncontested votes"
    case "votes.agreement":
      finding.request["set"] == "alone"
        ? "identical votes on roll calls where \(names.third) is nearly alone"
        : "identical votes on roll calls that the US State Department has flagged as important"
    case "sanctions.arms":
      "sanction cases of \(names.third) after which arms deliveries between the partners held"
    case "sanctions.joined": "sanction cases of \(names.third) that the other partner stayed out of"
    case "disputes.joined": "disputes joined, in the coding of Gibler, Miller and Little"
    default: finding.request.description
    }
  }
}
