import Record

extension Family {
  /// Bilateral trade of dyads, total trade of states.
  static let trade = Family(
    name: "trade", summary: "Bilateral trade by importer; for state-years total imports and exports.",
    peer: "add_cow_trade", units: anyUnit, datasets: ["cow-trade"]
  ) { context throws(PanelError) in
    guard context.frame.dyads != nil else {
      return nationalTrade(context, try context.need(context.record.nationalTrade, "cow-trade"))
    }
    return try dyadicTrade(context, try context.need(context.record.trade, "cow-trade"))
  }

  private static func dyadicTrade(
    _ context: FamilyContext, _ source: Sourced<Trade>
  ) throws(PanelError) -> [PanelColumn] {
    let table = source.table
    let (own, other) = positions(context.frame, table, years: source.years)
    var series = [("flow", "", table.importsOfFirst, table.importsOfSecond)]
    if let smoothed = context.record.smoothedTrade?.table {
      guard smoothed.years == table.years, smoothed.firsts == table.firsts, smoothed.seconds == table.seconds else {
        throw .inconsistent(dataset: "cow-trade", detail: "smoothed and recorded flows have different rows")
      }
      series.append(("smoothflow", ", smoothed by the publisher", smoothed.importsOfFirst, smoothed.importsOfSecond))
    }
    var columns: [PanelColumn] = []
    for (name, manner, first, second) in series {
      let cells = Cells.numbers(interleaved(first, second))
      for (side, positions) in [("1", own), ("2", other)] {
        let (importer, exporter) = side == "1" ? ("first", "second") : ("second", "first")
        columns.append(
          context.column(
            Variable(
              name + side, .number, label: "Imports of the \(importer) state from the \(exporter)\(manner)",
              unit: "million current US dollars",
              meaning: "Imports of the \(importer) state from the \(exporter)\(manner), on the importer's records.",
              dataset: "cow-trade",
              missing: "A dyad-year without a row, and the source's -9, have no value; 0 is a recorded zero.",
              directed: true), cells, source, positions: positions))
      }
    }
    return columns
  }

  /// Flows of the rows of the table, first and second state in turn; at the end the two reasons of rows without one.
  private static func interleaved(_ first: [Double], _ second: [Double]) -> [Double] {
    var cells: [Double] = []
    cells.reserveCapacity(2 * first.count + 2)
    for i in first.indices {
      cells.append(first[i])
      cells.append(second[i])
    }
    return cells + [Double.encoded(.outsideYears), Double.encoded(.notMember)]
  }

  /// For each row of the panel the cell of its first state's imports, and that of its second's.
  private static func positions(_ frame: Frame, _ table: Trade, years: ClosedRange<Int>) -> ([Int32], [Int32]) {
    let end = Int32(2 * table.count)
    let base = frame.years.map { years.contains($0) ? end + 1 : end }
    var own = [Int32](unsafeUninitializedCapacity: frame.count) { buffer, filled in
      for row in 0..<frame.count { buffer[row] = base[Int(frame.offsets[row])] }
      filled = frame.count
    }
    var other = own
    own.withUnsafeMutableBufferPointer { own in
      other.withUnsafeMutableBufferPointer { other in
        for i in 0..<table.count {
          frame.forRows(of: table.firsts[i], table.seconds[i], year: Int(table.years[i])) { row, isReversed in
            own[row] = Int32(2 * i + (isReversed ? 1 : 0))
            other[row] = Int32(2 * i + (isReversed ? 0 : 1))
          }
        }
      }
    }
    return (own, other)
  }

  private static func nationalTrade(_ context: FamilyContext, _ source: Sourced<NationalTrade>) -> [PanelColumn] {
    let table = source.table
    let states = StateCells(system: context.frame.system, years: source.years)
    return [("imports", table.imports), ("exports", table.exports)].flatMap { name, values in
      context.columns(
        states.numbers(table.states, table.years, values),
        Variable(
          name, .number, label: "Total \(name)", unit: "million current US dollars",
          meaning: "Total \(name) of the state.",
          dataset: "cow-trade", missing: "A state-year without a row, and an empty field, have no value."), source)
    }
  }
}
