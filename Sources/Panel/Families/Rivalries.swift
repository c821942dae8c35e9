import Record

extension Family {
  /// Strategic rivalries.
  static let rivalries = Family(
    name: "rivalries", summary: "Strategic rivalries and their kinds; for state-years how many.",
    peer: "add_strategic_rivalries", units: anyUnit, datasets: ["tss-rivalries"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.rivalries, "tss-rivalries")
    return context.frame.dyads == nil ? rivalryCounts(context, source) : dyadicRivalries(context, source)
  }

  private static let rivalryKinds: [(name: String, bit: UInt8)] = [
    ("positional", 1), ("spatial", 2), ("ideological", 4), ("interventionary", 8),
  ]

  /// Austria-Hungary's rivalries that outlast it are Austria's from 1919.
  static func heir(_ state: UInt16, _ year: Int) -> UInt16 { state == 300 && year >= 1919 ? 305 : state }

  private static func dyadicRivalries(_ context: FamilyContext, _ source: Sourced<Rivalries>) -> [PanelColumn] {
    let (table, frame) = (source.table, context.frame)
    var ids: [Int16] = frame.filled(Int16.encoded(.undefined), years: source.years)
    var kinds: [UInt8] = frame.filled(0, years: source.years)
    for i in 0..<table.count {
      let (first, last) = (max(Int(table.startYears[i]), frame.years.lowerBound), Int(table.endYears[i]))
      guard first <= last else { continue }
      for year in first...last {
        frame.forRows(of: heir(table.firsts[i], year), heir(table.seconds[i], year), year: year) { row, _ in
          guard ids[row] < 0 else { return }
          ids[row] = Int16(clamping: table.ids[i])
          kinds[row] = table.kinds[i] & 15 | 64
        }
      }
    }
    func flag(_ name: String, _ label: String, _ bit: UInt8) -> PanelColumn {
      context.column(
        Variable(
          name, .flag, label: label, meaning: "1 if a strategic rivalry of this kind is under way in the year.",
          dataset: "tss-rivalries", missing: "Outside the years of the dataset; never 0 there."),
        .bytes(kinds.map { $0.missingCode == nil ? ($0 & bit == 0 ? 0 : 1) : $0 }), source)
    }
    let number = context.column(
      Variable(
        "tssr_id", .code, label: "Number of the strategic rivalry",
        meaning: "The publisher's number of the rivalry under way; of two the lower.", dataset: "tss-rivalries",
        missing: "Without a rivalry there is no number."), .shorts(ids), source)
    return [number] + rivalryKinds.map { flag($0.name, "Rivalry: \($0.name)", $0.bit) }
      + [flag("ongoingrivalry", "Strategic rivalry", 64)]
  }

  private static func rivalryCounts(_ context: FamilyContext, _ source: Sourced<Rivalries>) -> [PanelColumn] {
    let (table, system) = (source.table, context.frame.system)
    return rivalryKinds.flatMap { name, bit in
      var counts: [Int16] = StateCells(system: system, years: source.years).constant(Int16(0))
      for i in 0..<table.count where table.kinds[i] & bit != 0 {
        let (first, last) = (max(Int(table.startYears[i]), system.years.lowerBound), Int(table.endYears[i]))
        guard first <= last else { continue }
        for year in first...last {
          for state in [table.firsts[i], table.seconds[i]] {
            if let cell = system.cell(heir(state, year), year), counts[cell] >= 0 { counts[cell] += 1 }
          }
        }
      }
      return context.columns(
        .shorts(counts),
        Variable(
          "n_\(name)", .count, label: "Strategic rivalries, \(name)", unit: "rivalries",
          meaning: "Strategic rivalries of this kind under way in the year.", dataset: "tss-rivalries",
          missing: "Outside the years of the dataset; never 0 there."), source)
    }
  }
}
