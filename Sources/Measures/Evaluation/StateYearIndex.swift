import StateSystem

/// The rows of a table of states and years, by state and by year.
///
/// - Complexity: O(rows) to make; O(1) a look-up.
struct StateYearIndex: Sendable {
  let years: ClosedRange<Int>
  /// States of the table in ascending order.
  let states: [UInt16]
  private let slots: [Int16]
  /// Row + 1 by year and state slot; 0 is none. Of two rows of a state and year the first counts.
  private let rows: [Int32]

  init(states column: [UInt16], years yearColumn: [Int16]) {
    let low = Int(yearColumn.min() ?? 0)
    let high = Int(yearColumn.max() ?? 0)
    var present = [Bool](repeating: false, count: Int(column.max() ?? 0) + 1)
    for state in column { present[Int(state)] = true }
    let states = present.indices.filter { present[$0] }.map { UInt16($0) }
    var slots = [Int16](repeating: -1, count: present.count)
    for (slot, state) in states.enumerated() { slots[Int(state)] = Int16(truncatingIfNeeded: slot) }
    var rows = [Int32](repeating: 0, count: (high - low + 1) * states.count)
    for row in 0..<min(column.count, yearColumn.count) {
      let cell = (Int(yearColumn[row]) - low) * states.count + Int(slots[Int(column[row])])
      if rows[cell] == 0 { rows[cell] = Int32(truncatingIfNeeded: row + 1) }
    }
    years = low...high
    self.states = states
    self.slots = slots
    self.rows = rows
  }

  /// Position of a state in `states`; `nil` if the table does not know it.
  func slot(of state: StateID) -> Int? {
    guard Int(state.cow) < slots.count, slots[Int(state.cow)] >= 0 else { return nil }
    return Int(slots[Int(state.cow)])
  }

  func row(of state: StateID, in year: Int) -> Int? {
    guard years.contains(year), let slot = slot(of: state) else { return nil }
    let row = rows[(year - years.lowerBound) * states.count + slot]
    return row > 0 ? Int(row) - 1 : nil
  }

  /// Rows of a year in order of the state.
  func rows(of year: Int) -> [Int] {
    guard years.contains(year) else { return [] }
    let start = (year - years.lowerBound) * states.count
    return rows[start..<start + states.count].compactMap { $0 > 0 ? Int($0) - 1 : nil }
  }

  /// Years before `year` in which the state has a row, ascending, with the rows.
  func rows(of state: StateID, before year: Int) -> [(year: Int, row: Int)] {
    guard year > years.lowerBound else { return [] }
    return (years.lowerBound..<min(year, years.upperBound + 1)).compactMap { earlier in
      row(of: state, in: earlier).map { (earlier, $0) }
    }
  }
}
