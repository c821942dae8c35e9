import Statistics

/// The cut points as the published code moves them: a short Metropolis step of each pair.
///
/// The lower is proposed around where it is, below the upper; the upper around where it is, above the lower proposed; both within ±7. The
/// published acceptance has the normalising constants of the upper proposals, and leaves out those of the lower, Φ((γ2 − γ1)/s): cut points that
/// lie close together are kept apart too readily, which over a long run carries the level of the early sessions from +0.3 to +0.9.
/// Source: Cowles (1996), doi:10.1007/BF00162520; Johnson and Albert (1999), section 4.3.2.
extension Chain {
  /// Standard deviation of a proposal in the published code.
  private static let publishedStep: Double = 0.2 / 3

  /// One step of every item's cut points given positions and slopes, latent votes summed out.
  ///
  /// - Parameter completing: with all constants in the acceptance, which leaves the conditional of the model as it is.
  mutating func stepCutsAsPublished(completing: Bool = false) {
    forEachItem { chain, j, kernel, theta in chain.stepCut(j, kernel, theta, completing) }
  }

  private mutating func stepCut(_ j: Int, _ kernel: VoteKernel, _ theta: UnsafePointer<Double>, _ completing: Bool) {
    let old = items[j]
    let proposal = kinds[j] == .oneCut ? proposedCut(old) : proposedCuts(old, completing)
    var accepted = false
    if let (new, logRatio) = proposal {
      let here: Double = kernel.item(j, at: old, theta: theta).value
      let there: Double = kernel.item(j, at: new, theta: theta).value
      accepted = logarithm(random.uniform()) < there - here + logRatio
      if accepted { items[j] = new }
    }
    if !isWarmingUp { acceptance.items.note(accepted) }
  }

  /// Log of the mass that a proposal around `centre` has between the ends.
  private static func logMass(_ centre: Double, _ low: Double, _ high: Double) -> Double {
    let below: Double = Normal.cumulative((low - centre) / publishedStep)
    let above: Double = Normal.cumulative((centre - high) / publishedStep)
    return logarithm(1 - below - above)
  }

  private mutating func proposedCuts(
    _ p: ItemParameters, _ completing: Bool
  ) -> (item: ItemParameters, logRatio: Double)? {
    let bound = cuts.bound ?? .infinity
    let step = Self.publishedStep
    var q = p
    q.lower += step * random.truncatedNormal(above: (-bound - p.lower) / step, below: (p.upper - p.lower) / step)
    q.upper += step * random.truncatedNormal(above: (q.lower - p.upper) / step, below: (bound - p.upper) / step)
    guard cuts.contains(q) else { return nil }
    guard completing else {
      return (q, Self.logMass(p.upper, q.lower, .infinity) - Self.logMass(q.upper, p.lower, .infinity))
    }
    // Back from there the old lower cut point must lie below the new upper one.
    guard p.lower < q.upper else { return nil }
    let out: Double = Self.logMass(p.lower, -bound, p.upper) + Self.logMass(p.upper, q.lower, bound)
    let back: Double = Self.logMass(q.lower, -bound, q.upper) + Self.logMass(q.upper, p.lower, bound)
    return (q, out - back)
  }

  private mutating func proposedCut(_ p: ItemParameters) -> (item: ItemParameters, logRatio: Double)? {
    let bound = cuts.bound ?? .infinity
    let step = Self.publishedStep
    var q = p
    q.lower += step * random.truncatedNormal(above: (-bound - p.lower) / step, below: (bound - p.lower) / step)
    q.upper = q.lower
    guard cuts.contains(q) else { return nil }
    return (q, Self.logMass(p.lower, -bound, bound) - Self.logMass(q.lower, -bound, bound))
  }
}
