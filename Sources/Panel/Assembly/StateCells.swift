/// Cells of states in years, filled from a table with a row a state and year.
struct StateCells {
  let system: SystemYears
  /// Years the source covers.
  let years: ClosedRange<Int>

  /// The cells: `value` of the table's row; `.missing` where that is `nil`; otherwise outside the years or not a member.
  ///
  /// - Complexity: O(states × years + rows).
  func cells<T: CellValue>(_ states: [UInt16], _ rowYears: [Int16], _ value: (Int) -> T?) -> [T] {
    var cells = blank(T.self)
    for row in states.indices {
      guard let cell = system.cell(states[row], Int(rowYears[row])) else { continue }
      cells[cell] = value(row) ?? T.encoded(.missing)
    }
    return cells
  }

  /// The numbers of a table, NaN as missing.
  func numbers(_ states: [UInt16], _ rowYears: [Int16], _ values: [Double]) -> Cells {
    .numbers(cells(states, rowYears) { values[$0].isNaN ? nil : values[$0] })
  }

  /// The codes of a table, with the code that stands for missing.
  func shorts(_ states: [UInt16], _ rowYears: [Int16], _ values: [Int16], missing: Int16) -> Cells {
    .shorts(cells(states, rowYears) { values[$0] == missing ? nil : values[$0] })
  }

  /// A value for every state in covered years.
  func constant<T: CellValue>(_ inside: T) -> [T] {
    let row = system.years.map { years.contains($0) ? inside : T.encoded(.outsideYears) }
    return system.states.flatMap { _ in row }
  }

  /// Nothing known: outside the years, or not in the dataset.
  private func blank<T: CellValue>(_: T.Type) -> [T] { constant(T.encoded(.notMember)) }
}
