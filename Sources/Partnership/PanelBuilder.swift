import Evidence
import StateSystem

/// Asks the measures of the four panels.
struct PanelBuilder {
  let requests: Requests
  let evaluator: any Evaluator

  var question: Question { requests.question }
  var a: StateID { question.a }
  var b: StateID { question.b }
  var h: StateID { question.third }
  var year: Int { question.lastYear.value }

  /// The three dyads of the triad with their roles.
  var dyads: [(role: String, x: StateID, y: StateID)] {
    [("partners", a, b), ("a-third", a, h), ("b-third", b, h)]
  }

  func name(_ id: StateID) -> String { State.sentenceName(id, on: question.asOf) }
  func pairName(_ x: StateID, _ y: StateID) -> String { "\(name(x)) and \(name(y))" }
  func ask(_ request: MeasureRequest) -> Finding { evaluator.finding(for: request) }

  func series(
    _ id: String, _ label: String, _ times: ClosedRange<Int>, yearOf: (Int) -> Int = { $0 },
    request: (Int) -> MeasureRequest
  ) -> SeriesResult {
    var notes: [String] = []
    var unit = Unit.count
    let points = times.map { time in
      let finding = ask(request(time))
      for note in finding.notes where !notes.contains(note) { notes.append(note) }
      if finding.estimate != nil { unit = finding.unit }
      return SeriesResult.Point(year: yearOf(time), result: finding.result)
    }
    return SeriesResult(id: id, label: label, unit: unit, points: points, notes: notes)
  }

  var all: [PanelResult] { [commitments, convergence, exchange, conduct] }

  var commitments: PanelResult {
    let obligations = dyads.map {
      NamedFinding(
        "obligations.\($0.role)", "Kinds of obligation between \(pairName($0.x, $0.y)), \(year)",
        ask(requests.obligations($0.x, $0.y, year)))
    }
    let alliances = dyads.map {
      NamedFinding(
        "alliances.\($0.role)", "Alliances in force between \(pairName($0.x, $0.y)), \(question.asOf)",
        ask(requests.alliances($0.x, $0.y)))
    }
    let history = dyads.map { dyad in
      series(
        "obligations.\(dyad.role)", pairName(dyad.x, dyad.y), question.seriesRange
      ) { requests.obligations(dyad.x, dyad.y, $0) }
    }
    return PanelResult(.commitments, findings: obligations + alliances, series: history)
  }

  var convergence: PanelResult {
    var findings: [NamedFinding] = []
    var lines: [SeriesResult] = []
    for dyad in dyads {
      let pair = pairName(dyad.x, dyad.y)
      findings.append(
        NamedFinding(
          "agreement.window.\(dyad.role)", "Identical votes of \(pair), window",
          ask(requests.agreement(dyad.x, dyad.y, over: .window))))
      if let sessions = question.seriesSessions {
        findings.append(
          NamedFinding(
            "agreement.session.\(dyad.role)", "Identical votes of \(pair), session \(sessions.upperBound)",
            ask(requests.agreement(dyad.x, dyad.y, over: .session(sessions.upperBound)))))
        lines.append(
          series("agreement.\(dyad.role)", pair, sessions, yearOf: { $0 + 1945 }) {
            requests.agreement(dyad.x, dyad.y, over: .session($0))
          })
      }
    }
    for (set, words) in [
      (Requests.RollCallSet.unopposed, "not opposed by \(name(h))"), (.opposed, "opposed by \(name(h))"),
      (.flagged, "flagged by Washington"),
    ] {
      findings.append(
        NamedFinding(
          "agreement.\(set.rawValue).partners",
          "Identical votes of \(pairName(a, b)) on roll calls \(words), window",
          ask(requests.agreement(a, b, over: .window, set: set))))
    }
    findings += idealDistances + similarity + power
    lines += idealPoints + powerSeries
    return PanelResult(.convergence, findings: findings, series: lines)
  }

  /// Distances of the ideal points in the last session.
  private var idealDistances: [NamedFinding] {
    let session = question.lastSession
    return dyads.map { dyad in
      NamedFinding(
        "idealPointDistance.\(dyad.role)",
        "Distance between the ideal points of \(pairName(dyad.x, dyad.y)), session \(session)",
        ask(requests.idealPointDistance(dyad.x, dyad.y, session: session.number)))
    }
  }

  /// Ideal points of the three states, session by session.
  private var idealPoints: [SeriesResult] {
    guard let sessions = question.seriesSessions else { return [] }
    return [("a", a), ("b", b), ("third", h)].map { role, state in
      series("idealPoint.\(role)", name(state).leadingCapital, sessions, yearOf: { $0 + 1945 }) {
        requests.idealPoint(state, session: $0)
      }
    }
  }

  private var similarity: [NamedFinding] {
    let session = question.lastSession
    let graded = NamedFinding(
      "agreement.graded", "Graded agreement, session \(session)",
      ask(requests.agreement(a, b, over: .session(session.number), coding: "graded")))
    let indices = [("s", "absolute", "S"), ("kappa", "nominal", "Cohen's kappa"), ("pi", "nominal", "Scott's pi")].map {
      NamedFinding(
        "similarity.\($0.0)", "\($0.2), \($0.1) distances, session \(session)",
        ask(requests.similarity($0.0, distance: $0.1)))
    }
    return [graded] + indices
  }

  private var power: [NamedFinding] {
    var findings = [
      NamedFinding("capability.con", "Concentration of capabilities, \(year)", ask(requests.concentration(year)))
    ]
    for (role, state) in [("a", a), ("b", b), ("third", h)] {
      for (measure, words) in [
        ("cinc", "capabilities (CINC)"), ("milex", "military spending"), ("gdp", "gross domestic product"),
        ("gdpPerHeadProduct", "GDP times GDP per head"),
      ] {
        findings.append(
          NamedFinding(
            "capability.\(measure).\(role)", "\(name(state).leadingCapital): \(words), \(year)",
            ask(requests.capability(measure, of: state, year))))
      }
      for (measure, words) in [("polyarchy", "electoral democracy (V-Dem)"), ("polity2", "Polity score")] {
        findings.append(
          NamedFinding(
            "regime.\(measure).\(role)", "\(name(state).leadingCapital): \(words), \(year)",
            ask(requests.regime(measure, of: state, year))))
      }
    }
    return findings
  }

  private var powerSeries: [SeriesResult] {
    ["cinc", "milex", "gdp"].flatMap { measure in
      [("a", a), ("b", b), ("third", h)].map { role, state in
        series("capability.\(measure).\(role)", name(state), question.seriesRange) {
          requests.capability(measure, of: state, $0)
        }
      }
    }
  }

  var conduct: PanelResult {
    let years = requests.conductRange
    let span = "\(years.lowerBound)-\(years.upperBound)"
    var findings = dyads.map {
      NamedFinding(
        "disputes.\($0.role)", "Militarised disputes between \(pairName($0.x, $0.y)), \(span)",
        ask(requests.disputesBetween($0.x, $0.y)))
    }
    findings += [
      NamedFinding(
        "disputes.joined", "Disputes with \(name(h)) that the other joined, \(span)", ask(requests.disputesJoined())),
      NamedFinding(
        "disputes.joined.gml", "The same in the Gibler-Miller-Little coding, \(span)",
        ask(requests.disputesJoined(source: "gml"))),
      NamedFinding("wars.joined", "Wars with \(name(h)) that the other joined, \(span)", ask(requests.warsJoined)),
      NamedFinding(
        "sanctions.joined", "Sanction cases of \(name(h)) that the other stayed out of, \(span)",
        ask(requests.sanctionsJoined)),
      NamedFinding(
        "sanctions.exchange", "Sanction cases of \(name(h)) after which the partners' trade held, \(span)",
        ask(requests.sanctionsExchange)),
      NamedFinding(
        "sanctions.arms", "Sanction cases of \(name(h)) after which the partners' arms deliveries held, \(span)",
        ask(requests.sanctionsArms)),
    ]
    for (role, sender, target) in [("third-a", h, a), ("third-b", h, b), ("a-b", a, b), ("b-a", b, a)] {
      findings.append(
        NamedFinding(
          "sanctions.\(role)", "Sanctions of \(name(sender)) against \(name(target)) in the window",
          ask(requests.sanctionsBetween(sender, target))))
    }
    findings += dyads.map {
      NamedFinding(
        "rivalry.\($0.role)", "Strategic rivalry of \(pairName($0.x, $0.y)), \(year)", ask(requests.rivalry($0.x, $0.y))
      )
    }
    return PanelResult(.conduct, findings: findings + relationships, series: [])
  }
}

extension PanelBuilder {
  /// Levels of the three relationships as known at the end of the last complete year, and the partners' in hindsight.
  fileprivate var relationships: [NamedFinding] {
    dyads.map { dyad in
      NamedFinding(
        "relationship.\(dyad.role)",
        "Level of the relationship of \(pairName(dyad.x, dyad.y)), as known at the end of \(year)",
        ask(requests.relationship(dyad.x, dyad.y)))
    } + [
      NamedFinding(
        "relationship.hindsight", "Level of the relationship of \(pairName(a, b)), \(year), in hindsight",
        ask(requests.relationship(a, b, hindsight: true)))
    ]
  }
}

extension String {
  /// The text with its first letter in upper case.
  package var leadingCapital: String { prefix(1).uppercased() + dropFirst() }
}
