import Charts
import Evidence
import Partnership
import StateSystem
import Validation

/// A partnership on the curve of the rung at which partnerships stop, in sentences.
struct LimitPositionText {
  let position: LimitPosition
  let names: Names

  var text: String {
    let curve = position.curve
    let stops = position.point.stops
    let chances = stops.map { stop in
      "rung \(stop.rung.rawValue)\(stop.rung == stops.first?.rung ? "" : " or lower") in \(Wording.percent(stop.chance, decimals: 0))\(Self.ends(stop.interval))"
    }
    return
      "Where partnerships under such pressure stop: the mean pressure on the two is \(Wording.fixed(position.pressure, 2)) (natural logarithm; 0: both weigh the same), \(Wording.ordinal(Int((position.place.value * 100).rounded()))) percentile of \(Wording.grouped(curve.triads)) triads of \(curve.firstYear)\u{2013}\(curve.lastYear). With evidence on the same rungs the limit is expected at \(Wording.list(chances)). \(found) \(slopes)\n"
  }

  private var found: String {
    let stops = position.point.stops
    switch position.outcome {
    case .at:
      guard let rung = position.rung, let own = stops.firstIndex(where: { $0.rung == rung }) else { return "" }
      let below = own > 0 ? stops[own - 1].chance : 0
      return
        "It was found at rung \(rung.rawValue), where \(Wording.percent(stops[own].chance - below, decimals: 0)) are expected."
    case .above, .contradicted:
      guard let last = stops.last else { return "" }
      return
        "It was found above every rung with evidence, where \(Wording.percent(1 - last.chance, decimals: 0)) are expected."
    case .unknown: return ""
    }
  }

  private var slopes: String {
    let curve = position.curve
    func slope(_ table: [LimitCurve.Coefficient]) -> String {
      guard let own = table.first(where: { $0.name == "pressure" }) else { return "unknown" }
      return "\(Wording.fixed(own.value, 3)) (error \(Wording.fixed(own.error, 3)))"
    }
    return
      "It says where such partnerships stopped, not why: the slope of stopping on pressure is \(slope(curve.alone)), with alliances, agreement, capabilities, contiguity and trade held fixed \(slope(curve.controlled))."
  }

  private static func ends(_ interval: Interval?) -> String {
    interval.map { " (\(Wording.fixed($0.low * 100, 0)) to \(Wording.percent($0.high, decimals: 0)))" } ?? ""
  }
}

/// The curve of the rung at which partnerships stop over cross-pressure, with a partnership on it.
public enum LimitCurveFigure {
  public static func curve(_ curve: LimitCurve, at position: (x: Double, label: String)? = nil) -> Figure {
    let points = curve.points
    let rungs = points.first?.stops.map(\.rung) ?? []
    let series = rungs.enumerated().map { place, rung in
      Series(
        place == 0 ? "at rung 1" : "at rung \(rung.rawValue) or lower",
        points.map { point in
          let stop = point.stops[place]
          return Series.Observation(
            point.pressure, .value(stop.chance, low: stop.interval?.low, high: stop.interval?.high))
        }, joinsUpTo: 100)
    }
    return LineChart(
      text: FigureText(
        title: "Where partnerships stop, by cross-pressure",
        subtitle:
          "Chance that the limit lies at or below a rung, with evidence on the three rungs of votes, by the mean over the partners of the natural logarithm of the trade share with the third power over that with the partner",
        source: "the ladder on COW, GSDB and UN data; COW trade",
        notes: [
          "\(Wording.grouped(curve.triads)) triads, \(curve.firstYear)\u{2013}\(curve.lastYear). 0: both weigh the same; to the right the third power weighs more. Continuation-ratio logit with a square, 95 % intervals clustered on pairs and on third powers in a window."
        ]),
      series: series, format: .percent(decimals: 0), xFormat: .number(decimals: 1), yTitle: "limit at or below",
      yDomain: 0...1, references: position.map { [LineChart.Reference($0.x, $0.label)] } ?? []
    ).figure
  }
}
