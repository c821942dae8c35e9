import Record

extension Family {
  /// Obligations of alliances.
  static let atop = Family(
    name: "atop", summary: "Alliance obligations by kind (ATOP).", peer: "add_atop_alliance", units: dyadic,
    datasets: ["atop"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.obligationYears, "atop")
    let (table, frame) = (source.table, context.frame)
    var kinds: [UInt8] = frame.filled(0, years: source.years)
    let isDirected = frame.dyads?.isDirected == true
    for i in 0..<table.count {
      let (obligor, beneficiary) = (table.obligors[i], table.beneficiaries[i])
      let (first, second) = isDirected || obligor < beneficiary ? (obligor, beneficiary) : (beneficiary, obligor)
      frame.forRow(from: first, to: second, year: Int(table.years[i])) { row in kinds[row] |= table.kinds[i] }
    }
    let direction = isDirected ? "of the first state to the second" : "of either state to the other"
    return flags.map { name, bits, label in
      context.column(
        Variable(
          "atop_\(name)", .flag, label: label,
          meaning: "1 if an alliance in force in the year holds \(bits == 31 ? "an obligation" : "this obligation") "
            + "\(direction).",
          dataset: "atop", missing: "Outside the years of the dataset; never 0 there.", directed: isDirected),
        .bytes(kinds.map { $0.missingCode == nil ? ($0 & bits == 0 ? 0 : 1) : $0 }), source)
    }
  }

  private static let flags: [(String, UInt8, String)] = [
    ("alliance", 31, "Alliance of any kind"), ("defense", 1, "Defense pledge"), ("offense", 2, "Offense pledge"),
    ("neutral", 4, "Neutrality pledge"), ("nonagg", 8, "Nonaggression pledge"), ("consul", 16, "Consultation pledge"),
  ]
}
