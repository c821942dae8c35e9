/// Spells within the rows of one unit.
enum Spells {
  /// Which spell of peace each row belongs to: 1 at the beginning, one more after every run of conflict.
  ///
  /// - Complexity: O(rows).
  static func numbers(_ flags: [UInt8], units: (_ body: (Range<Int>) -> Void) -> Void) -> [Int16] {
    var result = [Int16](repeating: 0, count: flags.count)
    units { rows in
      var number: Int16 = 1
      var previous: UInt8 = 0
      for row in rows {
        if let code = flags[row].missingCode {
          result[row] = Int16.encoded(code)
          continue
        }
        if previous == 1, flags[row] == 0 { number &+= 1 }
        previous = flags[row]
        result[row] = number
      }
    }
    return result
  }

  /// How many rows the unit has had, this one included.
  static func ages(count: Int, units: (_ body: (Range<Int>) -> Void) -> Void) -> [Int16] {
    var result = [Int16](repeating: 0, count: count)
    units { rows in for row in rows { result[row] = Int16(row - rows.lowerBound + 1) } }
    return result
  }
}
