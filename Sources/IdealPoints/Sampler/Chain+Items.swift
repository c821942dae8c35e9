import Statistics

/// Which parameters of an item the votes inform together, which decides how it is updated.
enum ItemKind: Sendable {
  /// Yes and no occur: slope, middle of the cut points and log width move together.
  case full
  /// No "no" occurs: slope and lower cut move together; the upper cut is drawn by itself, the prior alone bounds it.
  case noOpposition
  /// No "yes" occurs: the mirror image.
  case noSupport
  /// One cut point.
  case oneCut
}

extension OrganisedVotes {
  func kind(ofItem item: Int, twoCuts: Bool) -> ItemKind {
    guard twoCuts else { return .oneCut }
    let b = 4 * item
    if itemBounds[b + 3] == itemBounds[b + 2] { return .noOpposition }
    return itemBounds[b + 1] == itemBounds[b] ? .noSupport : .full
  }
}

/// The approximation of one item's conditional in the coordinates that move together.
private struct ItemApproximation {
  let factor: Cholesky3
  /// Newton step from the point of expansion to the centre.
  let step: SIMD3<Double>
  let target: Double
}

extension Chain {
  /// Share of item proposals that are short Langevin steps, which free an item from where the full step overshoots.
  private static let shortShare = 0.15
  private static let shortStep = 0.4

  /// - Parameter fixesSlopes: only cut points move.
  mutating func updateItems(fixesSlopes: Bool = false) {
    pin.reset(theta)
    slopePrecision = pin.variance
    forEachItem { chain, j, kernel, theta in chain.updateItem(j, kernel, theta, fixesSlopes) }
  }

  /// Calls `update` for each item with the votes and the positions in place, which do not change meanwhile.
  mutating func forEachItem(_ update: (inout Chain, Int, VoteKernel, UnsafePointer<Double>) -> Void) {
    let positions = theta
    positions.withUnsafeBufferPointer { theta in
      guard let theta = theta.baseAddress else { return }
      let votes = votes
      _ = votes.withKernel(model) { kernel in
        for j in items.indices { update(&self, j, kernel, theta) }
      }
    }
  }

  private mutating func updateItem(
    _ j: Int, _ kernel: VoteKernel, _ theta: UnsafePointer<Double>, _ fixesSlope: Bool
  ) {
    let kind = kinds[j]
    let old = items[j]
    let here = approximate(kernel.item(j, at: old, theta: theta), old, kind, fixesSlope)
    let z = SIMD3(
      fixesSlope ? 0 : random.normal(), random.normal(), kind == .full ? random.normal() : 0)
    let length = random.uniform() < Self.shortShare ? Self.shortStep : 1
    let drift: Double = length == 1 ? 1 : 0.5 * length * length
    let jump: SIMD3<Double> = drift * here.step + length * here.factor.colour(z)
    let proposal = moved(old, by: jump, kind)
    let threshold = logarithm(random.uniform())
    var accepted = false
    if cuts.contains(proposal) {
      let there = approximate(kernel.item(j, at: proposal, theta: theta), proposal, kind, fixesSlope)
      let back: SIMD3<Double> = (-jump - drift * there.step) / length
      var ratio: Double = there.target - here.target
      ratio += 0.5 * (there.factor.logDeterminant - here.factor.logDeterminant)
      ratio += 0.5 * ((z * z).sum() - there.factor.quadratic(back))
      accepted = threshold < ratio
      if accepted { items[j] = proposal }
    }
    if !isWarmingUp { acceptance.items.note(accepted) }
    if kind == .noOpposition || kind == .noSupport { sliceOpenCut(j, kind, kernel, theta) }
  }

  private func moved(_ p: ItemParameters, by jump: SIMD3<Double>, _ kind: ItemKind) -> ItemParameters {
    var q = p
    q.slope += jump.x
    switch kind {
    case .full:
      let width: Double = (p.upper - p.lower) * exponential(min(max(jump.z, -30), 30))
      let middle: Double = 0.5 * (p.upper + p.lower) + jump.y
      q.lower = middle - 0.5 * width
      q.upper = middle + 0.5 * width
    case .noOpposition: q.lower += jump.y
    case .noSupport: q.upper += jump.y
    case .oneCut:
      q.lower += jump.y
      q.upper = q.lower
    }
    return q
  }

  private func approximate(
    _ derivatives: ItemDerivatives, _ p: ItemParameters, _ kind: ItemKind, _ fixesSlope: Bool
  ) -> ItemApproximation {
    var d = derivatives
    if fixesSlope {
      d.slope = slopePrecision * p.slope
      d.slopeLower = 0
      d.slopeUpper = 0
    }
    let width = p.upper - p.lower
    let prior: Double = cuts.value(p) - 0.5 * slopePrecision * p.slope * p.slope
    let stretch = cuts.first(width)
    let rigidity = cuts.information
    let slope: Double = d.slope - slopePrecision * p.slope
    let slopeSlope: Double = d.slopeSlope + slopePrecision
    let floor = SIMD3(0.5, 1e-3, 1.0)
    let factor: Cholesky3
    var gradient = SIMD3(slope, 0, 0)
    var target: Double = d.value + prior
    switch kind {
    case .full:
      let half: Double = 0.5 * width
      gradient.y = d.lower + d.upper
      gradient.z = half * (d.upper - d.lower) + width * stretch + 1
      let spread: Double = d.lowerLower - 2 * d.lowerUpper + d.upperUpper
      factor = Cholesky3(
        slopeSlope, d.slopeLower + d.slopeUpper, d.lowerLower + 2 * d.lowerUpper + d.upperUpper,
        half * (d.slopeUpper - d.slopeLower), half * (d.upperUpper - d.lowerLower),
        half * half * spread + width * width * rigidity + 1, floor: floor)
      target += logarithm(width)
    case .noOpposition:
      gradient.y = d.lower - stretch
      factor = Cholesky3(slopeSlope, d.slopeLower, d.lowerLower + rigidity, 0, 0, 1, floor: floor)
    case .noSupport:
      gradient.y = d.upper + stretch
      factor = Cholesky3(slopeSlope, d.slopeUpper, d.upperUpper + rigidity, 0, 0, 1, floor: floor)
    case .oneCut:
      gradient.y = d.lower + d.upper
      factor = Cholesky3(
        slopeSlope, d.slopeLower + d.slopeUpper, d.lowerLower + 2 * d.lowerUpper + d.upperUpper, 0, 0, 1, floor: floor)
    }
    return ItemApproximation(factor: factor, step: factor.solve(gradient), target: target)
  }

  /// A slice step of the cut point that only abstentions inform, over its whole support. Source: Neal (2003),
  /// doi:10.1214/aos/1056562461.
  private mutating func sliceOpenCut(
    _ j: Int, _ kind: ItemKind, _ kernel: VoteKernel, _ theta: UnsafePointer<Double>
  ) {
    let p = items[j]
    let above = kind == .noOpposition
    var low = above ? p.lower : max(p.upper - cuts.widest, -(cuts.bound ?? .infinity))
    var high = above ? min(p.lower + cuts.widest, cuts.bound ?? .infinity) : p.upper
    let current = above ? p.upper : p.lower
    let old = kernel.abstentions(j, at: p, theta: theta) + cuts.value(p)
    let level = old + logarithm(random.uniform())
    for _ in 0..<60 {
      let candidate: Double = low + random.uniform() * (high - low)
      var q = p
      if above { q.upper = candidate } else { q.lower = candidate }
      let value = kernel.abstentions(j, at: q, theta: theta) + cuts.value(q)
      if value >= level {
        items[j] = q
        return
      }
      if candidate < current { low = candidate } else { high = candidate }
    }
  }
}
