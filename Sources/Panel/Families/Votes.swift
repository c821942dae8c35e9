import Measures
import Record

extension Family {
  /// Similarity of votes in the General Assembly and of alliance portfolios.
  static let similarity = Family(
    name: "similarity",
    summary:
      "Agreement, S, kappa and pi: of votes in the UN General Assembly by calendar year, and of alliance portfolios.",
    peer: "add_fpsim", units: dyadic, datasets: ["un-votes", "atop", "cow-nmc"]
  ) { context throws(PanelError) in try votes(context) + portfolios(context) }

  private static func votes(_ context: FamilyContext) throws(PanelError) -> [PanelColumn] {
    let source = try context.need(context.record.rollCalls, "un-votes")
    // Families are made side by side already, so this one takes one worker.
    let similar = DyadSimilarities(source.table, by: .year, in: context.frame.years, workers: 1)
    let rows = SparseRows(
      context.frame, years: source.years, count: similar.count,
      key: { (similar.firsts[$0], similar.seconds[$0], Int(similar.periods[$0])) })
    let missing =
      "A dyad without a common roll call in the year has no value; kappa and pi have none without variation."
    let count = context.column(
      Variable(
        "un_votes", .count, label: "UN votes: common roll calls", unit: "roll calls",
        meaning: "Roll calls on which both voted.", dataset: source.vintage.dataset, missing: missing),
      rows.cells(similar.counts), source, positions: rows.positions)
    return [count]
      + zip(DyadSimilarities.names, similar.values).map { name, values in
        context.column(
          Variable(
            "un_" + name.replacing(".", with: "_"), .number, label: "UN votes: \(name)", unit: "coefficient",
            meaning: "Index \(name) over the roll calls of the calendar year on which both voted; docs/measures.",
            dataset: source.vintage.dataset, missing: missing),
          rows.cells(values), source, positions: rows.positions)
      }
  }

  private static func portfolios(_ context: FamilyContext) throws(PanelError) -> [PanelColumn] {
    let source = try context.need(context.record.obligationYears, "atop")
    let powers = try context.need(context.record.capabilities, "cow-nmc")
    let similar = PortfolioSimilarities(
      source.table, in: context.frame.years, weights: CapabilityWeights(powers.table), workers: 1)
    let rows = SparseRows(
      context.frame, years: source.years, count: similar.count,
      key: { (similar.firsts[$0], similar.seconds[$0], Int(similar.years[$0])) })
    func column(_ name: String, _ meaning: String, _ values: [Double]) -> PanelColumn {
      context.column(
        Variable(
          "atop_" + name.replacing(".", with: "_"), .number, label: "Alliance portfolios: \(name)", unit: "coefficient",
          meaning:
            "\(meaning) Commitments valued 3 defence or offence, 2 neutrality or nonaggression, 1 consultation, 0 none; own place 3.",
          dataset: source.vintage.dataset,
          missing: "Outside the years of the alliances never a value; kappa and pi have none without variation."),
        rows.cells(values), source, positions: rows.positions)
    }
    let width = PortfolioSimilarities.names.count
    return PortfolioSimilarities.names.enumerated().map { place, name in
      column(
        name, "Index \(name) over all members of the system.",
        (0..<similar.count).map { similar.cells[$0 * width + place] })
    }
      + zip(["s.weighted.absolute", "s.weighted.squared"], [similar.weightedAbsolute, similar.weightedSquared]).map {
        name, values in
        column(
          name,
          "S with each member of the system weighted by its capabilities (CINC); members without one are left out.",
          values)
      }
  }
}

/// Cells of a table with a row for some of the dyads and years, found by position.
private struct SparseRows {
  /// Position of each row of the panel: a row of the table, or one of the two reasons after them.
  let positions: [Int32]

  init(
    _ frame: Frame, years: ClosedRange<Int>, count: Int, key: (Int) -> (first: UInt16, second: UInt16, year: Int)
  ) {
    let end = Int32(count)
    let base = frame.years.map { years.contains($0) ? end + 1 : end }
    var positions = frame.offsets.map { base[Int($0)] }
    for i in 0..<count {
      let (first, second, year) = key(i)
      frame.forRows(of: first, second, year: year) { row, _ in positions[row] = Int32(i) }
    }
    self.positions = positions
  }

  func cells(_ values: [Int32]) -> Cells { .integers(values + [.encoded(.outsideYears), .encoded(.notMember)]) }

  /// NaN is undefined.
  func cells(_ values: [Double]) -> Cells {
    .numbers(
      values.map { $0.isNaN ? Double.encoded(.undefined) : $0 } + [.encoded(.outsideYears), .encoded(.notMember)])
  }
}
