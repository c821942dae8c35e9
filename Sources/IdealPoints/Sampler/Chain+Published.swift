import Statistics

/// What the published sampler carries from one iteration to the next beside positions and items.
///
/// Each position is drawn around the conditional mean its state's preceding session had at the preceding iteration, with variance
/// 0.5 n/(n + n_previous); a state's first session looks to its second.
struct PublishedState: Sendable {
  /// Prior mean and variance of each position.
  var means: [Double]
  let variances: [Double]
  /// The position each one looks to.
  let neighbour: [Int]
  /// Latent votes, in the order of `OrganisedVotes.positionOf`.
  var latent: [Double]

  /// Begins and steps as the published code, which draws the first latent votes around 0.
  let isAsPublished: Bool

  init(_ votes: OrganisedVotes, theta: [Double], isAsPublished: Bool) {
    self.isAsPublished = isAsPublished
    var neighbour = Array(votes.positions.indices)
    for s in 0..<(votes.stateStarts.count - 1) {
      let range = votes.stateStarts[s]..<votes.stateStarts[s + 1]
      for i in range { neighbour[i] = i > range.lowerBound ? i - 1 : i + 1 < range.upperBound ? i + 1 : i }
    }
    variances = votes.positions.indices.map { i in
      let n = Double(votes.votes(at: i))
      let other = Double(votes.votes(at: neighbour[i]))
      return neighbour[i] == i ? 1 : 0.5 * n / (n + other)
    }
    means = votes.positions.indices.map { neighbour[$0] == $0 ? 0 : theta[neighbour[$0]] }
    self.neighbour = neighbour
    latent = []
  }
}

/// The published prior: latent votes, and positions around plug-in means, as in the published code.
///
/// The plug-in means depend on the latent votes, so positions and slopes are drawn as there, with the limits that the published code puts on
/// positions (±5) and latent votes (±9): the latter hold back the states at the ends. Cut points move as there
/// (`Chain+PublishedCuts`) or, with the corrected sampler, by the step of `Chain+Items`, which leaves their conditional distribution as it is.
/// Source: Bailey, Strezhnev and Voeten (2017), doi:10.1177/0022002715595700, and their public code of 2020.
extension Chain {
  private static let positionBound: Double = 5
  private static let latentBound: Double = 9

  /// One iteration in the published order.
  mutating func sweepAsPublished() {
    if published.latent.count != votes.observationCount {
      if sweeps == 0, published.isAsPublished { for p in theta.indices { theta[p] = 0 } }
      augment()
    }
    drawPositionsAsPublished()
    if published.isAsPublished { stepCutsAsPublished() } else { updateItems(fixesSlopes: true) }
    augment()
    drawSlopesAsPublished()
  }

  /// Latent votes given everything else.
  private mutating func augment() {
    if published.latent.count != votes.observationCount {
      published.latent = Array(repeating: 0, count: votes.observationCount)
    }
    for j in items.indices {
      let p = items[j]
      let ends = [(-Double.infinity, p.lower), (p.lower, p.upper), (p.upper, Double.infinity)]
      for k in 0..<3 {
        let (low, high) = ends[k]
        for i in Int(votes.itemBounds[4 * j + k])..<Int(votes.itemBounds[4 * j + k + 1]) {
          let mean: Double = p.slope * theta[Int(votes.positionOf[i])]
          let draw: Double = mean + truncated(low - mean, high - mean)
          published.latent[i] = min(max(draw, -Self.latentBound), Self.latentBound)
        }
      }
    }
  }

  /// Plain rejection where the interval holds much of the mass, inversion elsewhere.
  private mutating func truncated(_ low: Double, _ high: Double) -> Double {
    if low < 0.3, high > -0.3, high - low > 2 {
      while true {
        let z = random.normal()
        if z > low, z < high { return z }
      }
    }
    return random.truncatedNormal(above: low, below: high)
  }

  /// Positions around their plug-in means, clamped and standardised over all.
  private mutating func drawPositionsAsPublished() {
    var weights = [Double](repeating: 0, count: theta.count)
    var sums = weights
    for j in items.indices {
      let slope = items[j].slope
      let squared: Double = slope * slope
      for i in Int(votes.itemBounds[4 * j])..<Int(votes.itemBounds[4 * j + 3]) {
        let p = Int(votes.positionOf[i])
        weights[p] += squared
        sums[p] += slope * published.latent[i]
      }
    }
    var means = theta
    for p in theta.indices {
      let prior: Double = 1 / published.variances[p]
      let precision: Double = weights[p] + prior
      means[p] = (sums[p] + prior * published.means[p]) / precision
      let draw: Double = means[p] + random.normal() / precision.squareRoot()
      theta[p] = min(max(draw, -Self.positionBound), Self.positionBound)
    }
    for p in theta.indices {
      let other = published.neighbour[p]
      published.means[p] = other == p ? 0 : means[other]
    }
    let (mean, sd) = moments(theta)
    for p in theta.indices { theta[p] = (theta[p] - mean) / sd }
  }

  /// Slopes given latent votes, prior N(0, 1).
  private mutating func drawSlopesAsPublished() {
    for j in items.indices {
      var weight = 1.0
      var sum = 0.0
      for i in Int(votes.itemBounds[4 * j])..<Int(votes.itemBounds[4 * j + 3]) {
        let x = theta[Int(votes.positionOf[i])]
        weight += x * x
        sum += x * published.latent[i]
      }
      items[j].slope = sum / weight + random.normal() / weight.squareRoot()
    }
  }
}

extension OrganisedVotes {
  /// Starting positions of the published code: 3 for USA, Canada, United Kingdom and Israel, −2 for USSR and GDR, else 0.
  var publishedStart: [Double] {
    positions.map { position in
      switch position.state {
      case 2, 20, 200, 666: 3
      case 365, 265: -2
      default: 0
      }
    }
  }

  /// Starting items of the published code: slope 1 or −1 by the American against the Soviet vote on the earliest roll call of the item, cut
  /// points by the shares of the votes.
  func publishedItems(twoCuts: Bool) -> [ItemParameters] {
    items.indices.map { j in
      let b = (0...3).map { Int(itemBounds[4 * j + $0]) }
      func earliest(_ state: UInt16) -> Int? {
        (b[0]..<b[3]).filter { positions[Int(positionOf[$0])].state == state }
          .min { positionOf[$0] < positionOf[$1] }
          .map { $0 < b[1] ? 1 : $0 < b[2] ? 2 : 3 }
      }
      let slope: Double
      if let american = earliest(2), let soviet = earliest(365) {
        slope = american > soviet ? 1 : american < soviet ? -1 : 0
      } else {
        slope = 0
      }
      let size = Double(b[3] - b[0])
      let lower: Double = 2 * Double(b[1] - b[0]) / size - 1
      let upper: Double = 2 * Double(b[2] - b[0]) / size - 1
      guard twoCuts else {
        let middle: Double = 0.5 * (lower + upper)
        return ItemParameters(slope: slope, lower: middle, upper: middle)
      }
      return ItemParameters(slope: slope, lower: lower, upper: upper)
    }
  }
}
