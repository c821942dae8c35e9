/// The prior of the published code: each position is drawn around the conditional mean its state's preceding session had at the
/// preceding iteration, with variance 0.5 n/(n + n_previous); a state's first session looks to its second.
struct PluginPrior: Sendable {
  /// Prior mean and variance of each position.
  var means: [Double]
  let variances: [Double]
  /// The position each one looks to.
  let neighbour: [Int]

  init(_ votes: OrganisedVotes, theta: [Double]) {
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
  }

  /// Takes the conditional means of this iteration as the prior means of the next.
  mutating func advance(_ conditionalMeans: [Double]) {
    for i in means.indices { means[i] = neighbour[i] == i ? 0 : conditionalMeans[neighbour[i]] }
  }
}
