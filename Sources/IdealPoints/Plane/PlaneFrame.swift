/// The frame that all draws of a fit in the plane are turned into.
///
/// Each draw gets the rotation or reflection that brings its positions closest, by least squares, to the mean of all draws so turned
/// (generalised Procrustes). The frame of that mean is then turned so that dimension 1 is the direction of largest slopes, which is the first
/// principal component of the latent votes; dimension 2 is orthogonal to it. Dimension 1 is positive on the side of the anchor,
/// dimension 2 on that of the second anchor.
/// Source: Gower (1975), doi:10.1007/BF02291478.
struct PlaneFrame {
  /// State whose mean position on dimension 2 is positive: the Soviet Union and Russia.
  static let secondAnchor: UInt16 = 365
  private static let rounds = 4

  /// Share of the slopes' variance that dimension 1 has, 0.5 to 1.
  let firstShare: Double

  init(_ chains: inout [PlaneDraws], anchors: [Int], secondAnchors: [Int]) {
    guard let head = chains.first, head.draws > 0 else {
      firstShare = .nan
      return
    }
    var reference = (0..<head.places).map { p in
      SIMD2(
        Double(head.positions[p * head.draws + head.draws - 1]),
        Double(head.positions[(head.places + p) * head.draws + head.draws - 1]))
    }
    var rotations = chains.map { [Matrix2](repeating: .identity, count: $0.draws) }
    for _ in 0..<Self.rounds {
      for c in chains.indices { rotations[c] = Self.rotations(chains[c], towards: reference) }
      reference = Self.mean(chains, rotations)
    }
    var spread = Symmetric2.zero
    for (c, chain) in chains.enumerated() {
      for j in 0..<chain.itemCount {
        for k in 0..<chain.thinnedDraws { spread.add(1, rotations[c][k * chain.thinning] * chain.slope(j, k)) }
      }
    }
    let half: Double = 0.5 * (spread.xx - spread.yy)
    let radius = (half * half + spread.xy * spread.xy).squareRoot()
    firstShare = 0.5 + radius / max(spread.xx + spread.yy, 1e-300)
    var axis = half >= 0 ? SIMD2(half + radius, spread.xy) : SIMD2(spread.xy, radius - half)
    let length = (axis * axis).sum().squareRoot()
    axis = length > 0 ? axis / length : SIMD2(1, 0)
    var frame = Matrix2(first: axis, second: SIMD2(-axis.y, axis.x))
    if anchors.reduce(0.0, { $0 + (frame.first * reference[$1]).sum() }) < 0 { frame.first = -frame.first }
    if secondAnchors.reduce(0.0, { $0 + (frame.second * reference[$1]).sum() }) < 0 { frame.second = -frame.second }
    for c in chains.indices { chains[c].turn(rotations[c].map { frame * $0 }) }
  }

  private static func rotations(_ chain: PlaneDraws, towards reference: [SIMD2<Double>]) -> [Matrix2] {
    var products = [Matrix2](repeating: Matrix2(first: .zero, second: .zero), count: chain.draws)
    for p in 0..<chain.places {
      for s in 0..<chain.draws {
        let x = SIMD2(
          Double(chain.positions[p * chain.draws + s]), Double(chain.positions[(chain.places + p) * chain.draws + s]))
        products[s].first += reference[p].x * x
        products[s].second += reference[p].y * x
      }
    }
    return products.map(\.nearestOrthogonal)
  }

  private static func mean(_ chains: [PlaneDraws], _ rotations: [[Matrix2]]) -> [SIMD2<Double>] {
    let total = Double(chains.reduce(0) { $0 + $1.draws })
    var mean = [SIMD2<Double>](repeating: .zero, count: chains.first?.places ?? 0)
    for (c, chain) in chains.enumerated() {
      for p in mean.indices {
        for s in 0..<chain.draws {
          let x = SIMD2(
            Double(chain.positions[p * chain.draws + s]),
            Double(chain.positions[(chain.places + p) * chain.draws + s]))
          mean[p] += rotations[c][s] * x
        }
      }
    }
    return mean.map { $0 / total }
  }
}
