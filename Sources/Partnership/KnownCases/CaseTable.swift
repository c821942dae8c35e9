import Evidence
import StateSystem
import Statistics
import Treaties

/// Every known case with its limit, hit or miss, and what a rule that knows nothing would hit.
///
/// No case is left out. A seeded shuffle of the limits found among the decided cases says how many hits would come about if the limits had nothing
/// to do with the cases. Complexity: a ladder a case and threshold. Not for: fitting; the thresholds were declared before.
public struct CaseTable: Hashable, Sendable, Codable {
  /// A rule that gives every case the same limit.
  public struct NaiveRule: Hashable, Sendable, Codable {
    /// `nil`: above every rung.
    public let limit: Rung?
    /// Hits among the decided cases, and among all.
    public let hitsAmongDecided: Int
    public let hitsAmongAll: Int
  }

  /// What history and the ladder say of single rungs, over all cases in which both speak.
  public struct Agreement: Hashable, Sendable, Codable {
    /// History has them hold, and the rung does; and so on.
    public let heldAndHolds: Int
    public let heldAndFails: Int
    public let partedAndHolds: Int
    public let partedAndFails: Int

    public var n: Int { heldAndHolds + heldAndFails + partedAndHolds + partedAndFails }
    public var right: Int { heldAndHolds + partedAndFails }
    /// Right answers of the better of "always holds" and "never holds".
    public var rightByRote: Int { max(heldAndHolds + heldAndFails, partedAndHolds + partedAndFails) }
    /// Mean of the share of held rungs that hold and the share of parted rungs that fail; ½ is chance. `nil` unless there are both.
    public var balanced: Double? {
      let held = heldAndHolds + heldAndFails
      let parted = partedAndHolds + partedAndFails
      guard held > 0, parted > 0 else { return nil }
      return (Double(heldAndHolds) / Double(held) + Double(partedAndFails) / Double(parted)) / 2
    }
  }

  public let declaredAt: Day
  /// Fewest disputes, sanction cases or wars for a status.
  public let fewestCases: Int
  public let rows: [CaseReading]
  public let comparisons: [CaseComparison]
  public let naive: [NaiveRule]
  /// Mean hits when the limits found are dealt at random among the decided cases, and the share of deals with at least as many hits as
  /// there are.
  public let shuffledHits: Double
  public let shuffledShare: Double
  public let shuffles: Int
  public let seed: UInt64
  public let agreement: Agreement

  public static let shuffles = 20_000

  public init(
    _ known: KnownCases, evaluator: any Evaluator, thresholds: Ladder.Thresholds = Ladder.Thresholds(),
    seed: UInt64 = LimitDistribution.seed
  ) {
    self.init(
      known, rows: known.cases.compactMap { CaseReading($0, evaluator: evaluator, thresholds: thresholds) },
      fewestCases: thresholds.fewestCases, seed: seed)
  }

  init(_ known: KnownCases, rows: [CaseReading], fewestCases: Int, seed: UInt64, shuffles: Int = Self.shuffles) {
    declaredAt = known.declaredAt
    self.fewestCases = fewestCases
    self.rows = rows
    let byID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    comparisons = known.comparisons.compactMap { CaseComparison($0, byID) }
    let decided = rows.filter { $0.verdict != .undecided }
    naive = (Rung.allCases.map { Optional($0) } + [nil]).map { rung in
      func hits(_ rows: [CaseReading]) -> Int { rows.count { $0.expected.admits(limit: rung?.step) } }
      return NaiveRule(limit: rung, hitsAmongDecided: hits(decided), hitsAmongAll: hits(rows))
    }
    (shuffledHits, shuffledShare) = Self.shuffled(decided, shuffles, seed)
    self.shuffles = shuffles
    self.seed = seed
    agreement = Self.agreement(rows)
  }

  public func count(_ verdict: CaseReading.Verdict) -> Int { rows.count { $0.verdict == verdict } }

  /// Hits with evidence at the step that history names.
  public var hitsAtTheStep: Int {
    rows.count { row in
      let named = row.expected.failsAt ?? row.expected.holdsTo
      return row.verdict == .hit
        && row.steps.contains { step in step.status.isTold && named.map { step.rung >= Rung($0) } ?? false }
    }
  }

  private static func shuffled(_ decided: [CaseReading], _ count: Int, _ seed: UInt64) -> (Double, Double) {
    guard !decided.isEmpty, count > 0 else { return (0, 1) }
    // An unordered ladder is a miss wherever it is dealt.
    let found: [(isOrdered: Bool, step: KnownCase.Step?)] = decided.map { row in
      switch row.outcome {
      case .at: (true, row.limit?.step)
      case .above: (true, nil)
      case .contradicted, .unknown: (false, nil)
      }
    }
    let hits = decided.count { $0.verdict == .hit }
    var order = Array(found.indices)
    var generator = Xoshiro256(seed: seed, stream: 3)
    var (sum, atLeast) = (0, 0)
    for _ in 0..<count {
      for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, generator.index(below: i + 1)) }
      var now = 0
      for (place, row) in decided.enumerated() {
        let one = found[order[place]]
        if one.isOrdered, row.expected.admits(limit: one.step) { now += 1 }
      }
      sum += now
      atLeast += now >= hits ? 1 : 0
    }
    return (Double(sum) / Double(count), Double(atLeast + 1) / Double(count + 1))
  }

  private static func agreement(_ rows: [CaseReading]) -> Agreement {
    let told = rows.flatMap(\.steps).filter { $0.agrees != nil }
    func count(_ expected: Bool, _ holds: Bool) -> Int {
      told.count { $0.expected == expected && ($0.status == .holds) == holds }
    }
    return Agreement(
      heldAndHolds: count(true, true), heldAndFails: count(true, false), partedAndHolds: count(false, true),
      partedAndFails: count(false, false))
  }
}

/// Two cases of which one is expected to hold better than the other.
public struct CaseComparison: Hashable, Sendable, Codable {
  public enum Result: String, Hashable, Sendable, Codable, CaseIterable {
    case asExpected, tied, reversed, undecided
  }

  public let stronger: String
  public let weaker: String
  /// The rung they are compared at; `nil` compares their limits.
  public let rung: Rung?
  public let result: Result
  /// The two figures in words.
  public let figures: String

  /// At a rung the rates are compared, of however few cases; on the whole the limits, "above all rungs" the highest.
  init?(_ declared: KnownCases.Comparison, _ rows: [String: CaseReading]) {
    guard let first = rows[declared.stronger], let second = rows[declared.weaker] else { return nil }
    stronger = declared.stronger
    weaker = declared.weaker
    rung = declared.at.map(Rung.init)
    let values: [(value: Double, words: String)?]
    if let rung {
      values = [first, second].map { row in
        row.steps.first { $0.rung == rung }.flatMap { step in
          step.rate.map {
            ($0, "\(Int(($0 * 1000).rounded()) / 10).\(Int(($0 * 1000).rounded()) % 10) % of \(step.n ?? 0)")
          }
        }
      }
    } else {
      values = [first, second].map { row in
        switch row.outcome {
        case .at: row.limit.map { (Double($0.rawValue), "at \($0.name)") }
        case .above: row.limit.map { (Double(Rung.allCases.count + 1), "above \($0.name)") }
        case .unknown, .contradicted: nil
        }
      }
    }
    guard let strong = values[0], let weak = values[1] else {
      result = .undecided
      figures = values.map { $0?.words ?? "none" }.joined(separator: " against ")
      return
    }
    result = strong.value > weak.value ? .asExpected : strong.value < weak.value ? .reversed : .tied
    figures = "\(strong.words) against \(weak.words)"
  }
}
