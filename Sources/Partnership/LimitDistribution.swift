import Evidence
import Statistics

/// Where the limit may lie, given how uncertain each rung is.
///
/// For each of `draws` draws every rung with evidence gets a figure that its evidence could as well have given, and the rule that gave the rung its status is
/// applied to it, with the interval as wide at the draw as the rule has it; the limit is then read off as in `Limit`. So a rung whose status is *holds*
/// holds in about half of the draws or more, and the stated limit is the most frequent place unless several rungs are in doubt at once (`mode`).
/// What is drawn (`RungSpread.Kind`): on rungs 1 to 3 the coordination, from the normal distribution with the estimate as mean and its 95 % interval; where
/// coordination is not covered, and on the other rungs, a share of k in n from the Beta distribution with k + c and n - k + 1 - c, where c is what the rate is read against: the
/// prior has it as its mean and the weight of one case, so it favours no rung; any other figure from the normal distribution with its interval.
/// Shares in [0, 1]. Missing: rungs without data or with too few cases take no part. Complexity: O(draws × rungs). Seeded: equal input gives equal bytes.
/// Not for: uncertainty of the coding. Without the coordination test roll calls are counted as if each stood alone.
public struct LimitDistribution: Hashable, Sendable, Codable {
  public struct Share: Hashable, Sendable, Codable {
    public let rung: Rung
    /// What is drawn.
    public let drawn: RungSpread.Kind
    /// Share of draws in which the rung holds by the rule of its status.
    public let holds: Double
    /// Share of draws in which the figure itself, without an interval about it, exceeds what it is read against.
    public let exceeds: Double
    /// Share of draws in which the limit is at the rung.
    public let isLimit: Double
    /// What the figure that is drawn is read against.
    public let comparison: Double
  }

  /// The place that is most frequent.
  public struct Mode: Hashable, Sendable, Codable {
    public let outcome: Limit.Outcome
    /// The rung of a limit at a rung.
    public let rung: Rung?
    public let share: Double
    /// Whether it is the limit that is stated.
    public let isStated: Bool
  }

  /// The rungs with evidence, from the lowest.
  public let rungs: [Share]
  /// Share of draws in which every rung with evidence holds.
  public let above: Double
  /// Share of draws in which a rung fails and a higher one holds, with none failing above it.
  public let unordered: Double
  public let mode: Mode
  public let draws: Int
  public let seed: UInt64

  public static let draws = 20_000
  public static let seed: UInt64 = 20_020_902

  /// `nil` when no rung has evidence.
  public init?(_ ladder: Ladder, draws: Int = Self.draws, seed: UInt64 = Self.seed) {
    let told = ladder.rungs.compactMap(RungSpread.init)
    guard !told.isEmpty, draws > 0 else { return nil }
    var counts = told.map { _ in (holds: 0, exceeds: 0, isLimit: 0) }
    var (above, unordered) = (0, 0)
    var generator = Xoshiro256(seed: seed)
    for _ in 0..<draws {
      var outcomes: [(rung: Rung, holds: Bool)] = []
      for index in told.indices {
        let draw = told[index].draw(&generator)
        counts[index].holds += draw.holds ? 1 : 0
        counts[index].exceeds += draw.exceeds ? 1 : 0
        outcomes.append((told[index].rung, draw.holds))
      }
      let (outcome, rung) = Limit.place(outcomes)
      switch outcome {
      case .at: if let index = told.firstIndex(where: { $0.rung == rung }) { counts[index].isLimit += 1 }
      case .above: above += 1
      case .contradicted: unordered += 1
      case .unknown: break
      }
    }
    let total = Double(draws)
    rungs = zip(told, counts).map { spread, count in
      Share(
        rung: spread.rung, drawn: spread.kind, holds: Double(count.holds) / total,
        exceeds: Double(count.exceeds) / total, isLimit: Double(count.isLimit) / total, comparison: spread.comparison)
    }
    self.above = Double(above) / total
    self.unordered = Double(unordered) / total
    mode = Self.mode(rungs, above: self.above, unordered: self.unordered, stated: Limit(ladder))
    self.draws = draws
    self.seed = seed
  }

  /// Of equal shares the lowest rung comes first.
  private static func mode(_ rungs: [Share], above: Double, unordered: Double, stated: Limit) -> Mode {
    var best = (outcome: Limit.Outcome.at, rung: Rung?.none, share: -1.0)
    for share in rungs where share.isLimit > best.share { best = (.at, share.rung, share.isLimit) }
    if above > best.share { best = (.above, nil, above) }
    if unordered > best.share { best = (.contradicted, nil, unordered) }
    let isStated = best.outcome == stated.outcome && (best.outcome != .at || best.rung == stated.rung)
    return Mode(outcome: best.outcome, rung: best.rung, share: best.share, isStated: isStated)
  }
}
