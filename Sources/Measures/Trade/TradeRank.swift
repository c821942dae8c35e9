import Evidence
import Record
import StateSystem

/// The rank of a partner among a state's trade partners in a year.
///
/// Formula: 1 + the number of partners whose trade with the state is larger; trade is the sum of the recorded flows in both directions.
/// With `blocs=eu15-asean` the EU-15 and ASEAN-10 are one partner each, in every year; a state in a bloc gets the bloc's rank.
/// Range: 1...n, where n is the number of partners; 1 is first.
/// Missing: not covered without a row, or where one side of the pair's own trade is missing; other partners with a missing side
/// are ranked by the recorded side, and the note counts the missing flows.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(dyads of the year).
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: ranks on one state's own statistics; Hong Kong and Macao are not partners here. A rank is its own place among
/// the partners, so it has no percentile.
enum TradeRank {
  static let definition = MeasureDefinition(
    indexed: "trade.rank", panel: .exchange, unit: .rank,
    summary: "Rank of a partner among a state's trade partners in a year.",
    arguments: [
      .init("of", "the partner"), .init("for", "the state whose partners are ranked"), .init("year", "calendar year"),
      .init("blocs", "none|eu15-asean: whether EU-15 and ASEAN are one partner each", default: "none"),
    ],
    example: "trade.rank of=RUS for=CHN year=2001 blocs=eu15-asean"
  ) { prepared, arguments throws(ArgumentError) in
    let (partner, state) = try arguments.pair("of", "for")
    let year = try arguments.year()
    let blocs = TradeBlocs(rawValue: try arguments.choice("blocs", TradeBlocs.allCases.map(\.rawValue))) ?? .none
    return arguments.finding(.exchange, .rank) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      _ = try index.total(state, partner, year.value)
      let sums = try index.sums(of: state, year.value)
      let ranking = PartnerRanking(index.partners(of: state.id, in: year.value), blocs: blocs)
      guard let place = ranking.partner(partner.id) else {
        throw NotCovered(.missing, "\(partner.name) is not among the partners of \(state.name) in \(year)")
      }
      var notes = index.sourced.caveats([state.id, partner.id], year.value...year.value)
      if let bloc = blocs.bloc(of: partner.id) {
        notes.append("\(partner.sentenceName(in: year)) is counted in \(bloc)")
      }
      if sums.missing > 0 {
        notes.append("\(sums.missing) missing flows of \(state.sentenceName(in: year)) are left out")
      }
      let first = ranking.partners.prefix(5)
      let shown = first.contains { $0.party == place.party } ? Array(first) : first + [place]
      return Answer(
        estimate: Estimate(
          Double(ranking.rank(of: place)), n: ranking.partners.count,
          method:
            "rank by the sum of both importers' records, million current US dollars\(blocs == .none ? "" : "; EU-15 and ASEAN-10 as one partner each"); n is the number of partners",
          sources: [index.source(allOf: state.id, year.value, count: Int(sums.dyads))]),
        items: shown.map { partner in
          Finding.Item(
            id: partner.id, label: partner.name(in: year), date: year.description,
            detail: "rank \(ranking.rank(of: partner)): \(TradeWords.amount(partner.trade)) million")
        },
        notes: notes)
    }
  }
}
