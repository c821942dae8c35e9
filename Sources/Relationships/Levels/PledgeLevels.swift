import Record
import Statistics

/// The deepest kind of obligation two states owe each other.
public enum PledgeClass: Int, CaseIterable, Sendable, Codable {
  case none, consultation, restraint, defense

  /// Obligations of either direction; offense counts with defense.
  public init(_ kinds: ObligationKinds) {
    if !kinds.isDisjoint(with: [.defense, .offense]) {
      self = .defense
    } else if !kinds.isDisjoint(with: [.neutrality, .nonaggression]) {
      self = .restraint
    } else {
      self = kinds.contains(.consultation) ? .consultation : .none
    }
  }

  public var words: String {
    switch self {
    case .none: "no obligation"
    case .consultation: "consultation alone"
    case .restraint: "neutrality or nonaggression, no defense"
    case .defense: "defense"
    }
  }
}

/// The level that pairs with the same pledge have: what a pledge implies, read off conduct.
///
/// Formula: mean, and tenth and ninetieth percentile, of the smoothed levels of all other pairs whose deepest obligation is the same, over the year
/// and the `reach` years on either side. The level knows nothing of obligations, so the comparison is not circular.
/// Missing: outside the years of the obligations, or with fewer than `fewest` pair-years, there is none.
/// Complexity: O(rows) to make, O(rows of the window) an answer.
/// Not for: what the text of a treaty demands.
public struct PledgeLevels: Sendable {
  public struct Implied: Sendable, Hashable, Codable {
    public let mean: Double
    public let low: Double
    public let high: Double
    /// Pair-years behind it.
    public let count: Int
  }

  public static let reach = 5
  public static let fewest = 30

  private let levels: RelationshipLevels
  private let years: ClosedRange<Int>
  private var classes: [Int: PledgeClass] = [:]
  private var rowsByYear: [Int: [Int]] = [:]

  public init(_ levels: RelationshipLevels, _ obligations: Sourced<ObligationYears>) {
    self.levels = levels
    years = obligations.years
    let table = obligations.table
    var kinds: [Int: ObligationKinds] = [:]
    for row in 0..<table.count {
      let key = Self.key(table.obligors[row], table.beneficiaries[row], Int(table.years[row]))
      kinds[key, default: []].formUnion(ObligationKinds(rawValue: table.kinds[row]))
    }
    classes = kinds.mapValues(PledgeClass.init)
    for row in 0..<levels.count { rowsByYear[Int(levels.years[row]), default: []].append(row) }
  }

  private static func key(_ a: UInt16, _ b: UInt16, _ year: Int) -> Int {
    (Int(min(a, b)) * 1_000 + Int(max(a, b))) * 4_000 + year
  }

  /// The pledge of two states in a year; `nil` outside the years of the obligations.
  public func pledge(_ a: UInt16, _ b: UInt16, _ year: Int) -> PledgeClass? {
    years.contains(year) ? classes[Self.key(a, b, year)] ?? PledgeClass.none : nil
  }

  /// The level implied in a year by a pledge, the pair itself left out.
  public func implied(_ pledge: PledgeClass, year: Int, without a: UInt16, _ b: UInt16) -> Implied? {
    var values: [Double] = []
    let pair = (min(a, b), max(a, b))
    for near in max(
      year - Self.reach, years.lowerBound)...max(min(year + Self.reach, years.upperBound), years.lowerBound)
    {
      for row in rowsByYear[near] ?? [] where (levels.firsts[row], levels.seconds[row]) != pair {
        if self.pledge(levels.firsts[row], levels.seconds[row], near) == pledge { values.append(levels.mean(row)) }
      }
    }
    guard values.count >= Self.fewest else { return nil }
    values.sort()
    guard let low = quantile(0.1, ofSorted: values), let high = quantile(0.9, ofSorted: values) else { return nil }
    return Implied(mean: values.reduce(0, +) / Double(values.count), low: low, high: high, count: values.count)
  }
}
