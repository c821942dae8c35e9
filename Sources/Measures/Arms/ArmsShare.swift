import Evidence
import Record
import StateSystem

/// The share of a supplier in the major conventional arms delivered to a state.
///
/// Formula: trend-indicator values delivered by the supplier over those delivered by all suppliers, summed over the years. Range: 0...1.
/// Missing: undefined where nothing was delivered; otherwise as in `arms.deliveries`.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(rows) once a range of years.
/// Source: SIPRI Arms Transfers Database; Kinsella (1998), doi:10.1177/0022343398035001002.
/// Not for: share of the arms in service; own production is not counted.
enum ArmsShare {
  static let definition = MeasureDefinition(
    indexed: "arms.share", panel: .exchange, unit: .share,
    summary: "Share of a supplier in the arms delivered to a state.",
    arguments: ArmsDeliveries.arguments, example: "arms.share from=RUS to=CHN years=1997-2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (supplier, recipient) = try arguments.pair("from", "to")
    let asked = try arguments.range("years")
    return arguments.finding(.exchange, .share) { () throws(NotCovered) in
      guard let index = prepared.transfers else { throw NotCovered(.notInstalled("sipri-arms")) }
      let years = try index.covered(asked)
      try index.check([supplier, recipient], years)
      let sums = index.sums(years)
      let total = sums.totals[recipient.id] ?? 0
      guard total > 0 else {
        throw NotCovered(
          .undefined,
          "no deliveries to \(recipient.sentenceName(in: Year(years.upperBound))) are recorded in \(TransferIndex.text(years)), so there is no share"
        )
      }
      let delivered = sums.deliveries(from: supplier.id, to: recipient.id)
      let value = delivered / total
      let series = index.series(from: supplier.id, to: recipient.id)
      let earlier = index.earlierRanges(years).compactMap { span -> Double? in
        let all: Double = span.reduce(0) { $0 + (series[$1]?.total ?? 0) }
        let pair: Double = span.reduce(0) { $0 + (series[$1]?.pair ?? 0) }
        return all > 0 ? pair / all : nil
      }
      let suppliers = sums.suppliers(of: recipient.id)
      return Answer(
        estimate: Estimate(
          value, n: suppliers.count,
          method:
            "\(TradeWords.amount(delivered)) of \(TradeWords.amount(total)) million trend-indicator values; volumes, without interval; n is the number of suppliers",
          sources: [
            index.sourced.source("recipient_ccode=\(recipient.id) year=\(TransferIndex.text(years))")
          ]),
        classes: [
          ComparisonClass(
            "all suppliers' shares in a recipient's deliveries in \(TransferIndex.text(years))", sums.shares),
          .history("the supplier's own earlier spans of the same length", earlier: earlier, present: value),
        ],
        items: sums.items(of: recipient.id, years),
        distribution: Distribution(of: sums.shares, from: 0, to: 1, bins: 50),
        notes: index.notes(asked: asked, covered: years))
    }
  }
}

extension TransferSums {
  /// The five largest suppliers of a recipient.
  func items(of recipient: StateID, _ years: ClosedRange<Int>) -> [Finding.Item] {
    let day = Year(years.upperBound).middle
    return suppliers(of: recipient).prefix(5).enumerated().map { place, supplier in
      let state = Int(supplier.id).flatMap { StateID($0) }
      return Finding.Item(
        id: supplier.id, label: state.map { State.name(of: $0, on: day) } ?? supplier.id,
        date: years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)/\(years.upperBound)",
        detail: "rank \(place + 1): \(TradeWords.amount(supplier.value)) million")
    }
  }
}
