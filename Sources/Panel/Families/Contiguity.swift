import Record

extension Family {
  /// Direct contiguity.
  static let contiguity = Family(
    name: "contiguity", summary: "Direct contiguity over land or water; for state-years the number of borders.",
    peer: "add_contiguity", units: anyUnit, datasets: ["cow-contiguity"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.directContiguity, "cow-contiguity")
    return context.frame.dyads == nil ? borders(context, source) : contiguityKinds(context, source)
  }

  /// The kind of contiguity of each dyad; where it changes in a year, the one in force first.
  private static func contiguityKinds(
    _ context: FamilyContext, _ source: Sourced<DirectContiguity>
  ) -> [PanelColumn] {
    let table = source.table
    var kinds: [UInt8] = context.frame.filled(0, years: source.years)
    // Latest spell first, so that the one in force at the beginning of a year is written last.
    let order = (0..<table.count).sorted {
      (table.beginYears[$0], table.beginMonths[$0]) > (table.beginYears[$1], table.beginMonths[$1])
    }
    for spell in order {
      for year in Int(table.beginYears[spell])...Int(table.endYears[spell]) where source.years.contains(year) {
        context.frame.forRows(of: table.firsts[spell], table.seconds[spell], year: year) { row, _ in
          kinds[row] = table.kinds[spell]
        }
      }
    }
    return [
      context.column(
        Variable(
          "conttype", .code, label: "Direct contiguity",
          meaning:
            "How the territories of the two states adjoin. Where it changed within the year, what held first. The codes are not "
            + "a scale: 0 is not the far end of 1 to 5.",
          dataset: "cow-contiguity", missing: "Outside the years of the dataset; never 0 there.",
          codes: [
            0: "not contiguous", 1: "land", 2: "12 miles of water or less", 3: "24 miles or less",
            4: "150 miles or less", 5: "400 miles or less",
          ]), .bytes(kinds), source)
    ]
  }

  /// Numbers of land and sea borders of each state.
  private static func borders(_ context: FamilyContext, _ source: Sourced<DirectContiguity>) -> [PanelColumn] {
    let (table, system) = (source.table, context.frame.system)
    let blank: [Int16] = StateCells(system: system, years: source.years).constant(Int16(0))
    var counts = [blank, blank]
    for spell in 0..<table.count {
      for year in Int(table.beginYears[spell])...Int(table.endYears[spell]) where source.years.contains(year) {
        for state in [table.firsts[spell], table.seconds[spell]] {
          guard let cell = system.cell(state, year) else { continue }
          counts[table.kinds[spell] == 1 ? 0 : 1][cell] += 1
        }
      }
    }
    return [("land", "land"), ("sea", "water of up to 400 miles")].enumerated().flatMap { i, item in
      context.columns(
        .shorts(counts[i]),
        Variable(
          item.0, .count, label: "Borders over \(item.1)", unit: "borders",
          meaning: "Number of contiguities over \(item.1), each spell of the year counted.",
          dataset: "cow-contiguity", missing: "Outside the years of the dataset; never 0 there."), source)
    }
  }
}
