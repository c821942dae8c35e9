import Statistics

/// Probabilities of one vote at one draw; an abstention has the rest.
struct VoteProbabilities: Sendable {
  let yes: Double
  let no: Double
  var abstain: Double { max(1 - yes - no, 0) }

  subscript(vote: UInt8) -> Double { vote == 1 ? yes : vote == 3 ? no : abstain }

  /// Probability that two independent votes are equal.
  func agreement(with other: VoteProbabilities) -> Double {
    yes * other.yes + abstain * other.abstain + no * other.no
  }
}

extension JointDraws {
  /// Slope times position at every draw, summed over dimensions.
  func latentMeans(_ position: Int, _ item: Int) -> [Double] {
    var means = [Double](repeating: 0, count: count)
    for d in 1...dimensions {
      let theta = self.position(position, dimension: d)
      let slope = self.slope(item, dimension: d)
      for s in 0..<count {
        means[s] += Double(slope[slope.startIndex + s]) * Double(theta[theta.startIndex + s])
      }
    }
    return means
  }

  /// Calls `body` with the probabilities at every draw.
  func forEachProbability(_ position: Int, _ item: Int, _ body: (Int, VoteProbabilities) -> Void) {
    let table = LogNormalTable.shared
    let means = latentMeans(position, item)
    let lower = self.lower(item)
    let upper = self.upper(item)
    for s in 0..<count {
      let mean = means[s]
      body(
        s,
        VoteProbabilities(
          yes: exponential(table.value(Double(lower[lower.startIndex + s]) - mean)),
          no: exponential(table.value(mean - Double(upper[upper.startIndex + s])))))
    }
  }
}
