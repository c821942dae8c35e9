import Evidence
import Record
import StateSystem

/// The share of a partner in a state's exports in a year, on one of two bases.
///
/// Formula: `partners`: the partner's recorded imports from the state over the sum of all partners' recorded imports from it.
/// `mixed`: the partner's recorded imports over the exports that the state itself recorded; two reporters in one figure, as essays
/// often have it. Range: `partners` 0...1; `mixed` 0 and up, above 1 where the reporters contradict each other.
/// Missing: not covered where the partner's imports, or, for `mixed`, the national exports are missing.
/// Errors: `ArgumentError` for an unknown or repeated state or basis. Complexity: as `trade.share`.
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: `mixed` is no share in the strict sense; it is here because claims rest on it.
enum ExportShare {
  static let definition = MeasureDefinition(
    indexed: "trade.exportShare", panel: .exchange, unit: .share,
    summary: "Share of a partner in a state's exports, on the partners' records or on mixed records.",
    arguments: [
      .init("of", "the partner"), .init("for", "the exporter"), .init("year", "calendar year"),
      .init("basis", "partners|mixed: whose record of the exports is below the line", default: "partners"),
    ],
    example: "trade.exportShare of=USA for=CHN year=1998 basis=mixed"
  ) { prepared, arguments throws(ArgumentError) in
    let (partner, state) = try arguments.pair("of", "for")
    let year = try arguments.year()
    let isMixed = try arguments.choice("basis", ["partners", "mixed"]) == "mixed"
    return arguments.finding(.exchange, .share) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let imports = try index.imports(of: partner, from: state, year.value)
      let notes = index.sourced.caveats([state.id, partner.id], year.value...year.value)
      return isMixed
        ? try mixed(prepared, index, imports, partner, state, year, notes)
        : try onPartnersRecords(index, imports, partner, state, year, notes)
    }
  }

  private static func onPartnersRecords(
    _ index: TradeIndex, _ imports: Double, _ partner: State, _ state: State, _ year: Year, _ notes: [String]
  ) throws(NotCovered) -> Answer {
    let sums = try index.sums(of: state, year.value)
    guard sums.exports > 0 else { throw NotCovered(.undefined, "no partner recorded imports from \(state.name)") }
    let value = imports / sums.exports
    let (dyad, _) = try index.covered(state, partner, year.value)
    let earlier = index.series(dyad).filter { $0.year < year.value }.compactMap { trade -> Double? in
      guard let exports = index.sums.sums(of: state.id, in: trade.year)?.exports, exports > 0 else { return nil }
      let share = trade.imports(of: partner.id, in: dyad) / exports
      return share.isNaN ? nil : share
    }
    return Answer(
      estimate: Estimate(
        value, n: Int(sums.dyads),
        method:
          "imports of \(partner.name(in: year)) \(TradeWords.amount(imports)) over the imports of all partners \(TradeWords.amount(sums.exports)), each as the importer recorded them, million current US dollars",
        sources: [index.source(allOf: state.id, year.value, count: Int(sums.dyads))]),
      classes: [
        ComparisonClass(
          "all states' shares in another state's exports in \(year), partners' records",
          index.year(year.value).exportShares),
        .history("the partner's own earlier shares", earlier: earlier, present: value),
      ],
      notes: notes)
  }

  private static func mixed(
    _ prepared: PreparedRecord, _ index: TradeIndex, _ imports: Double, _ partner: State, _ state: State, _ year: Year,
    _ notes: [String]
  ) throws(NotCovered) -> Answer {
    guard let national = prepared.record.nationalTrade, let rows = prepared.nationalTrade else {
      throw NotCovered(.notInstalled("cow-trade"))
    }
    if let reason = national.reasonNotCovered(year.value) { throw NotCovered(reason) }
    guard let row = rows.row(of: state.id, in: year.value), national.table.exports[row] > 0 else {
      throw NotCovered(
        .missing, "\(index.dataset) has no exports of \(state.name(in: year)) in \(year) on its own records")
    }
    let exports = national.table.exports[row]
    let value = imports / exports
    let (dyad, _) = try index.covered(state, partner, year.value)
    let earlier = index.series(dyad).filter { $0.year < year.value }.compactMap { trade -> Double? in
      guard let row = rows.row(of: state.id, in: trade.year), national.table.exports[row] > 0 else { return nil }
      let share = trade.imports(of: partner.id, in: dyad) / national.table.exports[row]
      return share.isNaN ? nil : share
    }
    return Answer(
      estimate: Estimate(
        value, n: 2,
        method:
          "imports of \(partner.name(in: year)) \(TradeWords.amount(imports)) on its records over exports of \(state.name(in: year)) \(TradeWords.amount(exports)) on its own; two reporters, million current US dollars",
        sources: [
          index.source(dyad, "\(year)"), national.source("ccode=\(state.id) year=\(year), exports", count: 1),
        ]),
      classes: [.history("the partner's own earlier shares", earlier: earlier, present: value)], notes: notes)
  }
}
