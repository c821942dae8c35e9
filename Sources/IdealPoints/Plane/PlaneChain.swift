import Statistics

/// One Markov chain over positions in the plane, items and the scale of the walk.
///
/// A sweep updates: both coordinates of a state's positions together, in blocks of consecutive sessions; the covariance of the walk's
/// steps; the four parameters of each item together, each of these by one Metropolis step from the Gaussian approximation of the
/// conditional, as in one dimension; then stretches, shears and shifts of runs of sessions together with their items.
/// Prior: slopes N(0, I) on the scale on which positions are white; positions a random walk with steps N(0, Σ) a session of gap,
/// Σ ~ inverse Wishart(5, 0.2 I), and first positions N(0, T), T ~ inverse Wishart(5, 2 I), margins of Σ and T being the inverse gammas
/// of one dimension; times the factor that holds positions near white (`PlanePin`). Nothing prefers a direction, so that the posterior
/// is the same in every rotation.
struct PlaneChain: Sendable {
  let votes: OrganisedVotes
  let model: OrdinalProbit
  let cuts: CutPrior
  let kinds: [ItemKind]
  let sessions: PlaneSessions
  /// Sessions since the state's preceding position; 0 for its first.
  let gaps: [Int]

  var random: Xoshiro256
  var theta: [SIMD2<Double>]
  var items: [PlaneItem]
  /// Inverse of Σ, a session.
  var stepPrecision: Symmetric2
  /// Inverse of T.
  var firstPrecision = Symmetric2.identity
  var pin: PlanePin
  /// Prior precision of the slopes, during the item step.
  var slopePrecision = Symmetric2.identity
  /// Sum of the slopes' outer products, during the position step and the moves of sessions.
  var slopeSquares = Symmetric2.zero
  /// Lengths of the moves of sessions.
  var reach: SessionReach
  var sweeps = 0
  let warmup: Int
  var acceptance = AcceptanceRecord()

  init(
    _ votes: OrganisedVotes, options: IdealPointOptions, start: [SIMD2<Double>], chain: Int, tolerance: Double = 0.05
  ) {
    self.votes = votes
    cuts = .randomWalk
    warmup = options.warmup
    model = OrdinalProbit(table: .shared, halfWay: options.selection.abstention == .halfWay)
    let twoCuts = options.selection.abstention.hasTwoCuts
    kinds = votes.items.indices.map { votes.kind(ofItem: $0, twoCuts: twoCuts) }
    gaps = votes.sessionGaps
    sessions = PlaneSessions(votes)
    reach = SessionReach()
    var random = Xoshiro256(seed: options.seed, stream: UInt64(chain) + 1)
    let spread: Double = 0.5 + random.uniform()
    theta = start.map { x in
      let noise = SIMD2(random.normal(), random.normal())
      return spread * x + 0.5 * noise
    }
    self.random = random
    stepPrecision = 20 * .identity
    pin = PlanePin(tolerance: tolerance)
    let first = votes.startingItems(theta: theta.map(\.x), twoCuts: twoCuts)
    let second = votes.startingItems(theta: theta.map(\.y), twoCuts: twoCuts)
    items = zip(first, second).map { PlaneItem(slope: SIMD2($0.slope, $1.slope), lower: $0.lower, upper: $0.upper) }
    recentre()
    pin.reset(theta)
  }

  var isWarmingUp: Bool { sweeps < warmup }

  mutating func sweep() {
    updatePositions()
    updateScales()
    updateItems()
    if isWarmingUp { recentre() }
    moveSessions()
    sweeps += 1
  }

  /// Brings the positions to mean 0 and covariance I, and all else along, while the chain is still finding its place.
  private mutating func recentre() {
    let frame = Whitening(theta)
    for i in theta.indices { theta[i] = frame.position(theta[i]) }
    for j in items.indices { items[j] = frame.item(items[j]) }
    let back = frame.root.transposed
    stepPrecision = stepPrecision.conjugated(by: back)
    firstPrecision = firstPrecision.conjugated(by: back)
  }

  /// Precisions of the walk from their Wishart conditionals.
  private mutating func updateScales() {
    var steps = Symmetric2(xx: 0.2, xy: 0, yy: 0.2)
    var firsts = Symmetric2(xx: 2, xy: 0, yy: 2)
    var count = 5.0
    var states = 5.0
    for i in theta.indices {
      if gaps[i] == 0 {
        firsts.add(1, theta[i])
        states += 1
      } else {
        steps.add(1 / Double(gaps[i]), theta[i] - theta[i - 1])
        count += 1
      }
    }
    stepPrecision = random.wishart(freedom: count, inverseScale: steps)
    firstPrecision = random.wishart(freedom: states, inverseScale: firsts)
  }
}

/// The affine map that brings positions to mean 0 and covariance I (n − 1), up to a rotation.
struct Whitening {
  let mean: SIMD2<Double>
  /// L with L Lᵀ the covariance: position = L · white position + mean.
  let root: Matrix2
  private let inverse: Matrix2

  init(_ theta: [SIMD2<Double>]) {
    var pin = PlanePin(tolerance: 1)
    pin.reset(theta)
    mean = pin.mean
    let l = pin.covariance.root
    root = Matrix2(first: SIMD2(l.x, 0), second: SIMD2(l.y, l.z))
    inverse = root.inverse
  }

  func position(_ x: SIMD2<Double>) -> SIMD2<Double> { inverse * (x - mean) }

  /// The item that says of white positions what `p` says of the others.
  func item(_ p: PlaneItem) -> PlaneItem {
    let moved: Double = (p.slope * mean).sum()
    return PlaneItem(slope: root.transposed * p.slope, lower: p.lower - moved, upper: p.upper - moved)
  }
}
