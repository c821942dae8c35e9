/// What one chain keeps: standardised positions of every draw, item parameters of every `thinning`-th.
///
/// Each draw is standardised over all positions (mean 0, standard deviation 1 with n − 1) and turned so that the anchor's mean
/// position is positive; items are moved along, so that the likelihood is the one of the raw draw.
struct ChainDraws: Sendable {
  let draws: Int
  let thinning: Int
  /// Position by position, `draws` values each.
  var positions: [Float]
  /// Slope, lower and upper cut item by item, `thinnedDraws` values each.
  var items: [Float]
  /// Standard deviation of the walk a session, on the standardised scale.
  var steps: [Float]
  var count = 0

  var thinnedDraws: Int { (draws + thinning - 1) / thinning }

  init(draws: Int, thinning: Int, positions: Int, items: Int) {
    self.draws = draws
    self.thinning = thinning
    self.positions = Array(repeating: 0, count: positions * draws)
    steps = Array(repeating: 0, count: draws)
    self.items = Array(repeating: 0, count: 3 * items * ((draws + thinning - 1) / thinning))
  }

  mutating func record(_ chain: Chain, anchors: [Int]) {
    guard count < draws else { return }
    let (mean, spread) = moments(chain.theta)
    var anchorTotal = 0.0
    for i in anchors { anchorTotal += chain.theta[i] - mean }
    let sd = anchorTotal < 0 ? -spread : spread
    for (i, x) in chain.theta.enumerated() { positions[i * draws + count] = Float((x - mean) / sd) }
    steps[count] = Float(chain.stepVariance.squareRoot() / spread)
    if count % thinning == 0 {
      let k = count / thinning
      let stride = thinnedDraws
      for (j, p) in chain.items.enumerated() {
        let moved: Double = p.slope * mean
        items[3 * j * stride + k] = Float(p.slope * sd)
        items[(3 * j + 1) * stride + k] = Float(p.lower - moved)
        items[(3 * j + 2) * stride + k] = Float(p.upper - moved)
      }
    }
    count += 1
  }
}
