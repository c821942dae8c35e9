import Evidence
import Record
import StateSystem

/// How far apart two states' regimes are.
///
/// Formula: |x_a - x_b| on the scale named by `measure`. Range: 0...1 (polyarchy) or 0...20 (polity2); 0 is alike.
/// Missing: not covered where one of the scores is not.
/// Errors: `ArgumentError` for an unknown or repeated state or scale. Complexity: O(states²) once a call.
/// Source: as `regime.polyarchy` and `regime.polity2`.
/// Not for: likeness of aims; two autocracies can be at 0 for opposite reasons.
enum RegimeDistance {
  static let definition = MeasureDefinition(
    indexed: "regime.distance", panel: .convergence, unit: .coefficient,
    summary: "Distance of two states' regimes on V-Dem's or Polity's scale.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("year", "calendar year"),
      .init("measure", "polyarchy|polity2", default: "polyarchy"),
    ],
    example: "regime.distance a=CHN b=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let year = try arguments.year()
    let scale =
      RegimeScale(rawValue: try arguments.choice("measure", RegimeScale.allCases.map(\.rawValue))) ?? .polyarchy
    return arguments.finding(.convergence, .coefficient) { () throws(NotCovered) in
      let figure = try scale.figure(prepared)
      let first = try figure.covered(a, year)
      let second = try figure.covered(b, year)
      let value = (first - second).magnitude
      let scores = figure.all(year.value)
      let distances = scores.indices.flatMap { i in scores[(i + 1)...].map { (scores[i] - $0).magnitude } }
      let earlier = figure.index.rows(of: a.id, before: year.value).compactMap { earlier -> Double? in
        guard let other = figure.index.row(of: b.id, in: earlier.year) else { return nil }
        let distance = (figure.value(earlier.row) - figure.value(other)).magnitude
        return distance.isFinite ? distance : nil
      }
      return Answer(
        estimate: Estimate(
          value, n: 2, method: "\(figure.words) of both, absolute difference; without interval",
          sources: [
            Source(
              dataset: figure.vintage.dataset, version: figure.vintage.version,
              rows: "ccode in {\(a.id), \(b.id)} year=\(year), \(figure.column)", rowCount: 2)
          ]),
        classes: [
          ComparisonClass("all dyads of states with a score in \(year)", distances),
          .history("the pair's own earlier years", earlier: earlier, present: value),
        ],
        distribution: Distribution(of: distances, from: 0, to: scale.span, bins: scale == .polity2 ? 20 : 50))
    }
  }
}
