/// Years since the last conflict in the rows of one unit.
///
/// Formula: 0 in the first row of the unit and in the row after one with conflict, else one more than in the row before. A
/// row with conflict holds the years of peace before it. Rows are counted, not calendar years: a gap in the life of a unit
/// does not count (peacesciencer's `pad = FALSE`).
/// Missing: a row whose conflict is not known has its reason; counting goes on after it from where it stood.
/// Source: Beck, Katz and Tucker (1998), doi:10.2307/2991857.
/// Not for: years of peace before the first year of the panel, which nothing here knows.
struct PeaceYears {
  /// The counts for conflict flags over ranges of rows, a range a unit.
  ///
  /// - Complexity: O(rows).
  static func counts(_ flags: [UInt8], units: (_ body: (Range<Int>) -> Void) -> Void) -> [Int16] {
    var result = [Int16](repeating: 0, count: flags.count)
    result.withUnsafeMutableBufferPointer { result in
      flags.withUnsafeBufferPointer { flags in
        units { rows in
          var spell: Int16 = 0
          var previous: UInt8?
          for row in rows {
            if let code = flags[row].missingCode {
              result[row] = Int16.encoded(code)
              continue
            }
            spell = previous == 0 ? spell &+ 1 : 0
            previous = flags[row]
            result[row] = spell
          }
        }
      }
    }
    return result
  }
}
