import Record

extension Family {
  /// Militarised disputes of the Correlates of War Project.
  static let mids = conflict("mids", details: false, gml: false)
  /// The recoding by Gibler, Miller and Little.
  static let gmlMids = conflict("gml-mids", details: false, gml: true)
  static let midDetails = conflict("mid-details", details: true, gml: false)
  static let gmlMidDetails = conflict("gml-mid-details", details: true, gml: true)

  private static func conflict(_ name: String, details: Bool, gml: Bool) -> Family {
    let dataset = gml ? "gml-mid" : "cow-mid"
    return Family(
      name: name,
      summary: (gml ? "Militarised disputes, Gibler-Miller-Little" : "Militarised disputes, Correlates of War")
        + (details ? ": the dispute kept for the dyad-year." : ": onset and ongoing."),
      peer: details ? "" : gml ? "add_gml_mids" : "add_cow_mids", units: details ? dyadic : dyadic.union([.stateYear]),
      datasets: [dataset]
    ) { context throws(PanelError) in
      let record = context.record
      let source = try context.need(gml ? record.disputesGML : record.disputes, dataset)
      let durations = gml ? record.disputeDurationsGML?.table : record.disputeDurations?.table
      if context.frame.dyads == nil { return stateConflicts(context, source, gml: gml) }
      let whittle = Whittle(source.table, durations: durations, rules: context.request.whittle)
      note(whittle, of: dataset, durations: durations != nil, context)
      return details
        ? detailColumns(context, source, whittle, gml: gml) : conflictColumns(context, source, whittle, gml: gml)
    }
  }

  private static func note(_ whittle: Whittle, of dataset: String, durations: Bool, _ context: FamilyContext) {
    var text =
      "\(dataset): \(whittle.kept.count) directed dyad-years with disputes, "
      + "\(whittle.duplicated) of them with more than one"
    for (rule, rows) in whittle.removed where rows > 0 { text += "; \(rule.rawValue) removed \(rows)" }
    if !durations { text += "; durations and reciprocation were not in the files and decided nothing" }
    context.log.note(0, text + ".")
  }

  /// The row of the dispute table behind each row of the panel that has one.
  private static func forKept(
    _ context: FamilyContext, _ table: Disputes, _ whittle: Whittle, _ body: (_ row: Int, _ dispute: Int) -> Void
  ) {
    for kept in whittle.kept {
      context.frame.forRow(from: table.firsts[kept], to: table.seconds[kept], year: Int(table.years[kept])) { row in
        body(row, kept)
      }
    }
  }

  private static func conflictColumns(
    _ context: FamilyContext, _ source: Sourced<Disputes>, _ whittle: Whittle, gml: Bool
  ) -> [PanelColumn] {
    let prefix = gml ? "gmlmid" : "cowmid"
    var onset: [UInt8] = context.frame.filled(0, years: source.years)
    var ongoing = onset
    forKept(context, source.table, whittle) { row, dispute in
      onset[row] = source.table.onset[dispute]
      ongoing[row] = 1
    }
    func column(_ name: String, _ label: String, _ meaning: String, _ values: [UInt8]) -> PanelColumn {
      context.column(
        Variable(
          prefix + name, .flag, label: label, meaning: meaning, dataset: gml ? "gml-mid" : "cow-mid",
          missing: "Outside the years of the dataset; never 0 there."), .bytes(values), source)
    }
    return [
      column(
        "onset", "Dispute begins", "1 if a militarised dispute between the two begins for them in the year.", onset),
      column("ongoing", "Dispute under way", "1 if the two are on opposite sides of a militarised dispute.", ongoing),
    ]
  }

  /// What is known of the dispute kept; several rows of the panel may share one row of the table.
  private static func detailColumns(
    _ context: FamilyContext, _ source: Sourced<Disputes>, _ whittle: Whittle, gml: Bool
  ) -> [PanelColumn] {
    let (table, dataset) = (source.table, gml ? "gml-mid" : "cow-mid")
    let end = Int32(whittle.kept.count)
    var positions = context.frame.filled(Int16(0), years: source.years).map { $0 < 0 ? end + 1 : end }
    for (i, kept) in whittle.kept.enumerated() {
      context.frame.forRow(from: table.firsts[kept], to: table.seconds[kept], year: Int(table.years[kept])) { row in
        positions[row] = Int32(i)
      }
    }
    var mirror: [Int64: Int] = [:]
    func key(_ number: Int32, _ first: UInt16, _ second: UInt16, _ year: Int16) -> Int64 {
      Int64(number) << 40 | Int64(first) << 28 | Int64(second) << 16 | Int64(year)
    }
    for row in 0..<table.count {
      mirror[key(table.numbers[row], table.firsts[row], table.seconds[row], table.years[row])] = row
    }
    let opposite = whittle.kept.map {
      mirror[key(table.numbers[$0], table.seconds[$0], table.firsts[$0], table.years[$0])]
    }
    func column(_ name: String, _ label: String, _ meaning: String, _ directed: Bool, _ value: (Int) -> Int16?)
      -> PanelColumn
    {
      let cells =
        whittle.kept.indices.map { value($0) ?? Int16.encoded(.missing) }
        + [Int16.encoded(.undefined), Int16.encoded(.outsideYears)]
      return context.column(
        Variable(
          "\(gml ? "gml" : "cow")_\(name)", .code, label: label, meaning: meaning, dataset: dataset,
          missing: "Without a dispute it does not apply.", directed: directed), .shorts(cells), source,
        positions: positions)
    }
    var columns = [
      column("dispnum", "Number of the dispute", "The publisher's number of the dispute kept.", false) {
        Int16(exactly: table.numbers[whittle.kept[$0]])
      }
    ]
    let series: [(String, String, String, (Int) -> Int16)] = [
      (
        "init", "Initiator", "1 if the state was on the initiating side from the first day, or joined later.",
        { table.sideA[$0] == 1 && table.originator[$0] == 1 || table.originator[$0] == 0 ? 1 : 0 }
      ),
      ("sidea", "On side A", "1 if the state was on side A.", { Int16(table.sideA[$0]) }),
      ("orig", "Originator", "1 if the state was in the dispute from its first day.", { Int16(table.originator[$0]) }),
      ("fatality", "Fatality level", "Level 0 to 6 of the state's dead in the dispute.", { table.fatality[$0] }),
      ("hiact", "Highest action", "Highest action 0 to 22 of the state in the dispute.", { table.highestAction[$0] }),
      ("hostlev", "Hostility level", "Level 1 to 5 of the state in the dispute.", { table.hostility[$0] }),
    ]
    for (name, label, meaning, value) in series {
      columns.append(
        column(name + "1", "\(label), first state", meaning, true) { i in
          let found = value(whittle.kept[i])
          return found == -9 ? nil : found
        })
      columns.append(
        column(name + "2", "\(label), second state", meaning, true) { i in
          guard let other = opposite[i] else { return nil }
          let found = value(other)
          return found == -9 ? nil : found
        })
    }
    return columns
  }

  /// How many disputes a state is in.
  private static func stateConflicts(
    _ context: FamilyContext, _ source: Sourced<Disputes>, gml: Bool
  ) -> [PanelColumn] {
    let (table, system) = (source.table, context.frame.system)
    let blank: [Int16] = StateCells(system: system, years: source.years).constant(Int16(0))
    var counts = [blank, blank]
    var seen: Set<Int64> = []
    for onsetOnly in [false, true] {
      seen.removeAll(keepingCapacity: true)
      for row in 0..<table.count where !onsetOnly || table.onset[row] == 1 {
        let key = Int64(table.numbers[row]) << 32 | Int64(table.firsts[row]) << 16 | Int64(table.years[row])
        guard seen.insert(key).inserted, let cell = system.cell(table.firsts[row], Int(table.years[row])) else {
          continue
        }
        counts[onsetOnly ? 0 : 1][cell] += 1
      }
    }
    let prefix = gml ? "gmlmid" : "cowmid"
    return [("onset", "begin"), ("ongoing", "are under way")].enumerated().flatMap { i, item in
      context.columns(
        .shorts(counts[i]),
        Variable(
          "\(prefix)\(item.0)s", .count, label: "Disputes that \(item.1)", unit: "disputes",
          meaning: "Militarised disputes of the state that \(item.1) for it in the year.",
          dataset: gml ? "gml-mid" : "cow-mid", missing: "Outside the years of the dataset; never 0 there."), source)
    }
  }
}
