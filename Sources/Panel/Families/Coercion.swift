import Record

extension Family {
  /// Sanctions.
  static let sanctions = Family(
    name: "sanctions", summary: "Sanctions of the first state on the second, by kind (GSDB).", peer: "", units: dyadic,
    datasets: ["gsdb"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.sanctions, "gsdb")
    let (table, frame) = (source.table, context.frame)
    var kinds: [UInt8] = frame.filled(0, years: source.years)
    var parties: [Int32: (senders: [UInt16], targets: [UInt16])] = [:]
    for i in table.partyCases.indices {
      if table.partyIsSender[i] == 1 {
        parties[table.partyCases[i], default: ([], [])].senders.append(table.parties[i])
      } else {
        parties[table.partyCases[i], default: ([], [])].targets.append(table.parties[i])
      }
    }
    let isDirected = frame.dyads?.isDirected == true
    for (i, number) in table.cases.enumerated() {
      guard let (senders, targets) = parties[number], table.beginYears[i] <= table.endYears[i] else { continue }
      for year in Int(table.beginYears[i])...Int(table.endYears[i]) where source.years.contains(year) {
        for sender in senders {
          for target in targets {
            let (first, second) = isDirected || sender < target ? (sender, target) : (target, sender)
            // Bit 64 is any kind; a case without a coded kind still is one.
            frame.forRow(from: first, to: second, year: year) { row in kinds[row] |= table.kinds[i] & 63 | 64 }
          }
        }
      }
    }
    let direction = isDirected ? "by the first state on the second" : "by either state on the other"
    let flags: [(String, UInt8, String)] = [
      ("sanction", 64, "any kind"), ("sanction_trade", 1, "trade"), ("sanction_arms", 2, "arms"),
      ("sanction_military", 4, "military assistance"), ("sanction_financial", 8, "finance"),
      ("sanction_travel", 16, "travel"),
    ]
    return flags.map { name, bit, label in
      context.column(
        Variable(
          name, .flag, label: "Sanctions, \(label)",
          meaning:
            "1 if sanctions (\(label)) \(direction) are in force in the year; senders that are blocs count by member.",
          dataset: "gsdb", missing: "Outside the years of the dataset; never 0 there.", directed: isDirected),
        .bytes(kinds.map { $0.missingCode == nil ? ($0 & bit == 0 ? 0 : 1) : $0 }), source)
    }
  }

  /// Arms transfers.
  static let arms = Family(
    name: "arms", summary: "Deliveries of major conventional arms between the two (SIPRI).", peer: "", units: dyadic,
    datasets: ["sipri-arms"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.transfers, "sipri-arms")
    let (table, frame) = (source.table, context.frame)
    var own: [Double] = frame.filled(0, years: source.years)
    var other = own
    for i in 0..<table.count where table.suppliers[i] != 0 && table.recipients[i] != 0 {
      frame.forRows(of: table.suppliers[i], table.recipients[i], year: Int(table.years[i])) { row, isReversed in
        if isReversed { other[row] += table.values[i] } else { own[row] += table.values[i] }
      }
    }
    return [("1", "first", "second", own), ("2", "second", "first", other)].map { place, supplier, recipient, values in
      context.column(
        Variable(
          "tiv\(place)", .number, label: "Arms from the \(supplier) state to the \(recipient)",
          unit: "million trend-indicator values",
          meaning: "Volume of major conventional arms delivered; 0 also where less than half a million. Not a price.",
          dataset: "sipri-arms", missing: "Outside the years of the dataset; never 0 there.", directed: true),
        .numbers(values), source)
    }
  }
}
