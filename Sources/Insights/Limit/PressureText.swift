import Charts
import Evidence
import Partnership
import StateSystem
import Validation

/// The stakes of the partners and their places on the curves of the rung and of joining, for a terminal and a page.
struct PressureText {
  let names: Names
  let question: Question
  let stakes: Stakes
  let position: Covered<PressurePosition>?
  let limit: Covered<LimitPosition>?

  var text: String {
    var out = "\n## Cross-pressure, \(stakes.year)\n\n"
    out += LimitTable.text(
      ["partner", "at stake", "with \(names.third)", "with the partner", "ratio", "lowest to highest recording"],
      stakes.rows.map { row in
        [
          name(row.partner), row.stake, Self.value(row.withThird), Self.value(row.withPartner),
          row.ratio.map { Wording.value($0, .ratio) } ?? "",
          row.recordings.map { "\(Wording.value($0.low, .ratio)) to \(Wording.value($0.high, .ratio))" } ?? "",
        ]
      })
    if let symmetry = stakes.symmetry {
      out += "\nSymmetry of total trade, ln of \(names.a)'s ratio over \(names.b)'s: \(Wording.fixed(symmetry, 2))"
      if let range = stakes.symmetryRecordings {
        out += " (\(Wording.fixed(range.low, 2)) to \(Wording.fixed(range.high, 2)) over the recordings)"
      }
      out += "; 0 is equal.\n"
    }
    switch limit {
    case .covered(let position)?: out += "\n" + LimitPositionText(position: position, names: names).text
    case let position?: out += "\nOn the curve of the rung: \(position.reason?.detail ?? "not covered").\n"
    case nil: break
    }
    switch position {
    case .covered(let position)?: out += "\n" + Self.words(position, names, question)
    case let position?: out += "\nOn the curve of joining: \(position.reason?.detail ?? "not covered").\n"
    case nil: break
    }
    return out
  }

  private func name(_ state: StateID) -> String { (state == question.a ? names.a : names.b).leadingCapital }

  private static func value(_ finding: Finding) -> String {
    finding.value.map { Wording.value($0, finding.unit) } ?? "not covered"
  }

  static func words(_ position: PressurePosition, _ names: Names, _ question: Question) -> String {
    let curve = position.curve
    var out = ""
    for partner in position.partners {
      let name = partner.state == question.a ? names.a : names.b
      let other = partner.state == question.a ? names.b : names.a
      out +=
        "\(name.leadingCapital): pressure \(Wording.value(partner.ratio, .ratio)), \(Wording.ordinal(Int((partner.place.value * 100).rounded()))) percentile of \(Wording.grouped(partner.place.classSize)) ordered pairs against \(names.third). At that pressure a state joins its partner's disputes on \(Wording.percent(partner.rate.rate, decimals: 2)) of the occasions\(Self.ends(partner.rate.interval)); \(other)'s disputes with \(names.third) are such occasions.\n"
    }
    return out
      + "Curve over \(Wording.grouped(curve.occasions)) occasions of \(curve.firstYear)\u{2013}\(curve.lastYear), on \(Wording.grouped(curve.joined)) of which a state joined (\(Wording.percent(curve.baseRate, decimals: 2))). It says how often states under such pressure joined, not why: with obligations, capabilities and exposure held fixed the slope is \(slope(curve)).\n"
  }

  private static func ends(_ interval: Interval?) -> String {
    interval.map { " (\(Wording.percent($0.low, decimals: 2)) to \(Wording.percent($0.high, decimals: 2)))" } ?? ""
  }

  /// The coefficient of pressure with controls, against that without.
  static func slope(_ curve: PressureCurve) -> String {
    func one(_ coefficients: [PressureCurve.Coefficient]) -> String {
      guard let own = coefficients.first(where: { $0.name == "pressure" }) else { return "unknown" }
      return "\(Wording.fixed(own.value, 3)) (error \(Wording.fixed(own.error, 3)))"
    }
    return "\(one(curve.controlled)), without them \(one(curve.alone))"
  }
}

/// The curve of joining over cross-pressure with the partners of a triad on it.
public enum PressureFigure {
  public static func curve(_ curve: PressureCurve, at positions: [(x: Double, label: String)] = []) -> Figure {
    func reading(_ rate: Double, _ interval: Interval?) -> Charts.Reading {
      .value(rate, low: interval?.low, high: interval?.high)
    }
    let fitted = Series(
      "fitted", curve.points.map { Series.Observation($0.pressure, reading($0.rate, $0.interval)) })
    let tenths = Series(
      "observed, tenths",
      curve.tenths.map { tenth in
        Series.Observation(
          (tenth.low + tenth.high) / 2, reading(Double(tenth.joined) / Double(max(1, tenth.n)), tenth.interval))
      }, joinsUpTo: 100)
    return LineChart(
      text: FigureText(
        title: "Joining by cross-pressure",
        subtitle:
          "Share of occasions on which a state joined its partner's dispute, by the natural logarithm of its trade share with the opponent over that with the partner",
        source: "COW militarised disputes, COW trade",
        notes: [
          "\(Wording.grouped(curve.occasions)) occasions, \(curve.firstYear)\u{2013}\(curve.lastYear), \(curve.joined) joined. 0: both weigh the same; to the right the opponent weighs more. Fitted: logit with a square, 95 % intervals clustered on disputes and pairs; tenths: Wilson 95 %."
        ]),
      series: [fitted, tenths], format: .percent(decimals: 2), xFormat: .number(decimals: 1), yTitle: "joined",
      references: positions.map { LineChart.Reference($0.x, $0.label) }
    ).figure
  }
}
