import Record

extension Family {
  /// Levels of relationships as Entente fitted them.
  static let relationship = Family(
    name: "relationship",
    summary: "Level of the relationship of two states with its uncertainty, as fitted: in hindsight and as known then.",
    peer: "", units: dyadic, datasets: ["relationships"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.relationships, "relationships")
    let (table, frame) = (source.table, context.frame)
    var rows = [Int32](repeating: -1, count: frame.count)
    for i in 0..<table.count {
      frame.forRows(of: table.firsts[i], table.seconds[i], year: Int(table.years[i])) { row, _ in rows[row] = Int32(i) }
    }
    let nothing: [Double] = frame.filled(Double.encoded(.notMember), years: source.years)
    func values(_ value: (Int) -> Double) -> [Double] {
      rows.indices.map { rows[$0] < 0 ? nothing[$0] : value(Int(rows[$0])) }
    }
    func column(_ name: String, _ label: String, _ meaning: String, _ value: (Int) -> Double) -> PanelColumn {
      context.column(
        Variable(
          name, .number, label: label, unit: "standard deviations of pairs that are contiguous or have a great power",
          meaning: meaning + " 0 is a pair of which nothing is known; obligations are not in it.",
          dataset: "relationships",
          missing: "Both states must be members; outside the years of the fit never a value."),
        .numbers(values(value)), source)
    }
    let observed: [Int16] = frame.filled(Int16.encoded(.notMember), years: source.years)
    return [
      column("relationship", "Level of the relationship", "Posterior mean given all years.", table.mean),
      column(
        "relationship_sd", "Level of the relationship: error", "Posterior standard deviation given all years.",
        table.deviation),
      column(
        "relationship_then", "Level as known then",
        "Mean given the year and those before; the parameters are those of the whole fit.", table.filteredMean),
      column(
        "relationship_then_sd", "Level as known then: error", "Standard deviation given the year and those before.",
        table.filteredDeviation),
      context.column(
        Variable(
          "relationship_observed", .count, label: "Indicators observed", unit: "indicators",
          meaning: "Indicators with a value in the year; with none the level rests on other years alone.",
          dataset: "relationships",
          missing: "Both states must be members; outside the years of the fit never a value."),
        .shorts(
          rows.indices.map { rows[$0] < 0 ? observed[$0] : Int16(table.observed[Int(rows[$0])].nonzeroBitCount) }),
        source),
    ]
  }
}
