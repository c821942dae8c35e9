import Record
import StateSystem

extension Family {
  /// Major powers.
  static let majors = Family(
    name: "majors", summary: "Whether a state is a major power.", peer: "add_cow_majors", units: anyUnit,
    datasets: ["cow-majors"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.majors, "cow-majors")
    let system = context.frame.system
    var cells: [UInt8] = StateCells(system: system, years: source.years).constant(UInt8(0))
    for row in 0..<source.table.count {
      let first = Day(number: source.table.starts[row]).year.value
      let last =
        source.table.ends[row] == .max ? source.years.upperBound : Day(number: source.table.ends[row]).year.value
      guard first <= last else { continue }
      for year in first...min(last, source.years.upperBound) {
        if let cell = system.cell(source.table.states[row], year) { cells[cell] = 1 }
      }
    }
    return context.columns(
      .bytes(cells),
      Variable(
        "cowmaj", .flag, label: "Major power",
        meaning: "1 if the state is a major power on at least one day of the year by the Correlates of War list.",
        dataset: "cow-majors", missing: "Outside the years of the list; never 0 there."), source)
  }
}
