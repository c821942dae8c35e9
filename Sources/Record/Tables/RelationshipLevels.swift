/// Levels of relationships as Entente fitted them: one row a pair of states and year, in order of first state, second state and year.
///
/// The posterior of a pair is a Gaussian chain: its rows give means and standard deviations, and the correlation with the row before, so joint
/// draws can be made from the table. Stored integers are in units of `1 / scale`, correlations of `1 / linkScale`.
public struct RelationshipLevels: RecordTable {
  public static let tableName = "relationship_levels"
  public static let layout = 1
  /// Stored integer of a level of 1.
  public static let scale = 1_000.0
  /// Stored integer of a correlation of 1.
  public static let linkScale = 32_000.0

  /// Smaller state number.
  public let firsts: [UInt16]
  /// Larger state number.
  public let seconds: [UInt16]
  public let years: [Int16]
  /// Given all years.
  public let means: [Int16]
  public let deviations: [UInt16]
  /// Correlation with the pair's row before; 0 for its first.
  public let links: [Int16]
  /// Given the year and those before.
  public let filteredMeans: [Int16]
  public let filteredDeviations: [UInt16]
  /// Bits of the indicators observed in the year, in the order of `indicators`.
  public let observed: [UInt16]
  public let indicators: TextColumn
  public let loadings: [Double]
  /// Lag-one autocorrelation of the errors of a continuous indicator, 0 of a binary one.
  public let persistence: [Double]
  /// φ, the stationary variance of pairs that are neither contiguous nor have a great power, iterations, 1 if converged.
  public let dynamics: [Double]

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    firsts = try c.uint16("first", in: name)
    seconds = try c.uint16("second", in: name)
    years = try c.int16("year", in: name)
    means = try c.int16("mean", in: name)
    deviations = try c.uint16("sd", in: name)
    links = try c.int16("link", in: name)
    filteredMeans = try c.int16("filtered_mean", in: name)
    filteredDeviations = try c.uint16("filtered_sd", in: name)
    observed = try c.uint16("observed", in: name)
    indicators = try c.text("indicator", in: name)
    loadings = try c.float64("loading", in: name)
    persistence = try c.float64("persistence", in: name)
    dynamics = try c.float64("dynamics", in: name)
    try Self.check(
      firsts.count,
      [
        ("second", seconds.count), ("year", years.count), ("mean", means.count), ("sd", deviations.count),
        ("link", links.count), ("filtered_mean", filteredMeans.count), ("filtered_sd", filteredDeviations.count),
        ("observed", observed.count),
      ])
    try Self.check(indicators.count, [("loading", loadings.count), ("persistence", persistence.count)])
    try Self.check(4, [("dynamics", dynamics.count)])
    for row in firsts.indices.dropFirst() where key(row - 1) >= key(row) {
      throw .order(
        table: name, row: row, detail: "rows are not in ascending order of first state, second state and year")
    }
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("first", .uint16(firsts)), ("second", .uint16(seconds)), ("year", .int16(years)), ("mean", .int16(means)),
      ("sd", .uint16(deviations)), ("link", .int16(links)), ("filtered_mean", .int16(filteredMeans)),
      ("filtered_sd", .uint16(filteredDeviations)), ("observed", .uint16(observed)), ("indicator", .text(indicators)),
      ("loading", .float64(loadings)), ("persistence", .float64(persistence)), ("dynamics", .float64(dynamics)),
    ])
  }

  public var count: Int { firsts.count }

  private func key(_ row: Int) -> (UInt16, UInt16, Int16) { (firsts[row], seconds[row], years[row]) }

  /// The rows of two states in either order; empty if they were never members together. Complexity: O(log n).
  public func rows(of a: UInt16, _ b: UInt16) -> Range<Int> {
    let pair = (min(a, b), max(a, b))
    func bound(_ isPast: (Int) -> Bool) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if isPast(middle) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return bound { (firsts[$0], seconds[$0]) >= pair }..<bound { (firsts[$0], seconds[$0]) > pair }
  }

  /// The row of two states in a year. Complexity: O(log n).
  public func row(of a: UInt16, _ b: UInt16, year: Int) -> Int? {
    rows(of: a, b).first { Int(years[$0]) == year }
  }

  public func mean(_ row: Int) -> Double { Double(means[row]) / Self.scale }
  public func deviation(_ row: Int) -> Double { Double(deviations[row]) / Self.scale }
  public func link(_ row: Int) -> Double { Double(links[row]) / Self.linkScale }
  public func filteredMean(_ row: Int) -> Double { Double(filteredMeans[row]) / Self.scale }
  public func filteredDeviation(_ row: Int) -> Double { Double(filteredDeviations[row]) / Self.scale }

  /// Names of the indicators observed in a row.
  public func observedNames(_ row: Int) -> [String] {
    (0..<indicators.count).filter { observed[row] & (1 << UInt16($0)) != 0 }.map { indicators[$0] }
  }
}
