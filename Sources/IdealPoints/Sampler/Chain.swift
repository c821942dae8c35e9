import Statistics

/// One Markov chain over positions, items and the scale of the walk.
///
/// A sweep updates: positions, in blocks of a state's consecutive sessions, by Metropolis steps from the Gaussian approximation of
/// their conditional (likelihood included, no augmented utilities); the scales of the walk; items, each by one step of the same
/// kind; then a shift and a stretch of every session together with its items, which leave most of the likelihood as it is and are the
/// directions in which alternating updates alone move slowly.
/// Methods: Holmes and Held (2006), doi:10.1214/06-BA105 (why augmentation mixes slowly); Qi and Minka (2002) (Hessian-based
/// proposals); Liu and Sabatti (2000), doi:10.1093/biomet/87.2.353 (group moves).
struct Chain: Sendable {
  let votes: OrganisedVotes
  let prior: PositionPrior
  let model: OrdinalProbit
  let cuts: CutPrior
  let kinds: [ItemKind]
  let sessions: SessionMap
  /// Sessions since the state's preceding position; 0 for its first.
  let gaps: [Int]

  var random: Xoshiro256
  var theta: [Double]
  var items: [ItemParameters]
  /// Variance of the walk a session.
  var stepVariance = 0.05
  /// Variance of a state's first position.
  var firstVariance = 1.0
  var pin: ScalePin
  /// Prior precision of the slopes, during the item step.
  var slopePrecision = 1.0
  /// Sum of the squared slopes, during the position step.
  var slopeSquares = 0.0
  /// State of the published sampler alone.
  var published: PublishedState
  var sweeps = 0
  var warmup: Int
  var acceptance = AcceptanceRecord()

  init(
    _ votes: OrganisedVotes, options: IdealPointOptions, start: [Double], chain: Int, tolerance: Double = 0.05
  ) {
    self.votes = votes
    prior = options.prior
    cuts = options.prior == .published ? .published : .randomWalk
    warmup = options.warmup
    model = OrdinalProbit(table: .shared, halfWay: options.selection.abstention == .halfWay)
    let twoCuts = options.selection.abstention.hasTwoCuts
    kinds = votes.items.indices.map { votes.kind(ofItem: $0, twoCuts: twoCuts) }
    gaps = votes.sessionGaps
    sessions = SessionMap(votes)
    random = Xoshiro256(seed: options.seed, stream: UInt64(chain) + 1)
    var positions = start
    let isAsPublished = options.prior == .published && options.publishedSampler == .published
    if isAsPublished {
      positions = votes.publishedStart
    } else {
      let spread: Double = 0.5 + random.uniform()
      for i in positions.indices { positions[i] = spread * positions[i] + 0.5 * random.normal() }
      let (mean, sd) = moments(positions)
      positions = positions.map { ($0 - mean) / sd }
    }
    theta = positions
    pin = ScalePin(tolerance: tolerance)
    pin.reset(positions)
    items =
      isAsPublished
      ? votes.publishedItems(twoCuts: twoCuts) : votes.startingItems(theta: positions, twoCuts: twoCuts)
    published = PublishedState(votes, theta: positions, isAsPublished: isAsPublished)
  }

  var isWarmingUp: Bool { sweeps < warmup }

  /// One full sweep.
  mutating func sweep() {
    switch prior {
    case .randomWalk:
      updatePositions()
      updateVariances()
      updateItems()
      if isWarmingUp { recentre() }
      moveSessions()
    case .published:
      sweepAsPublished()
    }
    sweeps += 1
  }

  /// Brings mean and variance of the positions to 0 and 1 and items along, while the chain is still finding its place.
  private mutating func recentre() {
    let (mean, sd) = moments(theta)
    for i in theta.indices { theta[i] = (theta[i] - mean) / sd }
    for j in items.indices {
      let amount: Double = items[j].slope * mean
      items[j] = ItemParameters(
        slope: items[j].slope * sd, lower: items[j].lower - amount, upper: items[j].upper - amount)
    }
    stepVariance /= sd * sd
    firstVariance /= sd * sd
  }

  /// Scales of the walk from their inverse-gamma conditionals, prior IG(2, 0.1) a session and IG(2, 1) for first positions.
  private mutating func updateVariances() {
    var steps = 0.0
    var count = 0.0
    var firsts = 0.0
    var states = 0.0
    for i in theta.indices {
      if gaps[i] == 0 {
        firsts += theta[i] * theta[i]
        states += 1
      } else {
        let step = theta[i] - theta[i - 1]
        steps += step * step / Double(gaps[i])
        count += 1
      }
    }
    stepVariance = random.inverseGamma(shape: 2 + count / 2, scale: 0.1 + steps / 2)
    firstVariance = random.inverseGamma(shape: 2 + states / 2, scale: 1 + firsts / 2)
  }
}

/// Accepted and proposed moves of each kind after the warm-up.
struct AcceptanceRecord: Sendable, Codable, Hashable {
  var positions = Ratio()
  var items = Ratio()
  var sessions = Ratio()

  struct Ratio: Sendable, Codable, Hashable {
    var accepted = 0
    var proposed = 0
    var rate: Double { Double(accepted) / Double(max(proposed, 1)) }
    mutating func add(_ other: Ratio) {
      accepted += other.accepted
      proposed += other.proposed
    }
    mutating func note(_ isAccepted: Bool) {
      proposed += 1
      if isAccepted { accepted += 1 }
    }
  }
}

/// Mean and standard deviation with n − 1.
func moments(_ values: [Double]) -> (mean: Double, sd: Double) {
  let n = Double(values.count)
  let mean = values.reduce(0, +) / n
  var squares = 0.0
  for value in values { squares += (value - mean) * (value - mean) }
  let sd = (squares / max(n - 1, 1)).squareRoot()
  return (mean, sd > 0 ? sd : 1)
}
