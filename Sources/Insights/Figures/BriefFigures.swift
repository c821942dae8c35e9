import Charts
import Evidence
import Partnership
import StateSystem
import Treaties

/// The figures of a brief, drawn from its assessment.
struct BriefFigures {
  let brief: Brief
  let names: Names

  init(_ brief: Brief) {
    self.brief = brief
    names = Names(brief.assessment.question)
  }

  var assessment: Assessment { brief.assessment }
  var question: Question { assessment.question }
  private var span: String { "\(question.seriesRange.lowerBound)\u{2013}\(question.seriesRange.upperBound)" }

  /// Notes of the series that are drawn, each once.
  private func notes(_ series: [SeriesResult]) -> [String] {
    NoteList.merged(series.flatMap(\.notes))
  }

  private func lines(_ ids: [(String, String)]) -> (series: [SeriesResult], lines: [Charts.Series]) {
    let found = ids.compactMap { id, name in assessment.series(id).map { ($0, name) } }
    return (found.map(\.0), found.map { Charts.Series($0.0, name: $0.1) })
  }

  private func source(_ series: [SeriesResult]) -> String {
    sourceLine(series.flatMap(\.points).map(\.result), usesStarter: brief.usesStarter)
  }

  /// The six rungs.
  var ladder: Figure {
    let rungs = assessment.ladder.rungs.map { rung in
      LadderChart.Rung(
        "\(rung.rung.rawValue) \(rung.rung.name)", detail: names.meaning(of: rung.rung),
        reading: Charts.Reading(rung.rate.result), n: rung.rate.estimate?.n,
        comparison: (rung.coordination == nil ? rung.rate.benchmarks.first?.value : rung.comparison).map { .value($0) },
        status: rung.status.chartStatus,
        statusText: rung.statusWords)
    }
    let limit = assessment.limit
    return LadderChart(
      text: FigureText(
        title: "How far do they hold together?",
        subtitle: "Rate at which \(names.pair) hold together, by what it would cost them with \(names.third)",
        source: sourceLine(assessment.ladder.rungs.map(\.rate.result), usesStarter: brief.usesStarter),
        notes: [
          assessment.ladder.rungs.contains { $0.coordination != nil }
            ? "Votes: identical votes in the window, with Wilson 95 % intervals; the mark lies below or above by the coordination, that is where the ideal points predict agreement without acting together. The status is that of the coordination test, whose interval allows for families of resolutions."
            : "Votes: identical votes in the window, with Wilson 95 % intervals. Observed agreement includes like-mindedness; it is not yet coordination beyond it."
        ]),
      rungs: rungs, limit: limit.outcome == .at ? limit.rung.map { $0.rawValue - 1 } : nil,
      comparisonName: assessment.ladder.rungs.contains { $0.coordination != nil }
        ? "predicted without coordination; any state" : "any state of the system"
    ).figure
  }

  /// Agreement by stakes over the distribution of all dyads.
  var agreement: Figure {
    let rows = assessment.ladder.rungs.prefix(3).flatMap { rung -> [(String, Finding)] in
      let further = rung.supporting.filter { $0.request.measure == "votes.agreement" }
      return ([rung.rate] + further).map { finding in
        switch finding.request["set"] {
        case "alone": ("\(names.third) nearly alone", finding)
        case "flagged": ("flagged by Washington", finding)
        default: (rung.rung.name, finding)
        }
      }
    }
    let all = assessment.finding("agreement.window.partners").map { [("all roll calls", $0)] } ?? []
    return StripDistributionChart(
      text: FigureText(
        title: "Agreement by what is at stake",
        subtitle:
          "Share of identical votes of \(names.pair), \(question.windowYears) years to \(Wording.day(question.asOf))",
        source: sourceLine((all + rows).map(\.1.result), usesStarter: brief.usesStarter)),
      rows: (all + rows).map { name, finding in
        StripDistributionChart.Row(
          name, reading: Charts.Reading(finding.result), n: finding.estimate?.n,
          percentile: finding.percentiles.first.map { .value($0.value * 100, low: $0.low * 100, high: $0.high * 100) },
          distribution: finding.distribution.map { .init(low: $0.low, high: $0.high, counts: $0.counts) })
      },
      subject: names.pair, comparison: "all dyads with enough common roll calls"
    ).figure
  }

  /// Agreement of the three dyads, session by session.
  var agreementOverTime: Figure {
    let (series, drawn) = lines([
      ("agreement.partners", names.pair), ("agreement.a-third", "\(names.a) and \(names.third)"),
      ("agreement.b-third", "\(names.b) and \(names.third)"),
    ])
    return LineChart(
      text: FigureText(
        title: "Who votes with whom",
        subtitle: "Share of identical votes by session of the General Assembly, with 95 % intervals",
        source: source(series), notes: notes(series)),
      series: drawn, format: .percent(), yTitle: "identical votes", yDomain: 0...1
    ).figure
  }

  /// Ideal points of the three states, session by session.
  var idealPoints: Figure {
    let (series, drawn) = lines([
      ("idealPoint.a", names.a), ("idealPoint.b", names.b), ("idealPoint.third", names.third),
    ])
    return LineChart(
      text: FigureText(
        title: "Where they stand",
        subtitle:
          "Ideal points by session of the General Assembly, posterior mean and 90 % interval; higher is closer to the United States",
        source: source(series), notes: notes(series)),
      series: drawn, format: .number(decimals: 2), yTitle: "ideal point"
    ).figure
  }

  /// What each has at stake with the third power against the partner.
  var crossPressure: Figure {
    let year = question.lastYear.value
    func dollars(_ role: String) -> Charts.Reading {
      guard let result = assessment.finding(role)?.result else { return .absent("not asked") }
      return result.value.map { .value($0.value * 1e6) } ?? .absent(result.reason?.detail ?? "not covered")
    }
    let rows = [(names.a, names.b, "a-third"), (names.b, names.a, "b-third")].map { own, other, third in
      DumbbellChart.Row(
        own, detail: "with \(other), with \(names.third)", first: dollars("trade.partners"),
        second: dollars("trade.\(third)"))
    }
    return DumbbellChart(
      text: FigureText(
        title: "Cross-pressure",
        subtitle:
          "Trade of each partner with the other and with \(names.third), \(year), current US dollars, logarithmic",
        source: sourceLine(
          ["trade.partners", "trade.a-third", "trade.b-third"].compactMap { assessment.finding($0)?.result },
          usesStarter: brief.usesStarter),
        notes: ["Sum of both importers' records."] + (assessment.finding("trade.a-third")?.notes ?? [])),
      rows: rows, firstName: "with the partner", secondName: "with \(names.third)",
      xTitle: "current US dollars"
    ).figure
  }

  /// Ranks of partner and third power among each state's trade partners.
  var ranks: Figure {
    let (series, drawn) = lines([
      ("rank.partner.a", "\(names.b) for \(names.a)"), ("rank.third.a", "\(names.third) for \(names.a)"),
      ("rank.partner.b", "\(names.a) for \(names.b)"), ("rank.third.b", "\(names.third) for \(names.b)"),
    ])
    return RankChart(
      text: FigureText(
        title: "Rank among trade partners", subtitle: "Rank of each among the other's partners by total trade, \(span)",
        source: source(series), notes: notes(series)),
      series: drawn
    ).figure
  }

  /// Three measures of capability beside each other, because one is not enough.
  var capability: Figure {
    let measures = [
      ("cinc", "CINC, share of the system", NumberFormat.percent()), ("milex", "Military spending", .compact),
      ("gdp", "Gross domestic product", .compact),
    ]
    let panels = measures.map { measure, title, format in
      let (_, drawn) = lines([
        ("capability.\(measure).a", names.a), ("capability.\(measure).b", names.b),
        ("capability.\(measure).third", names.third),
      ])
      return SmallMultiples.Panel(title, series: drawn, format: format)
    }
    let results = measures.flatMap { measure, _, _ in
      ["a", "b", "third"].compactMap { assessment.series("capability.\(measure).\($0)") }
    }
    return SmallMultiples(
      text: FigureText(
        title: "Capabilities, measured three ways", subtitle: "\(names.a), \(names.b) and \(names.third), \(span)",
        source: source(results), notes: notes(results)),
      panels: panels
    ).figure
  }

  /// Agreement under every coding and filter.
  var multiverse: Figure {
    let multiverse = assessment.multiverse
    return MultiverseChart(
      text: FigureText(
        title: "The same agreement under twenty codings",
        subtitle: "Agreement of \(names.pair) in the window under each coding of abstentions and each minority filter",
        source: sourceLine(multiverse.cells.map(\.finding.result), usesStarter: brief.usesStarter)),
      dimensions: [
        .init("coding", Multiverse.codings.map { $0.replacing("-", with: " ") }),
        .init("minority filter", Multiverse.filters.map { "\($0) %" }),
      ],
      specifications: multiverse.cells.map { cell in
        MultiverseChart.Specification(
          [
            Multiverse.codings.firstIndex(of: cell.coding) ?? 0, Multiverse.filters.firstIndex(of: cell.filter) ?? 0,
          ], reading: Charts.Reading(cell.finding.result),
          isHighlighted: cell.coding == "exact" && cell.filter == "0")
      },
      format: .percent(), yTitle: "agreement"
    ).figure
  }
}

extension String {
  func replacing(_ a: Character, with b: Character) -> String { String(map { $0 == a ? b : $0 }) }
}

extension RungStatus {
  var chartStatus: LadderChart.Status {
    switch self {
    case .holds: .holds
    case .indistinct, .below: .noBetter
    case .undecided: .undecided
    case .noData: .noData
    }
  }
}
