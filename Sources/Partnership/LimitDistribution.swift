import Evidence
import Statistics

/// Where the limit may lie, given how uncertain each rung is.
///
/// For each of `draws` draws every rung with evidence gets a rate and holds if the rate exceeds what it is read against; the limit is then read off
/// as in `Limit`. A share of k in n is drawn from the Beta distribution with k + c and n - k + 1 - c, where c is the comparison: the prior has the
/// comparison as its mean and the weight of one case, so it favours no rung. Any other figure with an interval is drawn from the normal
/// distribution with the interval's middle and width. Shares in [0, 1].
/// Missing: rungs without data or with too few cases take no part. Complexity: O(draws × rungs). Seeded: equal input gives equal bytes.
/// Not for: uncertainty of the coding. Roll calls come in families and are counted as if each stood alone, so the rungs of votes
/// look surer than they are.
public struct LimitDistribution: Hashable, Sendable, Codable {
  public struct Share: Hashable, Sendable, Codable {
    public let rung: Rung
    /// Share of draws in which the rung holds.
    public let holds: Double
    /// Share of draws in which the limit is at the rung.
    public let isLimit: Double
    /// What the rate is read against.
    public let comparison: Double
  }

  /// The rungs with evidence, from the lowest.
  public let rungs: [Share]
  /// Share of draws in which every rung with evidence holds.
  public let above: Double
  /// Share of draws in which a rung fails and a higher one holds, with none failing above it.
  public let unordered: Double
  public let draws: Int
  public let seed: UInt64

  public static let draws = 20_000
  public static let seed: UInt64 = 20_020_902

  /// `nil` when no rung has evidence.
  public init?(_ ladder: Ladder, draws: Int = Self.draws, seed: UInt64 = Self.seed) {
    let told = ladder.rungs.compactMap(RungDraw.init)
    guard !told.isEmpty, draws > 0 else { return nil }
    var holds = [Int](repeating: 0, count: told.count)
    var limits = [Int](repeating: 0, count: told.count)
    var above = 0
    var unordered = 0
    var generator = Xoshiro256(seed: seed)
    for _ in 0..<draws {
      var outcomes: [(rung: Rung, holds: Bool)] = []
      for index in told.indices {
        let isHolding = told[index].holds(&generator)
        holds[index] += isHolding ? 1 : 0
        outcomes.append((told[index].rung, isHolding))
      }
      let (outcome, rung) = Limit.place(outcomes)
      switch outcome {
      case .at: if let index = told.firstIndex(where: { $0.rung == rung }) { limits[index] += 1 }
      case .above: above += 1
      case .contradicted: unordered += 1
      case .unknown: break
      }
    }
    let total = Double(draws)
    rungs = told.indices.map {
      Share(
        rung: told[$0].rung, holds: Double(holds[$0]) / total, isLimit: Double(limits[$0]) / total,
        comparison: told[$0].comparison)
    }
    self.above = Double(above) / total
    self.unordered = Double(unordered) / total
    self.draws = draws
    self.seed = seed
  }
}

/// How the rate of a rung is drawn.
private struct RungDraw {
  private enum Kind {
    case share(k: Double, n: Double)
    case normal(mean: Double, deviation: Double)
  }

  let rung: Rung
  let comparison: Double
  private let kind: Kind
  private let alwaysFails: Bool

  /// `nil` for a rung that takes no part in the limit.
  init?(_ result: RungResult) {
    guard result.status.isTold, let estimate = result.rate.estimate, let comparison = result.comparison else {
      return nil
    }
    rung = result.rung
    self.comparison = comparison
    alwaysFails = result.isBroken
    if result.rate.unit == .share, let n = estimate.n {
      kind = .share(k: estimate.value * Double(n), n: Double(n))
    } else if let interval = estimate.interval, interval.level == 0.95 {
      kind = .normal(mean: (interval.low + interval.high) / 2, deviation: (interval.high - interval.low) / (2 * 1.96))
    } else {
      kind = .normal(mean: estimate.value, deviation: 0)
    }
  }

  func holds(_ generator: inout Xoshiro256) -> Bool {
    let value: Double
    switch kind {
    case .share(let k, let n):
      let x = generator.gamma(shape: k + comparison)
      let y = generator.gamma(shape: n - k + 1 - comparison)
      value = x + y > 0 ? x / (x + y) : 0
    case .normal(let mean, let deviation): value = mean + deviation * generator.normal()
    }
    return !alwaysFails && value > comparison
  }
}
