import Statistics

/// The approximation of one item's conditional in the coordinates that move together.
private struct PlaneItemApproximation {
  let factor: Cholesky4
  /// Newton step from the point of expansion to the centre.
  let step: SIMD4<Double>
  let target: Double
}

extension PlaneChain {
  /// Share of item proposals that are short Langevin steps, which free an item from where the full step overshoots.
  private static let shortShare = 0.15
  private static let shortStep = 0.4

  mutating func updateItems() {
    pin.reset(theta)
    slopePrecision = pin.covariance
    theta.withUnsafeBufferPointer { theta in
      for j in items.indices { updateItem(j, theta) }
    }
  }

  private mutating func updateItem(_ j: Int, _ theta: UnsafeBufferPointer<SIMD2<Double>>) {
    let kind = kinds[j]
    let old = items[j]
    let here = approximate(j, old, kind, theta)
    let z = SIMD4(random.normal(), random.normal(), random.normal(), kind == .full ? random.normal() : 0)
    let length = random.uniform() < Self.shortShare ? Self.shortStep : 1
    let drift: Double = length == 1 ? 1 : 0.5 * length * length
    let jump: SIMD4<Double> = drift * here.step + length * here.factor.colour(z)
    let proposal = moved(old, by: jump, kind)
    let threshold = logarithm(random.uniform())
    var accepted = false
    if cuts.contains(proposal.cuts) {
      let there = approximate(j, proposal, kind, theta)
      let back: SIMD4<Double> = (-jump - drift * there.step) / length
      var ratio: Double = there.target - here.target
      ratio += 0.5 * (there.factor.logDeterminant - here.factor.logDeterminant)
      ratio += 0.5 * ((z * z).sum() - there.factor.quadratic(back))
      accepted = threshold < ratio
      if accepted { items[j] = proposal }
    }
    if !isWarmingUp { acceptance.items.note(accepted) }
    if kind == .noOpposition || kind == .noSupport { sliceOpenCut(j, kind, theta) }
  }

  private func moved(_ p: PlaneItem, by jump: SIMD4<Double>, _ kind: ItemKind) -> PlaneItem {
    var q = p
    q.slope += SIMD2(jump.x, jump.y)
    switch kind {
    case .full:
      let width: Double = (p.upper - p.lower) * exponential(min(max(jump.w, -30), 30))
      let middle: Double = 0.5 * (p.upper + p.lower) + jump.z
      q.lower = middle - 0.5 * width
      q.upper = middle + 0.5 * width
    case .noOpposition: q.lower += jump.z
    case .noSupport: q.upper += jump.z
    case .oneCut:
      q.lower += jump.z
      q.upper = q.lower
    }
    return q
  }

  private func approximate(
    _ j: Int, _ p: PlaneItem, _ kind: ItemKind, _ theta: UnsafeBufferPointer<SIMD2<Double>>
  ) -> PlaneItemApproximation {
    let d = votes.derivatives(ofItem: j, at: p, theta: theta, model: model)
    let width = p.upper - p.lower
    let stretch = cuts.first(width)
    let rigidity = cuts.information
    let slope = d.slope - slopePrecision * p.slope
    let corner = d.slopeSlope + slopePrecision
    var gradient = SIMD4(slope.x, slope.y, 0, 0)
    var target: Double = d.value + cuts.value(p.cuts) - 0.5 * slopePrecision.quadratic(p.slope)
    var third = SIMD3<Double>.zero
    var fourth = SIMD4<Double>(0, 0, 0, 1)
    let both: Double = d.lowerLower + 2 * d.lowerUpper + d.upperUpper
    switch kind {
    case .full:
      let half: Double = 0.5 * width
      let cross = d.slopeLower + d.slopeUpper
      let along: SIMD2<Double> = half * (d.slopeUpper - d.slopeLower)
      let spread: Double = d.lowerLower - 2 * d.lowerUpper + d.upperUpper
      gradient.z = d.lower + d.upper
      gradient.w = half * (d.upper - d.lower) + width * stretch + 1
      third = SIMD3(cross.x, cross.y, both)
      fourth = SIMD4(
        along.x, along.y, half * (d.upperUpper - d.lowerLower), half * half * spread + width * width * rigidity + 1)
      target += logarithm(width)
    case .noOpposition:
      gradient.z = d.lower - stretch
      third = SIMD3(d.slopeLower.x, d.slopeLower.y, d.lowerLower + rigidity)
    case .noSupport:
      gradient.z = d.upper + stretch
      third = SIMD3(d.slopeUpper.x, d.slopeUpper.y, d.upperUpper + rigidity)
    case .oneCut:
      let cross = d.slopeLower + d.slopeUpper
      gradient.z = d.lower + d.upper
      third = SIMD3(cross.x, cross.y, both)
    }
    let factor = Cholesky4(corner, third, fourth, floor: SIMD4(0.5, 0.5, 1e-3, 1))
    return PlaneItemApproximation(factor: factor, step: factor.solve(gradient), target: target)
  }

  /// A slice step of the cut point that only abstentions inform, over its whole support. Source: Neal (2003),
  /// doi:10.1214/aos/1056562461.
  private mutating func sliceOpenCut(_ j: Int, _ kind: ItemKind, _ theta: UnsafeBufferPointer<SIMD2<Double>>) {
    let p = items[j]
    let above = kind == .noOpposition
    var low = above ? p.lower : p.upper - cuts.widest
    var high = above ? p.lower + cuts.widest : p.upper
    let current = above ? p.upper : p.lower
    let old = votes.abstentionValue(ofItem: j, at: p, theta: theta, model: model) + cuts.value(p.cuts)
    let level = old + logarithm(random.uniform())
    for _ in 0..<60 {
      let candidate: Double = low + random.uniform() * (high - low)
      var q = p
      if above { q.upper = candidate } else { q.lower = candidate }
      let value = votes.abstentionValue(ofItem: j, at: q, theta: theta, model: model) + cuts.value(q.cuts)
      if value >= level {
        items[j] = q
        return
      }
      if candidate < current { low = candidate } else { high = candidate }
    }
  }
}
