import Evidence
import StateSystem

extension PanelBuilder {
  var exchange: PanelResult {
    PanelResult(.exchange, findings: trade + shares + arms + institutions, series: tradeSeries + tieSeries)
  }

  private var trade: [NamedFinding] {
    var findings = dyads.map {
      NamedFinding(
        "trade.\($0.role)", "Trade of \(pairName($0.x, $0.y)), \(year)", ask(requests.tradeTotal($0.x, $0.y, year)))
    }
    findings.append(
      NamedFinding("trade.growth", "Growth of trade of \(pairName(a, b)), \(year)", ask(requests.tradeGrowth(year))))
    for (role, state) in [("a", a), ("b", b)] {
      let other = state == a ? b : a
      findings += [
        NamedFinding(
          "pressure.\(role)",
          "\(name(state).leadingCapital): trade with \(name(h)) over trade with \(name(other)), \(year)",
          ask(requests.crossPressure(state, year))),
        NamedFinding(
          "pressure.imports.\(role)",
          "\(name(state).leadingCapital): imports from \(name(h)) over imports from \(name(other)), \(year)",
          ask(requests.crossPressure(state, year, basis: "imports"))),
        NamedFinding(
          "world.\(role)", "\(name(state).leadingCapital): rank among trading states, \(year)",
          ask(requests.worldRank(of: state, year))),
      ]
    }
    return findings
  }

  private var shares: [NamedFinding] {
    var findings: [NamedFinding] = []
    for (role, state) in [("a", a), ("b", b)] {
      let other = state == a ? b : a
      for (kind, partner) in [("partner", other), ("third", h)] {
        findings += [
          NamedFinding(
            "rank.\(kind).\(role)", "Rank of \(name(partner)) among \(name(state).possessive) trade partners, \(year)",
            ask(requests.tradeRank(of: partner, for: state, year))),
          NamedFinding(
            "rank.previous.\(kind).\(role)",
            "Rank of \(name(partner)) among \(name(state).possessive) trade partners, \(year - 1)",
            ask(requests.tradeRank(of: partner, for: state, year - 1))),
          NamedFinding(
            "rank.blocs.\(kind).\(role)",
            "The same with EU-15 and ASEAN as one partner each, \(year)",
            ask(requests.tradeRank(of: partner, for: state, year, blocs: true))),
          NamedFinding(
            "share.\(kind).\(role)", "Share of \(name(partner)) in \(name(state).possessive) trade, \(year)",
            ask(requests.tradeShare(of: partner, for: state, year))),
          NamedFinding(
            "gdp.\(kind).\(role)", "Trade with \(name(partner)) over \(name(state).possessive) GDP, \(year)",
            ask(requests.tradeGDPShare(of: partner, for: state, year))),
          NamedFinding(
            "exports.partners.\(kind).\(role)",
            "Share of \(name(partner)) in \(name(state).possessive) exports, on the partners' records, \(year)",
            ask(requests.exportShare(of: partner, for: state, year, basis: "partners"))),
          NamedFinding(
            "exports.mixed.\(kind).\(role)",
            "\(name(partner).leadingCapital.possessive) recorded imports over \(name(state).possessive) recorded exports, \(year)",
            ask(requests.exportShare(of: partner, for: state, year, basis: "mixed"))),
        ]
      }
    }
    return findings
  }

  private var arms: [NamedFinding] {
    let years = question.windowRange
    let span = "\(years.lowerBound)-\(years.upperBound)"
    return [("b-to-a", b, a), ("a-to-b", a, b), ("third-to-a", h, a), ("third-to-b", h, b)].flatMap { role, from, to in
      [
        NamedFinding(
          "arms.share.\(role)", "Share of \(name(from)) in arms delivered to \(name(to)), \(span)",
          ask(requests.armsShare(from: from, to: to, years))),
        NamedFinding(
          "arms.deliveries.\(role)", "Arms delivered by \(name(from)) to \(name(to)), \(span)",
          ask(requests.armsDeliveries(from: from, to: to, years))),
      ]
    }
  }

  private var institutions: [NamedFinding] {
    dyads.map {
      NamedFinding(
        "igo.\($0.role)", "Intergovernmental organisations with \(pairName($0.x, $0.y)) as members, \(year)",
        ask(requests.jointMemberships($0.x, $0.y, year)))
    }
  }

  private var tradeSeries: [SeriesResult] {
    let years = question.seriesRange
    let totals = dyads.map { dyad in
      series("trade.\(dyad.role)", pairName(dyad.x, dyad.y), years) { requests.tradeTotal(dyad.x, dyad.y, $0) }
    }
    let pressure = [("a", a), ("b", b)].flatMap { role, state in
      [
        series("pressure.\(role)", name(state), years) { requests.crossPressure(state, $0) },
        series("exports.mixed.third.\(role)", name(state), years) {
          requests.exportShare(of: h, for: state, $0, basis: "mixed")
        },
        series("exports.partners.third.\(role)", name(state), years) {
          requests.exportShare(of: h, for: state, $0, basis: "partners")
        },
      ]
    }
    return totals + pressure
  }

  private var tieSeries: [SeriesResult] {
    let years = question.seriesRange
    let ranks: [(String, StateID, StateID)] = [
      ("rank.partner.a", b, a), ("rank.partner.b", a, b), ("rank.third.a", h, a), ("rank.third.b", h, b),
    ]
    let lines = ranks.map { id, of, state in
      series(id, "\(name(of)) for \(name(state))", years) { requests.tradeRank(of: of, for: state, $0) }
    }
    let deliveries = [("arms.b-to-a", b, a), ("arms.a-to-b", a, b)].map { id, from, to in
      series(id, "\(name(from)) to \(name(to))", years) { requests.armsShare(from: from, to: to, $0...$0) }
    }
    let joint = dyads.map { dyad in
      series("igo.\(dyad.role)", pairName(dyad.x, dyad.y), years) { requests.jointMemberships(dyad.x, dyad.y, $0) }
    }
    return lines + deliveries + joint
  }
}
