import Record

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
/// Complexity: O(rows + years × states²) to make, O(rows of the window) an answer.
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

  private let years: ClosedRange<Int>
  /// Place of each state number among those with obligations; −1 for the others.
  private let places: [Int16]
  private let width: Int
  /// Bits of `ObligationKinds` by year and two places, the smaller state first: 10 MB for two centuries.
  private var kinds: [UInt8]
  private let levels: RelationshipLevels
  private var byYear = RowsByYear()

  /// The rows in order of year, with what an answer reads of them side by side.
  private struct RowsByYear {
    var first = 0
    /// Where each year starts.
    var starts: [Int] = [0]
    var rows: [Int32] = []
    var means: [Int16] = []
    /// Raw value of `PledgeClass`.
    var classes: [UInt8] = []

    func range(_ year: Int) -> Range<Int> {
      let index = year - first
      return index >= 0 && index < starts.count - 1 ? starts[index]..<starts[index + 1] : 0..<0
    }
  }

  public init(_ levels: RelationshipLevels, _ obligations: Sourced<ObligationYears>) {
    self.levels = levels
    years = obligations.years
    let table = obligations.table
    var places = [Int16](repeating: -1, count: Int(UInt16.max) + 1)
    var width = 0
    for state in [table.obligors, table.beneficiaries].joined() where places[Int(state)] < 0 {
      places[Int(state)] = Int16(width)
      width += 1
    }
    self.places = places
    self.width = width
    kinds = Array(repeating: 0, count: years.count * width * width)
    for row in 0..<table.count {
      guard let cell = cell(table.obligors[row], table.beneficiaries[row], Int(table.years[row])) else { continue }
      kinds[cell] |= table.kinds[row]
    }
    byYear = sorted()
  }

  /// A counting sort of the rows by year.
  private func sorted() -> RowsByYear {
    var out = RowsByYear()
    guard let first = levels.years.min(), let last = levels.years.max() else { return out }
    out.first = Int(first)
    out.starts = Array(repeating: 0, count: Int(last - first) + 2)
    for year in levels.years { out.starts[Int(year - first) + 1] += 1 }
    for index in out.starts.indices.dropFirst() { out.starts[index] += out.starts[index - 1] }
    var next = out.starts
    out.rows = Array(repeating: 0, count: levels.count)
    out.means = Array(repeating: 0, count: levels.count)
    out.classes = Array(repeating: 0, count: levels.count)
    for row in 0..<levels.count {
      let year = Int(levels.years[row])
      let at = next[year - out.first]
      next[year - out.first] += 1
      out.rows[at] = Int32(row)
      out.means[at] = levels.means[row]
      out.classes[at] = UInt8((pledge(levels.firsts[row], levels.seconds[row], year) ?? .none).rawValue)
    }
    return out
  }

  private func cell(_ a: UInt16, _ b: UInt16, _ year: Int) -> Int? {
    let (x, y) = (Int(places[Int(min(a, b))]), Int(places[Int(max(a, b))]))
    guard x >= 0, y >= 0, years.contains(year) else { return nil }
    return ((year - years.lowerBound) * width + x) * width + y
  }

  /// The pledge of two states in a year; `nil` outside the years of the obligations.
  public func pledge(_ a: UInt16, _ b: UInt16, _ year: Int) -> PledgeClass? {
    guard years.contains(year) else { return nil }
    return cell(a, b, year).map { PledgeClass(ObligationKinds(rawValue: kinds[$0])) } ?? PledgeClass.none
  }

  /// The level implied in a year by a pledge, the pair itself left out.
  public func implied(_ pledge: PledgeClass, year: Int, without a: UInt16, _ b: UInt16) -> Implied? {
    let pair = levels.rows(of: a, b)
    let wanted = UInt8(pledge.rawValue)
    // Stored levels are whole thousandths, so counting them sorts them.
    var counts = [Int32](repeating: 0, count: Int(UInt16.max) + 1)
    var count = 0
    var sum = 0
    let first = max(year - Self.reach, years.lowerBound)
    for near in first...max(min(year + Self.reach, years.upperBound), first) where years.contains(near) {
      for at in byYear.range(near) where byYear.classes[at] == wanted && !pair.contains(Int(byYear.rows[at])) {
        let mean = Int(byYear.means[at])
        counts[mean - Int(Int16.min)] += 1
        count += 1
        sum += mean
      }
    }
    guard count >= Self.fewest else { return nil }
    return Implied(
      mean: Double(sum) / Double(count) / RelationshipLevels.scale, low: Self.quantile(0.1, counts, count),
      high: Self.quantile(0.9, counts, count), count: count)
  }

  /// The quantile of counted levels, between the two nearest in order.
  private static func quantile(_ p: Double, _ counts: [Int32], _ count: Int) -> Double {
    let position: Double = Double(count - 1) * p
    let below = Int(position)
    let (low, high) = (level(below, counts), level(min(below + 1, count - 1), counts))
    return low + (position - Double(below)) * (high - low)
  }

  /// The level with this place in order, from 0.
  private static func level(_ place: Int, _ counts: [Int32]) -> Double {
    var passed = 0
    for (index, found) in counts.enumerated() where found > 0 {
      passed += Int(found)
      if passed > place { return Double(index + Int(Int16.min)) / RelationshipLevels.scale }
    }
    return .nan
  }
}
