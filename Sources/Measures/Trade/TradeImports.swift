import Evidence
import Record
import StateSystem

/// Imports of one state from another in a year.
///
/// Formula: the flow as the importer recorded it; million current US dollars. Range: 0 and up; 0 is a recorded zero.
/// Missing: as in `trade.total`; a flow marked missing is not covered.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: as `trade.total`.
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: the exporter's statistics, which can differ by half.
enum TradeImports {
  static let definition = MeasureDefinition(
    indexed: "trade.imports", panel: .exchange, unit: .currentUSDMillion,
    summary: "Imports of one state from another in a year, as the importer recorded them.",
    arguments: [.init("of", "the importer"), .init("from", "the exporter"), .init("year", "calendar year")],
    example: "trade.imports of=CHN from=USA year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (importer, exporter) = try arguments.pair("of", "from")
    let year = try arguments.year().value
    return arguments.finding(.exchange, .currentUSDMillion) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let value = try index.imports(of: importer, from: exporter, year)
      let (dyad, _) = try index.covered(importer, exporter, year)
      let earlier = index.series(dyad).filter { $0.year < year }.map { $0.imports(of: importer.id, in: dyad) }
        .filter { !$0.isNaN }
      return Answer(
        estimate: Estimate(
          value, n: 1, method: "\(TradeWords.flows); \(TradeWords.noInterval)", sources: [index.source(dyad, "\(year)")]
        ),
        classes: [
          ComparisonClass("all recorded flows between two states in \(year)", index.year(year).imports),
          .history("the flow's own earlier years", earlier: earlier, present: value),
        ],
        notes: index.sourced.caveats([importer.id, exporter.id], year...year))
    }
  }
}
