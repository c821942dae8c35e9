import Evidence
import Partnership
import Record
import Relationships
import StateSystem

/// What a brief says of the relationship of the partners by year: its level, and the types of the triangle with the third power.
///
/// The level is given as it was known at the end of each year and in hindsight; the types are in hindsight. Both end with the last complete year
/// before the day. Missing: without levels, or with no year in common, there is a reason.
public struct RelationshipChapter: Hashable, Sendable, Codable {
  /// Years shown before the day.
  public static let span = 50
  private static let reach = 1.6448536269514722

  /// A level with its 90 % interval.
  public struct Level: Hashable, Sendable, Codable {
    public let value: Double
    public let low: Double
    public let high: Double

    init(_ mean: Double, _ deviation: Double) {
      value = mean
      low = mean - reach * deviation
      high = mean + reach * deviation
    }
  }

  public struct Point: Hashable, Sendable, Codable {
    public let year: Int
    /// Given the year and those before.
    public let known: Level
    /// Given all years.
    public let hindsight: Level
    public let observed: [String]
  }

  /// The types of the triangle with the rule of their signs.
  public struct Types: Hashable, Sendable, Codable {
    public let rows: [TriangleYear]
    /// In the order of `probabilities`.
    public let types: [TriangleType]
    public let zone: Double
    public let declaredAt: String
  }

  public let first: Int
  public let last: Int
  /// Years of the fit; `nil` without one.
  public let fitted: ClosedRange<Int>?
  public let level: Covered<[Point]>
  public let triangle: Covered<Types>
  public let sources: [Source]

  /// - Parameters:
  ///   - absent: why there are no levels, where there are none.
  /// - Complexity: O(years of the three pairs).
  public init(
    _ question: Question, _ levels: Sourced<RelationshipLevels>?, absent: String = PledgeInConduct.missing
  ) {
    let years = (question.lastYear.value - Self.span + 1)...question.lastYear.value
    (first, last) = (years.lowerBound, years.upperBound)
    fitted = levels?.years
    guard let levels else {
      level = .notCovered(Reason(.notInstalled, absent))
      triangle = .notCovered(Reason(.notInstalled, absent))
      sources = []
      return
    }
    let table = levels.table
    let (a, b, h) = (question.a.cow, question.b.cow, question.third.cow)
    let points = table.rows(of: a, b).filter { years.contains(Int(table.years[$0])) }.map { row in
      Point(
        year: Int(table.years[row]), known: Level(table.filteredMean(row), table.filteredDeviation(row)),
        hindsight: Level(table.mean(row), table.deviation(row)), observed: table.observedNames(row))
    }
    let rows = Triangle.years(table, (a, b, h), years: years)
    func reason(_ who: String) -> Reason {
      levels.years.overlaps(years)
        ? Reason(
          .notMember, "in no year of \(years.lowerBound)-\(years.upperBound) were \(who) members of the state system")
        : levels.reasonNotCovered(years.upperBound) ?? Reason(.outsideYears, "the levels do not reach these years")
    }
    level = points.isEmpty ? .notCovered(reason("both")) : .covered(points)
    triangle =
      rows.isEmpty
      ? .notCovered(reason("all three"))
      : .covered(
        Types(
          rows: rows, types: TriangleType.allCases, zone: Triangle.neutralZone, declaredAt: Triangle.declaredAt))
    sources = [
      levels.source(
        "states \([a, b, h].sorted().map(String.init).joined(separator: " ")), years \(first)-\(last)")
    ]
  }

  /// The fit and its settings.
  var sourceWords: String {
    let words = sources.map { "\($0.dataset) (\($0.version))" }.joined(separator: ", ")
    return words.isEmpty ? "no source covers this" : words + ", computed by Entente"
  }
}
