import Evidence
import Record
import StateSystem

/// Major conventional arms delivered by one state to another.
///
/// Formula: sum over the years of SIPRI trend-indicator values, million. Range: 0 and up. Volume of military resources, not price.
/// Missing: between states and years that the source covers no row means no delivery, which is 0. Years outside are not
/// covered; a range that lies partly outside is cut, with a note.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(rows) once a range of years.
/// Source: SIPRI Arms Transfers Database; Holtom, Bromley and Simmel (2012), "Measuring international arms transfers", SIPRI.
/// Not for: value of contracts; small arms; licences and know-how.
enum ArmsDeliveries {
  static let arguments: [MeasureDefinition.Argument] = [
    .init("from", "the supplier"), .init("to", "the recipient"), .init("years", "a year or a range, 1997-2001"),
  ]

  static let definition = MeasureDefinition(
    indexed: "arms.deliveries", panel: .exchange, unit: .tivMillion,
    summary: "Major conventional arms delivered by one state to another, in SIPRI trend-indicator values.",
    arguments: arguments, example: "arms.deliveries from=RUS to=CHN years=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (supplier, recipient) = try arguments.pair("from", "to")
    let asked = try arguments.range("years")
    return arguments.finding(.exchange, .tivMillion) { () throws(NotCovered) in
      guard let index = prepared.transfers else { throw NotCovered(.notInstalled("sipri-arms")) }
      let years = try index.covered(asked)
      try index.check([supplier, recipient], years)
      let sums = index.sums(years)
      let value = sums.deliveries(from: supplier.id, to: recipient.id)
      let series = index.series(from: supplier.id, to: recipient.id)
      let earlier = index.earlierRanges(years).map { $0.reduce(0.0) { $0 + (series[$1]?.pair ?? 0) } }
      return Answer(
        estimate: Estimate(
          value, n: years.count { (series[$0]?.pair ?? 0) > 0 },
          method:
            "sum of trend-indicator values of deliveries, million; a volume, without interval; n is the years with deliveries",
          sources: [
            index.sourced.source(
              "supplier_ccode=\(supplier.id) recipient_ccode=\(recipient.id) year=\(TransferIndex.text(years))")
          ]),
        classes: [
          ComparisonClass(
            "all pairs of supplier and recipient with deliveries in \(TransferIndex.text(years))",
            Array(sums.pairs.values)),
          .history("the pair's own earlier spans of the same length", earlier: earlier, present: value),
        ],
        notes: index.notes(asked: asked, covered: years))
    }
  }
}
