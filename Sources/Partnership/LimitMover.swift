import Evidence

/// What it would take for a rung with evidence to be read the other way, and where the limit would be then.
///
/// Formula: the smallest number of cases (roll calls, disputes, ...) out of the same n at which the Wilson interval lies above what the rung is read
/// against, for a rung that does not hold; the largest number at which it no longer does, for one that holds. On a rung of votes that the
/// coordination test decides, so many equal votes that its interval, kept as wide as it is, lies just above zero and the middle of the class (or no longer does). `nil` where no
/// number does it. Complexity: O(n) a rung.
public struct LimitMover: Hashable, Sendable, Codable {
  public let rung: Rung
  /// Cases held together in the record, and out of how many.
  public let held: Int
  public let n: Int
  /// Cases at which the rung would be read the other way.
  public let needed: Int
  public let outcome: Limit.Outcome
  public let limit: Rung?

  /// The movers of a ladder, from the lowest rung.
  public static func all(_ ladder: Ladder) -> [LimitMover] {
    let told = ladder.rungs.filter(\.status.isTold)
    return told.compactMap { result in
      guard !result.isBroken, let estimate = result.rate.estimate, let n = estimate.n,
        let needed = needed(result, estimate, n)
      else { return nil }
      let (outcome, rung) = Limit.place(
        told.map { ($0.rung, ($0.status == .holds) != ($0.rung == result.rung)) })
      return LimitMover(
        rung: result.rung, held: Int((estimate.value * Double(n)).rounded()), n: n, needed: needed, outcome: outcome,
        limit: rung)
    }
  }

  private static func needed(_ result: RungResult, _ estimate: Estimate, _ n: Int) -> Int? {
    if let low = result.coordination?.estimate?.interval?.low, let bar = result.coordinationBar {
      let point: Double = (estimate.value * Double(n)).rounded() - (low - bar) * Double(n)
      let whole = result.status == .holds ? point.rounded(.down) : point.rounded(.down) + 1
      return whole >= 0 && whole <= Double(n) ? Int(whole) : nil
    }
    return result.comparison.flatMap { turningPoint(n: n, comparison: $0, holds: result.status == .holds) }
  }

  static func turningPoint(n: Int, comparison: Double, holds: Bool) -> Int? {
    func isAbove(_ k: Int) -> Bool {
      Interval.wilson(mean: Double(k) / Double(n), n: n).map { $0.low > comparison } ?? false
    }
    guard n > 0 else { return nil }
    return holds ? (0...n).last { !isAbove($0) } : (0...n).first(where: isAbove)
  }
}
