import Record
import Statistics

/// The level of one pair over years, beside what its pledge implies, and when it left that.
public struct RelationshipHistory: Sendable, Codable {
  public struct Row: Sendable, Codable {
    public let year: Int
    public let level: Double
    public let sd: Double
    /// 95 % interval.
    public let low: Double
    public let high: Double
    public let filtered: Double
    public let filteredSD: Double
    public let observed: [String]
    public let pledge: PledgeClass?
    public let implied: PledgeLevels.Implied?
    /// Probability that the level is below the implied mean.
    public let below: Double?
  }

  /// When the level fell below the implied one for good, in a stretch of years with the same pledge.
  public struct Departure: Sendable, Hashable, Codable {
    public let pledge: PledgeClass
    public let first: Int
    public let last: Int
    /// First year in which the level is below with a probability of at least `certainty`; `nil` if there is none.
    public let firstCertain: Int?
    /// Median and 95 % interval, over draws, of the year from which on the level stays below to the end of the stretch.
    public let median: Int?
    public let low: Int?
    public let high: Int?
    /// Share of draws that are below from the first year on, and that are not below in the last.
    public let always: Double
    public let never: Double
  }

  public static let certainty = 0.95
  public static let draws = 2_000

  public let rows: [Row]
  public let departures: [Departure]

  /// - Parameter holding: a pledge to be read against in these years, and none in others, whatever else the pair owed.
  public init(
    _ levels: RelationshipLevels, _ pledges: PledgeLevels?, _ a: UInt16, _ b: UInt16, years: ClosedRange<Int>,
    holding: (pledge: PledgeClass, years: ClosedRange<Int>)? = nil, seed: UInt64 = 1
  ) {
    let all = levels.rows(of: a, b)
    let made = all.map { row -> Row in
      let year = Int(levels.years[row])
      let (mean, sd) = (levels.mean(row), levels.deviation(row))
      let pledge =
        if let holding { holding.years.contains(year) ? holding.pledge : nil } else { pledges?.pledge(a, b, year) }
      let implied = pledge.flatMap { pledges?.implied($0, year: year, without: a, b) }
      return Row(
        year: year, level: mean, sd: sd, low: mean - 1.959963984540054 * sd, high: mean + 1.959963984540054 * sd,
        filtered: levels.filteredMean(row), filteredSD: levels.filteredDeviation(row),
        observed: levels.observedNames(row), pledge: pledge, implied: implied,
        below: implied.map { Normal.cumulative(($0.mean - mean) / max(sd, 1e-9)) })
    }
    let paths = LevelDraws.paths(levels, rows: all, count: Self.draws, seed: seed)
    departures = Self.stretches(made).map { Self.departure(made, $0, paths) }
      .filter { $0.first <= years.upperBound && $0.last >= years.lowerBound }
    rows = made.filter { years.contains($0.year) }
  }

  /// Runs of rows with the same pledge other than none.
  private static func stretches(_ rows: [Row]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].pledge == rows[start].pledge, rows[end].year == rows[end - 1].year + 1 {
        end += 1
      }
      if let pledge = rows[start].pledge, pledge != .none { found.append(start..<end) }
      start = end
    }
    return found
  }

  private static func departure(_ rows: [Row], _ stretch: Range<Int>, _ paths: [[Double]]) -> Departure {
    var exits: [Double] = []
    var always = 0
    var never = 0
    for path in paths {
      let lastAbove = stretch.last { index in rows[index].implied.map { path[index] >= $0.mean } ?? true }
      guard let lastAbove else {
        always += 1
        exits.append(Double(rows[stretch.lowerBound].year))
        continue
      }
      if lastAbove == stretch.upperBound - 1 { never += 1 } else { exits.append(Double(rows[lastAbove].year + 1)) }
    }
    exits.sort()
    let total = Double(max(paths.count, 1))
    func year(_ p: Double) -> Int? {
      never * 2 > paths.count ? nil : quantile(p, ofSorted: exits).map { Int($0.rounded()) }
    }
    return Departure(
      pledge: rows[stretch.lowerBound].pledge ?? .none, first: rows[stretch.lowerBound].year,
      last: rows[stretch.upperBound - 1].year,
      firstCertain: stretch.first { (rows[$0].below ?? 0) >= certainty }.map { rows[$0].year },
      median: year(0.5), low: year(0.025), high: year(0.975), always: Double(always) / total,
      never: Double(never) / total)
  }
}
