import Evidence
import Record
import StateSystem

/// How concentrated a state's arms supply is.
///
/// Formula: sum over suppliers of the squared share of the trend-indicator values delivered (Herfindahl-Hirschman index). Range: 0...1; 1 is a
/// single supplier, 1/k is k equal ones. Missing: undefined where nothing was delivered; otherwise as in `arms.deliveries`.
/// Errors: `ArgumentError` for an unknown state. Complexity: O(rows) once a range of years.
/// Source: Hirschman (1964), "The Paternity of an Index", American Economic Review 54(5): 761; Kinsella (1998),
/// doi:10.1177/0022343398035001002.
/// Not for: dependence on a named supplier (`arms.share`), or of states that make their own arms.
enum ArmsDependence {
  static let definition = MeasureDefinition(
    indexed: "arms.dependence", panel: .exchange, unit: .coefficient,
    summary: "Concentration of a state's arms suppliers; 1 is a single supplier.",
    arguments: [.init("to", "the recipient"), .init("years", "a year or a range, 1997-2001")],
    example: "arms.dependence to=CHN years=1997-2001"
  ) { prepared, arguments throws(ArgumentError) in
    let recipient = try arguments.state("to")
    let asked = try arguments.range("years")
    return arguments.finding(.exchange, .coefficient) { () throws(NotCovered) in
      guard let index = prepared.transfers else { throw NotCovered(.notInstalled("sipri-arms")) }
      let years = try index.covered(asked)
      try index.check([recipient], years)
      let sums = index.sums(years)
      guard let value = sums.concentration(of: recipient.id) else {
        throw NotCovered(
          .undefined,
          "no deliveries to \(recipient.sentenceName(in: Year(years.upperBound))) are recorded in \(TransferIndex.text(years))"
        )
      }
      let earlier = index.concentrations(of: recipient.id, in: index.earlierRanges(years))
      return Answer(
        estimate: Estimate(
          value, n: sums.suppliers(of: recipient.id).count,
          method: "Herfindahl-Hirschman index of the suppliers' shares; without interval; n is the number of suppliers",
          sources: [
            index.sourced.source("recipient_ccode=\(recipient.id) year=\(TransferIndex.text(years))")
          ]),
        classes: [
          ComparisonClass("all recipients with deliveries in \(TransferIndex.text(years))", sums.concentrations),
          .history("the recipient's own earlier spans of the same length", earlier: earlier, present: value),
        ],
        items: sums.items(of: recipient.id, years),
        distribution: Distribution(of: sums.concentrations, from: 0, to: 1, bins: 50),
        notes: index.notes(asked: asked, covered: years))
    }
  }
}
