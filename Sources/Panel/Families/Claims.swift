import Record

extension Family {
  /// Strategic rivalries of the earlier list.
  static let rivalriesTD = Family(
    name: "td-rivalries", summary: "Rivalries of the Handbook of International Rivalries (Thompson and Dreyer).",
    peer: "",
    units: dyadic, datasets: ["td-rivalries"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.rivalriesTD, "td-rivalries")
    let table = source.table
    return [
      spellFlag(
        context, source, "td_rivalry", "Rivalry (Thompson and Dreyer)", "1 if a rivalry of that list is under way.",
        "td-rivalries", table.firsts, table.seconds, table.startYears, table.endYears)
    ]
  }

  /// Arms races.
  static let armsRaces = Family(
    name: "arms-races", summary: "Arms races between strategic rivals (Gibler, Rider and Hutchison).", peer: "",
    units: dyadic, datasets: ["arms-races"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.armsRaces, "arms-races")
    let table = source.table
    return [
      spellFlag(
        context, source, "armsrace", "Arms race",
        "1 if an arms race of the two is under way. They were looked for among strategic rivals only.", "arms-races",
        table.firsts, table.seconds, table.startYears, table.endYears)
    ]
  }

  /// Claims to territory.
  static let claims = Family(
    name: "claims", summary: "Claims of the first state to territory of the second (ICOW).", peer: "", units: dyadic,
    datasets: ["icow-claims"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.territorialClaims, "icow-claims")
    let (table, frame) = (source.table, context.frame)
    var counts: [Int16] = frame.filled(0, years: source.years)
    var salience = counts
    let isDirected = frame.dyads?.isDirected == true
    for i in 0..<table.count {
      let last = table.endYears[i] <= 0 ? source.years.upperBound : Int(table.endYears[i])
      guard Int(table.beginYears[i]) <= last else { continue }
      let (challenger, target) = (table.challengers[i], table.targets[i])
      let (first, second) = isDirected || challenger < target ? (challenger, target) : (target, challenger)
      for year in Int(table.beginYears[i])...last where source.years.contains(year) {
        frame.forRow(from: first, to: second, year: year) { row in
          guard table.endYears[i] >= 0, counts[row] >= 0 else {
            // The end of a claim is not known: whether there is one is not known either.
            counts[row] = Int16.encoded(.missing)
            salience[row] = Int16.encoded(.missing)
            return
          }
          counts[row] += 1
          salience[row] = max(salience[row], table.salience[i])
        }
      }
    }
    let direction =
      isDirected ? "of the first state to territory of the second" : "of either state to territory of the other"
    for row in counts.indices where counts[row] == 0 { salience[row] = Int16.encoded(.undefined) }
    return [
      context.column(
        Variable(
          "terrclaims", .count, label: "Territorial claims", unit: "claims",
          meaning: "Claims \(direction) under way in the year.", dataset: "icow-claims",
          missing: "Outside the years of the dataset, and after a claim whose end is not known; never 0 there.",
          directed: isDirected), .shorts(counts), source),
      context.column(
        Variable(
          "terrclaim_salience", .number, label: "Salience of territorial claims", unit: "0 to 12",
          meaning: "Highest salience of the claims \(direction) under way; 0 where it is not coded.",
          dataset: "icow-claims", missing: "Without a claim it does not apply.", directed: isDirected),
        .shorts(salience), source),
    ]
  }

  /// Colonial history of the two.
  static let colonial = Family(
    name: "colonial", summary: "Colonial ties: whether one ruled the other; contiguity through dependencies.", peer: "",
    units: dyadic, datasets: ["icow-colonial-history", "cow-colonial-contiguity"]
  ) { context throws(PanelError) in
    let history = try context.need(context.record.colonialHistory, "icow-colonial-history")
    let contiguity = try context.need(context.record.colonialContiguity, "cow-colonial-contiguity")
    let frame = context.frame
    var tie: [UInt8] = frame.filled(0, years: history.years)
    for i in 0..<history.table.count where history.table.rulers[i] != 0 {
      for year in frame.years where history.years.contains(year) {
        frame.forRows(of: history.table.states[i], history.table.rulers[i], year: year) { row, _ in tie[row] = 1 }
      }
    }
    var total: [Int16] = frame.filled(0, years: contiguity.years)
    let table = contiguity.table
    for i in 0..<table.count {
      frame.forRows(of: table.firsts[i], table.seconds[i], year: Int(table.years[i])) { row, _ in
        total[row] = table.total[i]
      }
    }
    return [
      context.column(
        Variable(
          "colony", .flag, label: "Colonial tie",
          meaning: "1 if one of the two was the other's primary colonial ruler.",
          dataset: "icow-colonial-history", missing: "Outside the years of the dataset; never 0 there."), .bytes(tie),
        history),
      context.column(
        Variable(
          "colcont", .count, label: "Contiguity through dependencies", unit: "contiguities",
          meaning: "Contiguities of the two through dependencies, over land and sea.",
          dataset: "cow-colonial-contiguity", missing: "Outside the years of the dataset; never 0 there."),
        .shorts(total), contiguity),
    ]
  }

  /// Preferential trade agreements.
  static let agreements = Family(
    name: "trade-agreements", summary: "Preferential trade agreements of which both are members (DESTA).", peer: "",
    units: dyadic, datasets: ["desta"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.tradeAgreements, "desta")
    let (table, frame) = (source.table, context.frame)
    var members: [Int32: [UInt16]] = [:]
    for i in table.memberRows.indices { members[table.memberRows[i], default: []].append(table.members[i]) }
    var years: [Int16] = frame.filled(0, years: source.years)
    for i in 0..<table.count where ["base_treaty", "accession"].contains(table.kinds[i]) && table.forceYears[i] > 0 {
      let states = Array(Set(members[Int32(i)] ?? [])).sorted()
      for (k, a) in states.enumerated() {
        for b in states[(k + 1)...] {
          for year in Int(table.forceYears[i])...max(Int(table.forceYears[i]), source.years.upperBound) {
            frame.forRows(of: a, b, year: year) { row, _ in if years[row] >= 0 { years[row] += 1 } }
          }
        }
      }
    }
    return [
      context.column(
        Variable(
          "pta", .count, label: "Preferential trade agreements", unit: "agreements",
          meaning:
            "Agreements and accessions in force by the year of which both are members. The list has no ends: one that "
            + "lapsed still counts.",
          dataset: "desta", missing: "Outside the years of the list; never 0 there."), .shorts(years), source)
    ]
  }

  /// 1 in the years of spells of two states.
  private static func spellFlag<T>(
    _ context: FamilyContext, _ source: Sourced<T>, _ name: String, _ label: String, _ meaning: String,
    _ dataset: String, _ firsts: [UInt16], _ seconds: [UInt16], _ starts: [Int16], _ ends: [Int16]
  ) -> PanelColumn {
    let frame = context.frame
    var flags: [UInt8] = frame.filled(0, years: source.years)
    for i in firsts.indices where starts[i] <= ends[i] {
      for year in max(Int(starts[i]), frame.years.lowerBound)...max(Int(ends[i]), frame.years.lowerBound)
      where year <= Int(ends[i]) && source.years.contains(year) {
        frame.forRows(of: heir(firsts[i], year), heir(seconds[i], year), year: year) { row, _ in flags[row] = 1 }
      }
    }
    return context.column(
      Variable(
        name, .flag, label: label, meaning: meaning, dataset: dataset,
        missing: "Outside the years of the dataset; never 0 there."), .bytes(flags), source)
  }
}
