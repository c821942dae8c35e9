import Statistics

extension OrganisedVotes {
  /// Rough positions to start chains from: the first principal direction of the centred votes, standardised.
  ///
  /// The direction is found on states pooled over sessions, starting from the anchor, then scored session by session.
  func startingPositions(anchor: UInt16) -> [Double] {
    let centred = centredVotes()
    var stateOf = [Int](repeating: 0, count: positions.count)
    for s in 0..<(stateStarts.count - 1) { for i in stateStarts[s]..<stateStarts[s + 1] { stateOf[i] = s } }
    let states = stateStarts.count - 1
    let first = positions.firstIndex { $0.state == anchor }.map { stateOf[$0] } ?? 0
    var scores = [Double](repeating: 0, count: states)
    scores[first] = 1
    var loadings: [Double] = []
    for _ in 0..<12 {
      loadings = centred.loadings(of: positions.indices.map { scores[stateOf[$0]] }, items: items.count)
      var sums = [Double](repeating: 0, count: states)
      var counts = sums
      for (i, p) in centred.positions.enumerated() {
        sums[stateOf[p]] += centred.values[i] * loadings[centred.items[i]]
        counts[stateOf[p]] += 1
      }
      scores = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
      let (mean, sd) = moments(scores)
      for s in scores.indices { scores[s] = (scores[s] - mean) / sd }
    }
    var sums = [Double](repeating: 0, count: positions.count)
    for (i, p) in centred.positions.enumerated() { sums[p] += centred.values[i] * loadings[centred.items[i]] }
    for p in sums.indices { sums[p] /= Double(votes(at: p) + 5) }
    let (mean, sd) = moments(sums)
    return sums.map { ($0 - mean) / sd }
  }

  /// Moderate item parameters that fit the shares of each vote at the given positions.
  func startingItems(theta: [Double], twoCuts: Bool) -> [ItemParameters] {
    let loadings = centredVotes().loadings(of: theta, items: items.count)
    return items.indices.map { j in
      let b = (0...3).map { Double(itemBounds[4 * j + $0]) }
      let n: Double = b[3] - b[0] + 1.5
      let slope = min(max(2 * loadings[j], -1.5), 1.5)
      let inflation: Double = (1 + slope * slope).squareRoot()
      let yes: Double = (b[1] - b[0] + 0.5) / n
      let no: Double = (b[3] - b[2] + 0.5) / n
      let lower = min(max(Normal.quantile(yes) * inflation, -6), 6)
      let upper = min(max(Normal.quantile(1 - no) * inflation, lower + 0.05), 6.5)
      let middle: Double = Normal.quantile((yes + 1 - no) / 2) * inflation
      return twoCuts
        ? ItemParameters(slope: slope, lower: lower, upper: upper)
        : ItemParameters(slope: slope, lower: middle, upper: middle)
    }
  }

  private func centredVotes() -> CentredVotes {
    var result = CentredVotes()
    for j in items.indices {
      let b = (0...3).map { Int(itemBounds[4 * j + $0]) }
      let n = Double(b[3] - b[0])
      let mean: Double = (Double(b[2] - b[1]) + 2 * Double(b[3] - b[2])) / n
      for k in 0..<3 {
        for i in b[k]..<b[k + 1] {
          result.positions.append(Int(positionOf[i]))
          result.items.append(j)
          result.values.append(Double(k) - mean)
        }
      }
    }
    return result
  }
}

private struct CentredVotes {
  var positions: [Int] = []
  var items: [Int] = []
  var values: [Double] = []

  func loadings(of x: [Double], items count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    var sizes = sums
    for i in values.indices {
      sums[items[i]] += values[i] * x[positions[i]]
      sizes[items[i]] += 1
    }
    return zip(sums, sizes).map { $1 > 0 ? $0 / $1 : 0 }
  }
}
