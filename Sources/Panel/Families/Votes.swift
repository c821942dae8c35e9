import Measures
import Record

extension Family {
  /// Similarity of votes in the General Assembly.
  static let similarity = Family(
    name: "similarity", summary: "Agreement, S, kappa and pi of votes in the UN General Assembly, by session.",
    peer: "add_fpsim", units: dyadic, datasets: ["un-votes"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.rollCalls, "un-votes")
    let frame = context.frame
    // Families are made side by side already, so this one takes one worker.
    let similar = DyadSimilarities(source.table, workers: 1)
    let end = Int32(similar.count)
    // Sessions carry the year in which they open.
    let base = frame.years.map { source.years.contains($0) ? end + 1 : end }
    var positions = frame.offsets.map { base[Int($0)] }
    for i in 0..<similar.count {
      frame.forRows(of: similar.firsts[i], similar.seconds[i], year: Int(similar.periods[i]) + 1945) { row, _ in
        positions[row] = Int32(i)
      }
    }
    let reasons = [Double.encoded(.outsideYears), Double.encoded(.notMember)]
    func column(_ name: String, _ kind: Variable.Kind, _ label: String, _ meaning: String, _ values: Cells)
      -> PanelColumn
    {
      context.column(
        Variable(
          name, kind, label: label, unit: kind == .count ? "roll calls" : "coefficient", meaning: meaning,
          dataset: source.vintage.dataset,
          missing:
            "A dyad without a common roll call in the session has no value; kappa and pi have none without variation."
        ), values, source, positions: positions)
    }
    let counts = similar.counts + [Int32.encoded(.outsideYears), Int32.encoded(.notMember)]
    let made = zip(DyadSimilarities.names, similar.values).map { name, values in
      column(
        "un_" + name.map { $0 == "." ? "_" : String($0) }.joined(), .number, "UN votes: \(name)",
        "Index \(name) over the roll calls of the session that opens in the year on which both voted; docs/measures.",
        .numbers(values.map { $0.isNaN ? Double.encoded(.undefined) : $0 } + reasons))
    }
    return [
      column("un_votes", .count, "UN votes: common roll calls", "Roll calls on which both voted.", .integers(counts))
    ]
      + made
  }
}
