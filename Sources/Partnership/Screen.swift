import Evidence
import StateSystem

/// All pairs of states against a third power: what they pledged beside what they did.
///
/// *Pledge* is the pair's place among all pairs by the deepest obligation in force: none, neutrality or non-aggression, consultation, defense, and
/// among equals by the number of kinds. *Conduct* is the mean, over the rungs with enough cases, of the pair's place among all pairs
/// on that rung. *Gap* is pledge minus conduct: positive where more is pledged than done. Range of the places [0, 1], of the gap [-1, 1].
/// These order pairs for a closer look; they are no measures of a partnership, for which the four panels are never put into one number.
/// Missing: a pair with fewer than two rungs with enough cases is left out and counted. Complexity: O(pairs log pairs).
public struct Screen: Hashable, Sendable, Codable {
  /// A pair as it was counted.
  public struct Input: Sendable {
    public let dyad: Dyad
    /// 0 none, 1 neutrality, non-aggression or offense, 2 consultation, 3 defense.
    public let depth: Int
    /// Names of the kinds of obligation.
    public let obligations: [String]
    /// Cases held together and cases, by rung 1...6.
    public let counts: [(held: Int, n: Int)]
    /// The coordination test on rungs 1...3: difference, contested roll calls, and whether the rung holds by the ladder's rule; empty where no ideal
    /// points are fitted, and then agreement decides.
    public let tests: [(difference: Double, n: Int, holds: Bool)?]

    public init(
      _ dyad: Dyad, depth: Int, obligations: [String], counts: [(held: Int, n: Int)],
      tests: [(difference: Double, n: Int, holds: Bool)?] = []
    ) {
      self.tests = tests
      self.dyad = dyad
      self.depth = depth
      self.obligations = obligations
      self.counts = counts
    }
  }

  public struct Rate: Hashable, Sendable, Codable {
    public let rung: Rung
    public let held: Int
    public let n: Int
    /// Place among all pairs on the rung, ties counted half: of coordination on rungs 1 to 3 where ideal points are fitted, else of the rate.
    public let place: Double
    public let holds: Bool
    /// Observed less predicted agreement, on rungs 1 to 3 where ideal points are fitted.
    public let coordination: Double?
  }

  public struct Row: Hashable, Sendable, Codable {
    public let a: StateID
    public let b: StateID
    public let obligations: [String]
    public let pledge: Double
    public let conduct: Double
    public let gap: Double
    public let rates: [Rate]
    public let outcome: Limit.Outcome
    public let limit: Rung?
  }

  /// What the rows are ordered by.
  public enum Order: String, Sendable, CaseIterable {
    /// Most pledged beyond what is done first.
    case gap
    /// Most done beyond what is pledged first.
    case unpledged
    case pledge, conduct
  }

  public let third: StateID
  public let pairs: Int
  /// Pairs with too little evidence.
  public let leftOut: Int
  /// What each rung is read against: 0 for coordination.
  public let comparisons: [Double?]
  /// Whether coordination decides the rungs of votes, as in a brief; else agreement against the middle of all pairs.
  public let isTested: Bool
  public let rows: [Row]

  /// Fewest rungs with enough cases.
  public static let fewestRungs = 2

  /// - Parameters:
  ///   - inputs: all pairs; every count has six rungs.
  ///   - baseRates: rates at which any state joins disputes and wars.
  public init(
    third: StateID, inputs: [Input], baseRates: (disputes: Double?, wars: Double?), by order: Order, top: Int,
    thresholds: Ladder.Thresholds = Ladder.Thresholds()
  ) {
    let board = RungBoard(inputs, baseRates: baseRates, thresholds: thresholds)
    let depths = inputs.map { Double($0.depth * 10 + $0.obligations.count) }
    let pledges = Places(depths)
    var rows: [Row] = []
    for (index, input) in inputs.enumerated() {
      let rates = board.rates(of: input)
      guard rates.count >= Self.fewestRungs else { continue }
      let pledge = pledges.place(depths[index])
      let conduct: Double = rates.reduce(0) { $0 + $1.place } / Double(rates.count)
      let (outcome, limit) = Limit.place(rates.map { ($0.rung, $0.holds) })
      rows.append(
        Row(
          a: input.dyad.first, b: input.dyad.second, obligations: input.obligations, pledge: pledge, conduct: conduct,
          gap: pledge - conduct, rates: rates, outcome: outcome, limit: limit))
    }
    self.third = third
    pairs = inputs.count
    leftOut = inputs.count - rows.count
    comparisons = board.comparisons
    isTested = board.isTested
    func key(_ row: Row) -> Double {
      switch order {
      case .gap: -row.gap
      case .unpledged: row.gap
      case .pledge: -row.pledge
      case .conduct: -row.conduct
      }
    }
    self.rows = Array(rows.sorted { (key($0), $0.a, $0.b) < (key($1), $1.a, $1.b) }.prefix(max(0, top)))
  }
}

/// Places in a class, ties counted half.
private struct Places {
  private let ascending: [Double]

  init(_ values: [Double]) { ascending = values.sorted() }

  var middle: Double? { ascending.isEmpty ? nil : ascending[ascending.count / 2] }

  func place(_ value: Double) -> Double {
    guard !ascending.isEmpty else { return 0.5 }
    func count(where isBelow: (Double) -> Bool) -> Int {
      var low = 0
      var high = ascending.count
      while low < high {
        let middle = (low + high) / 2
        if isBelow(ascending[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let below = count { $0 < value }
    let atOrBelow = count { $0 <= value }
    return Double(below + atOrBelow) / Double(2 * ascending.count)
  }
}

/// The rates of all pairs by rung, and what each rung is read against.
private struct RungBoard {
  private let classes: [Places]
  let comparisons: [Double?]
  let isTested: Bool
  private let fewest: [Int]

  init(_ inputs: [Screen.Input], baseRates: (disputes: Double?, wars: Double?), thresholds: Ladder.Thresholds) {
    let fewest = Rung.allCases.map { $0 < .economic ? thresholds.fewestRollCalls : thresholds.fewestCases }
    let isTested = inputs.contains { !$0.tests.isEmpty }
    let classes = Rung.allCases.indices.map { rung in
      Places(
        inputs.compactMap { input in
          if isTested, rung < 3 {
            return input.test(rung).flatMap { $0.n >= fewest[rung] ? $0.difference : nil }
          }
          let count = input.counts[rung]
          return count.n >= fewest[rung] ? Double(count.held) / Double(count.n) : nil
        })
    }
    self.fewest = fewest
    self.classes = classes
    self.isTested = isTested
    comparisons = Rung.allCases.map { rung in
      switch rung {
      case .uncontested, .opposed, .flagged: isTested ? 0 : classes[rung.rawValue - 1].middle
      case .economic: 0.5
      case .coerced: baseRates.disputes
      case .war: baseRates.wars
      }
    }
  }

  /// The rungs on which the pair has enough cases.
  func rates(of input: Screen.Input) -> [Screen.Rate] {
    Rung.allCases.compactMap { rung in
      let index = rung.rawValue - 1
      let count = input.counts[index]
      if isTested, rung < .economic {
        guard let test = input.test(index), test.n >= fewest[index] else { return nil }
        return Screen.Rate(
          rung: rung, held: count.held, n: count.n, place: classes[index].place(test.difference), holds: test.holds,
          coordination: test.difference)
      }
      guard count.n >= fewest[index], let comparison = comparisons[index] else { return nil }
      let rate = Double(count.held) / Double(count.n)
      return Screen.Rate(
        rung: rung, held: count.held, n: count.n, place: classes[index].place(rate),
        holds: (Interval.wilson(mean: rate, n: count.n)?.low ?? 0) > comparison, coordination: nil)
    }
  }
}

extension Screen.Input {
  fileprivate func test(_ rung: Int) -> (difference: Double, n: Int, holds: Bool)? {
    tests.indices.contains(rung) ? tests[rung] : nil
  }
}
