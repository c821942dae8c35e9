/// What one chain in the plane keeps: white positions of every draw, item parameters of every `thinning`-th.
///
/// Each draw is brought to mean 0 and covariance I over all positions and items are moved along; which rotation it has is left to
/// `PlaneFrame`, when all chains are done.
struct PlaneDraws: Sendable {
  let draws: Int
  let thinning: Int
  let places: Int
  let itemCount: Int
  /// First coordinate position by position, `draws` values each, then the second.
  var positions: [Float]
  /// Two slopes, lower and upper cut item by item, `thinnedDraws` values each.
  var items: [Float]
  /// Root mean square over directions of the walk's standard deviation a session, on the white scale.
  var steps: [Float]
  var count = 0

  var thinnedDraws: Int { (draws + thinning - 1) / thinning }

  init(draws: Int, thinning: Int, positions places: Int, items itemCount: Int) {
    self.draws = draws
    self.thinning = thinning
    self.places = places
    self.itemCount = itemCount
    positions = Array(repeating: 0, count: 2 * places * draws)
    steps = Array(repeating: 0, count: draws)
    items = Array(repeating: 0, count: 4 * itemCount * ((draws + thinning - 1) / thinning))
  }

  mutating func record(_ chain: PlaneChain) {
    guard count < draws else { return }
    let frame = Whitening(chain.theta)
    for (i, x) in chain.theta.enumerated() {
      let white = frame.position(x)
      positions[i * draws + count] = Float(white.x)
      positions[(places + i) * draws + count] = Float(white.y)
    }
    let step = chain.stepPrecision.conjugated(by: frame.root.transposed).inverse
    steps[count] = Float((0.5 * (step.xx + step.yy)).squareRoot())
    if count % thinning == 0 {
      let k = count / thinning
      let n = thinnedDraws
      for (j, p) in chain.items.enumerated() {
        let q = frame.item(p)
        items[4 * j * n + k] = Float(q.slope.x)
        items[(4 * j + 1) * n + k] = Float(q.slope.y)
        items[(4 * j + 2) * n + k] = Float(q.lower)
        items[(4 * j + 3) * n + k] = Float(q.upper)
      }
    }
    count += 1
  }

  /// Turns every draw by its own rotation or reflection.
  mutating func turn(_ rotations: [Matrix2]) {
    for p in 0..<places {
      for s in 0..<draws {
        let x = SIMD2(Double(positions[p * draws + s]), Double(positions[(places + p) * draws + s]))
        let turned = rotations[s] * x
        positions[p * draws + s] = Float(turned.x)
        positions[(places + p) * draws + s] = Float(turned.y)
      }
    }
    let n = thinnedDraws
    for j in 0..<itemCount {
      for k in 0..<n {
        let turned = rotations[k * thinning] * slope(j, k)
        items[4 * j * n + k] = Float(turned.x)
        items[(4 * j + 1) * n + k] = Float(turned.y)
      }
    }
  }

  func slope(_ j: Int, _ k: Int) -> SIMD2<Double> {
    let n = thinnedDraws
    return SIMD2(Double(items[4 * j * n + k]), Double(items[(4 * j + 1) * n + k]))
  }
}
