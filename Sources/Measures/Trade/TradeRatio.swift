import Evidence
import Record
import StateSystem

/// A state's trade with one partner over its trade with another.
///
/// Formula: `totals`: total(a, b) / total(a, over); `imports`: imports of a from b / imports of a from `over`, both on a's records.
/// Range: 0 and up; above 1 the first partner weighs more.
/// Missing: not covered where a part is not; undefined where the trade below the line is 0.
/// Errors: `ArgumentError` for an unknown or repeated state or basis. Complexity: O(dyads of the year).
/// Source: Barbieri, Keshk and Pollins (2009), doi:10.1177/0738894209343887.
/// Not for: a ratio on a state's own statistics: whose records are counted can double it, so the basis is printed.
enum TradeRatio {
  static let definition = MeasureDefinition(
    indexed: "trade.ratio", panel: .exchange, unit: .ratio,
    summary: "A state's trade with one partner over its trade with another, on totals or on its own import records.",
    arguments: [
      .init("a", "the state"), .init("b", "the partner above the line"), .init("over", "the partner below the line"),
      .init("year", "calendar year"), .init("basis", "totals|imports", default: "totals"),
    ],
    example: "trade.ratio a=CHN b=USA over=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let (_, over) = try arguments.pair("a", "over")
    let year = try arguments.year()
    let isImports = try arguments.choice("basis", ["totals", "imports"]) == "imports"
    return arguments.finding(.exchange, .ratio) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      return try index.ratio(of: a, b, over: over, year, isImports: isImports)
    }
  }
}

extension TradeIndex {
  func ratio(of a: State, _ b: State, over: State, _ year: Year, isImports: Bool) throws(NotCovered) -> Answer {
    func trade(_ partner: State) throws(NotCovered) -> Double {
      isImports ? try imports(of: a, from: partner, year.value) : try total(a, partner, year.value)
    }
    let above = try trade(b)
    let below = try trade(over)
    guard below > 0 else {
      throw NotCovered(
        .undefined, "the recorded trade with \(over.sentenceName(in: year)) in \(year) is 0, so there is no ratio")
    }
    let value = above / below
    let names = "\(b.sentenceName(in: year)) over trade with \(over.sentenceName(in: year))"
    let earlier = ratios(of: a, b.id, over.id, before: year.value, isImports: isImports)
    let dyads = [Dyad(a.id, b.id), Dyad(a.id, over.id)].compactMap { $0 }
    return Answer(
      estimate: Estimate(
        value, n: 2,
        method:
          "\(TradeWords.amount(above)) over \(TradeWords.amount(below)): \(isImports ? "imports of \(a.name(in: year)) on its own records" : "sums of both importers' records"), million current US dollars",
        sources: dyads.map { source($0, "\(year)") }),
      classes: [
        ComparisonClass(
          "all states' trade with \(names) in \(year)", ratios(b.id, over.id, year.value, isImports: isImports)),
        .history("the state's own earlier years", earlier: earlier, present: value),
      ],
      notes: sourced.caveats([a.id, b.id, over.id], year.value...year.value))
  }

  /// The ratio of every state that trades with both.
  private func ratios(_ b: StateID, _ over: StateID, _ year: Int, isImports: Bool) -> [Double] {
    func flows(_ partner: StateID) -> [StateID: Double] {
      var flows: [StateID: Double] = [:]
      for entry in partners(of: partner, in: year) {
        flows[entry.partner] =
          isImports
          ? Dyad(partner, entry.partner).map { entry.trade.imports(of: entry.partner, in: $0) } : entry.trade.total
      }
      return flows
    }
    let below = flows(over)
    return flows(b).sorted { $0.key < $1.key }.compactMap { state, above in
      guard let divisor = below[state], divisor > 0, !above.isNaN else { return nil }
      return above / divisor
    }
  }

  /// The state's ratio in each earlier year.
  private func ratios(of a: State, _ b: StateID, _ over: StateID, before year: Int, isImports: Bool) -> [Double] {
    guard let above = Dyad(a.id, b), let below = Dyad(a.id, over) else { return [] }
    let divisors = Dictionary(series(below).map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    return series(above).filter { $0.year < year }.compactMap { trade in
      guard let other = divisors[trade.year] else { return nil }
      let ratio =
        isImports
        ? trade.imports(of: a.id, in: above) / other.imports(of: a.id, in: below) : trade.total / other.total
      return ratio.isFinite ? ratio : nil
    }
  }
}
