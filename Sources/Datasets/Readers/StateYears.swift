import Delimited

/// The rows of a table by state and year that are used, with their keys.
struct StateYears {
  var kept: [Int] = []
  var states: [UInt16] = []
  var years: [Int16] = []

  /// First and last year.
  var span: ClosedRange<Int> {
    guard let low = years.min(), let high = years.max() else { return 1...1 }
    return Int(low)...Int(high)
  }
}

extension Reading {
  /// The rows with a state and a year, each state-year once; a second row of a state-year is rejected.
  mutating func stateYears(
    _ table: Delimited.Table, state: String, year: String = "year"
  ) throws(DatasetError) -> StateYears {
    let (states, years) = (try integers(table, state), try integers(table, year))
    var seen: Set<Int32> = Set(minimumCapacity: table.rowCount)
    var result = StateYears()
    for row in states.indices where states[row] != .min {
      guard seen.insert(states[row] << 16 | years[row]).inserted else {
        try reject(
          table, row: row, column: year, found: "\(states[row]) in \(years[row]) again",
          expected: "each state once a year")
        continue
      }
      result.kept.append(row)
      result.states.append(UInt16(states[row]))
      result.years.append(Int16(years[row]))
    }
    return result
  }
}
