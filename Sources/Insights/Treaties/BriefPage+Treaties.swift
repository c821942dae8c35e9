import Charts
import Evidence
import StateSystem
import Treaties

extension BriefPage {
  /// The pair's treaties: difference, standing on paper and in fact, depth, worth and durability.
  func treaties(into page: inout HTML) {
    guard let chapter = brief.treaties else { return }
    if let difference = chapter.difference {
      page.raw(difference.figure(onlyObligations: true).html(prefix: "treaty-difference"))
      changes(difference, into: &page)
    }
    if !chapter.compared.isEmpty { standing(chapter.compared, into: &page) }
    if !chapter.worth.isEmpty { worth(chapter, into: &page) }
    page.element("h3", "How long such treaties last")
    switch chapter.forecast {
    case .covered(let forecast):
      page.raw(forecast.figure.html(prefix: "treaty-durability"))
      if let hindsight = forecast.hindsight(on: assessment.question.asOf) {
        page.element("p", hindsight, "class=\"note\"")
      }
    case .notCovered(let reason), .suppressed(let reason):
      page.element("p", "Not covered: \(reason.detail).")
    }
  }

  /// Every provision, behind the figure of the obligations.
  private func changes(_ difference: TreatyDifference, into page: inout HTML) {
    page.table(
      caption: "From \(difference.titleBefore) to \(difference.titleAfter)",
      columns: ["item", "change", difference.before, difference.after],
      rows: difference.present.map { line in
        [
          HTML.Cell(line.item, small: line.group), HTML.Cell(line.change.words, small: line.note),
          HTML.Cell("", small: line.before.map(\.words).joined(separator: "; ")),
          HTML.Cell("", small: line.after.map(\.words).joined(separator: "; ")),
        ]
      }, widths: [20, 16, 32, 32])
  }

  private func standing(_ entries: [TreatyChapter.Entry], into page: inout HTML) {
    func score(_ result: Covered<Estimate>, _ place: Percentile?) -> HTML.Cell {
      switch result {
      case .covered(let estimate):
        let ends =
          estimate.interval.map { "\(Wording.fixed($0.low, 2)) to \(Wording.fixed($0.high, 2))" }
          ?? ""
        return .number(
          Wording.fixed(estimate.value, 2),
          small: ([ends] + [place.map(Wording.place)].compactMap { $0 }).joined(separator: "; "))
      case .notCovered(let reason), .suppressed(let reason): return .absent(reason.detail)
      }
    }
    page.table(
      caption:
        "On paper, in fact, and how deep: the axes are in standard deviations of all treaties and are never added",
      columns: ["treaty", "standing", "depth", "scope"],
      rows: entries.map { entry in
        [
          HTML.Cell(entry.title, small: "\(entry.id), signed \(Wording.date(entry.signed))"),
          HTML.Cell(entry.status.sentence, small: entry.conductWords(on: assessment.question.asOf)),
          score(entry.depth, entry.depthPlace),
          score(entry.scope, entry.scopePlace),
        ]
      })
  }

  private func worth(_ chapter: TreatyChapter, into page: inout HTML) {
    page.table(
      caption: "What such pledges were worth when war called on them",
      columns: ["pledge in force", "held in", "alliances with such a pledge honoured"],
      rows: chapter.worth.map { worth in
        let cell: HTML.Cell
        switch worth.rate?.result {
        case .covered(let estimate)?:
          cell = .number(
            Wording.percent(estimate.value),
            small:
              "\(Wording.interval(estimate.interval, .share)); \(worth.rate?.honoured ?? 0) of \(estimate.n ?? 0) calls, \(worth.rate?.group.words ?? "")"
          )
        case .notCovered(let reason)?, .suppressed(let reason)?: cell = .absent(reason.detail)
        case nil: cell = .absent("the calls on alliances are not installed")
        }
        return [
          HTML.Cell(worth.kind.words), HTML.Cell(worth.treaties.joined(separator: ", ")), cell,
        ]
      })
    guard !chapter.calls.isEmpty else { return }
    page.table(
      caption: "Pledge and conduct: wars in which a treaty of the two could have been called on",
      columns: ["war", "treaty", "outcome"],
      rows: chapter.calls.map { call in
        [
          HTML.Cell("\(call.year) \(call.war)"), HTML.Cell(call.alliance),
          HTML.Cell(
            call.leeds.words,
            small: call.leeds == call.berkemeier
              ? nil : "\(call.berkemeier.words) by Berkemeier and Fuhrmann"),
        ]
      })
  }
}

extension TreatyDifference.Finding {
  /// Coder, presence and detail in one line.
  public var words: String {
    let state = presence == .present ? "" : presence.rawValue
    let place = clause.map { "\($0): " } ?? ""
    let text = presence == .absent ? "" : place + detail
    return "\(coder.rawValue): " + [state, text].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
