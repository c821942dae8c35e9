import StateSystem

/// Bilateral trade as recorded by the importer, a row a dyad and year.
///
/// Rows are in order of year, then of the smaller, then of the larger state number. A flow is in million current US dollars; NaN
/// means the source marks it missing. A dyad-year without a row is not covered; 0 is a recorded zero.
public struct Trade: RecordTable {
  public static let tableName = "dyadic_trade"
  public static let layout = 1

  public let years: [Int16]
  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  /// Imports of the first state from the second, on the first state's records.
  public let importsOfFirst: [Double]
  /// Imports of the second state from the first, on the second state's records.
  public let importsOfSecond: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    years = try c.int16("year", in: name)
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    importsOfFirst = try c.float64("imports_of_first", in: name)
    importsOfSecond = try c.float64("imports_of_second", in: name)
    try Self.check(
      years.count,
      [
        ("first", firsts.count), ("second", seconds.count), ("imports_of_first", importsOfFirst.count),
        ("imports_of_second", importsOfSecond.count),
      ])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("year", .int16(years)),
      ("first", .uint16(firsts)),
      ("second", .uint16(seconds)),
      ("imports_of_first", .float64(importsOfFirst)),
      ("imports_of_second", .float64(importsOfSecond)),
    ])
  }

  public var count: Int { years.count }

  /// Rows of a year, as a range; empty outside the table's years.
  ///
  /// - Complexity: O(log n).
  public func rows(of year: Year) -> Range<Int> {
    let start = lowerBound { Int(self.years[$0]) >= year.value }
    let end = lowerBound { Int(self.years[$0]) > year.value }
    return start..<end
  }

  /// Row of a dyad in a year; `nil` if there is none.
  ///
  /// - Complexity: O(log n).
  public func row(of dyad: Dyad, in year: Year) -> Int? {
    let key = (year.value, dyad.first.cow, dyad.second.cow)
    let row = lowerBound { (Int(self.years[$0]), self.firsts[$0], self.seconds[$0]) >= key }
    guard row < count, (Int(years[row]), firsts[row], seconds[row]) == key else { return nil }
    return row
  }

  private func lowerBound(_ belongs: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Total imports and exports of a state in a year, million current US dollars; NaN is missing.
public struct NationalTrade: RecordTable {
  public static let tableName = "national_trade"
  public static let layout = 1

  public let states: [UInt16]
  public let years: [Int16]
  public let imports: [Double]
  public let exports: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    states = try c.uint16("state", in: name)
    years = try c.int16("year", in: name)
    imports = try c.float64("imports", in: name)
    exports = try c.float64("exports", in: name)
    try Self.check(states.count, [("year", years.count), ("imports", imports.count), ("exports", exports.count)])
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("state", .uint16(states)),
      ("year", .int16(years)),
      ("imports", .float64(imports)),
      ("exports", .float64(exports)),
    ])
  }

  public var count: Int { years.count }
}
