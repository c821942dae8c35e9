import Evidence
import Record
import StateSystem

/// The rank of a state among all trading states in a year.
///
/// Formula: 1 + the number of states with larger imports plus exports (or one of the two) on national totals, million current US dollars.
/// Range: 1...n; 1 is first. Missing: a state without the flow is not covered and not ranked.
/// Errors: `ArgumentError` for an unknown state or flow. Complexity: O(states).
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: ranks on other statistics; China with Hong Kong ranks third in 2001 and without it sixth. A rank has no percentile.
enum WorldTradeRank {
  static let definition = MeasureDefinition(
    indexed: "trade.worldRank", panel: .exchange, unit: .rank,
    summary: "Rank of a state among all trading states in a year, by national totals.",
    arguments: [
      .init("of", "a state"), .init("year", "calendar year"), .init("flow", "total|exports|imports", default: "total"),
    ],
    example: "trade.worldRank of=CHN year=2001 flow=exports"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let year = try arguments.year()
    let flow = try arguments.choice("flow", ["total", "exports", "imports"])
    return arguments.finding(.exchange, .rank) { () throws(NotCovered) in
      guard let national = prepared.record.nationalTrade, let index = prepared.nationalTrade else {
        throw NotCovered(.notInstalled("cow-trade"))
      }
      if let reason = national.reasonNotCovered(year.value) { throw NotCovered(reason) }
      if let reason = Reason.notMember([state], in: year) { throw NotCovered(reason) }
      func amount(_ row: Int) -> Double {
        switch flow {
        case "exports": national.table.exports[row]
        case "imports": national.table.imports[row]
        default: national.table.imports[row] + national.table.exports[row]
        }
      }
      guard let row = index.row(of: state.id, in: year.value), !amount(row).isNaN else {
        throw NotCovered(
          .missing,
          "\(national.vintage.dataset) \(national.vintage.version) has no \(flow) of \(state.name(in: year)) in \(year)"
        )
      }
      let ranked = index.rows(of: year.value).filter { !amount($0).isNaN }
        .sorted { (amount($1), national.table.states[$0]) < (amount($0), national.table.states[$1]) }
      func rank(_ row: Int) -> Int { 1 + ranked.count { amount($0) > amount(row) } }
      let shown = ranked.prefix(5).contains(row) ? Array(ranked.prefix(5)) : ranked.prefix(5) + [row]
      return Answer(
        estimate: Estimate(
          Double(rank(row)), n: ranked.count,
          method:
            "rank by \(flow == "total" ? "imports plus exports" : flow) on national totals, million current US dollars; n is the number of states",
          sources: [national.source("year=\(year)", count: ranked.count)]),
        items: shown.map { row in
          let id = StateID(integerLiteral: national.table.states[row])
          return Finding.Item(
            id: id.description, label: State.name(of: id, on: year.middle), date: year.description,
            detail: "rank \(rank(row)): \(TradeWords.amount(amount(row))) million")
        },
        notes: national.caveats([state.id], year.value...year.value))
    }
  }
}
