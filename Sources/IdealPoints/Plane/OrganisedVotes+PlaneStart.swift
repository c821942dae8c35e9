import Statistics

extension OrganisedVotes {
  /// Rough positions in the plane to start chains from: the one-dimensional start, and the first principal direction of what it leaves.
  ///
  /// The second is found on states pooled over sessions, starting from an arbitrary pattern, then scored session by session.
  func startingPlane(anchor: UInt16) -> [SIMD2<Double>] {
    let first = startingPositions(anchor: anchor)
    let rest = residuals(of: first)
    var stateOf = [Int](repeating: 0, count: positions.count)
    for s in 0..<(stateStarts.count - 1) { for i in stateStarts[s]..<stateStarts[s + 1] { stateOf[i] = s } }
    let states = stateStarts.count - 1
    var scores: [Double] = (0..<states).map { (s: Int) -> Double in Double(s % 7 - 3) }
    var loadings: [Double] = []
    for _ in 0..<30 {
      loadings = rest.loadings(of: stateOf.map { scores[$0] }, items: items.count)
      var sums = [Double](repeating: 0, count: states)
      var counts = sums
      for (i, p) in rest.positions.enumerated() {
        sums[stateOf[p]] += rest.values[i] * loadings[rest.items[i]]
        counts[stateOf[p]] += 1
      }
      scores = Self.standardised(zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 })
    }
    var sums = [Double](repeating: 0, count: positions.count)
    for (i, p) in rest.positions.enumerated() { sums[p] += rest.values[i] * loadings[rest.items[i]] }
    for p in sums.indices { sums[p] /= Double(votes(at: p) + 5) }
    return zip(first, Self.standardised(sums)).map { SIMD2($0, $1) }
  }

  private static func standardised(_ values: [Double]) -> [Double] {
    let (mean, sd) = moments(values)
    return values.map { ($0 - mean) / sd }
  }

  /// Votes as 0, 1, 2, less each item's regression on `x`.
  private func residuals(of x: [Double]) -> ResidualVotes {
    var result = ResidualVotes()
    for j in items.indices {
      let range = Int(itemBounds[4 * j])..<Int(itemBounds[4 * j + 3])
      func code(_ i: Int) -> Double {
        i < Int(itemBounds[4 * j + 1]) ? 0 : i < Int(itemBounds[4 * j + 2]) ? 1 : 2
      }
      let n = Double(range.count)
      var sums = (x: 0.0, y: 0.0, xx: 0.0, xy: 0.0)
      for i in range {
        let place = x[Int(positionOf[i])]
        let y = code(i)
        sums.x += place
        sums.y += y
        sums.xx += place * place
        sums.xy += place * y
      }
      let spread: Double = sums.xx - sums.x * sums.x / n
      let slope: Double = spread > 1e-9 ? (sums.xy - sums.x * sums.y / n) / spread : 0
      for i in range {
        let p = Int(positionOf[i])
        result.positions.append(p)
        result.items.append(j)
        result.values.append(code(i) - sums.y / n - slope * (x[p] - sums.x / n))
      }
    }
    return result
  }
}

private struct ResidualVotes {
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
