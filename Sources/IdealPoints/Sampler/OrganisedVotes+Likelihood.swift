import Statistics

/// Log-likelihood of one position's votes, its derivative, and minus its second derivative.
struct PositionDerivatives {
  var value = 0.0
  var first = 0.0
  var information = 0.0
}

/// Log-likelihood of one item's votes, its gradient in (slope, lower, upper), and its negative Hessian.
struct ItemDerivatives {
  var value = 0.0
  var slope = 0.0
  var lower = 0.0
  var upper = 0.0
  var slopeSlope = 0.0
  var slopeLower = 0.0
  var slopeUpper = 0.0
  var lowerLower = 0.0
  var lowerUpper = 0.0
  var upperUpper = 0.0
}

extension OrganisedVotes {
  /// Likelihood of the votes at one position, at `theta`.
  func derivatives(
    at position: Int, theta: Double, items: UnsafeBufferPointer<ItemParameters>, model: OrdinalProbit
  ) -> PositionDerivatives {
    var result = PositionDerivatives()
    itemOf.withUnsafeBufferPointer { itemOf in
      let base = 4 * position
      let start = Int(positionBounds[base])
      let abstain = Int(positionBounds[base + 1])
      let no = Int(positionBounds[base + 2])
      let end = Int(positionBounds[base + 3])
      for i in start..<abstain {
        let item = items[Int(itemOf[i])]
        let f = model.table.derivatives(item.lower - item.slope * theta)
        result.value += f.value
        result.first -= item.slope * f.first
        result.information -= item.slope * item.slope * f.second
      }
      for i in no..<end {
        let item = items[Int(itemOf[i])]
        let f = model.table.derivatives(item.slope * theta - item.upper)
        result.value += f.value
        result.first += item.slope * f.first
        result.information -= item.slope * item.slope * f.second
      }
      var gaps = LogProduct()
      for i in abstain..<no {
        let item = items[Int(itemOf[i])]
        let centre: Double = item.slope * theta
        let f = model.abstention(item.lower - centre, item.upper - centre)
        result.value += f.value
        gaps.multiply(f.gap)
        result.first -= item.slope * (f.slopeA + f.slopeB)
        result.information += item.slope * item.slope * (f.curveA + f.curveB + 2 * f.cross)
      }
      result.value += gaps.logarithmOfAll
    }
    result.information = max(result.information, 0)
    return result
  }

  /// Likelihood of the votes on one item, at `p`.
  func derivatives(
    ofItem item: Int, at p: ItemParameters, theta: UnsafeBufferPointer<Double>, model: OrdinalProbit
  ) -> ItemDerivatives {
    var r = ItemDerivatives()
    let base = 4 * item
    let bounds = (
      Int(itemBounds[base]), Int(itemBounds[base + 1]), Int(itemBounds[base + 2]), Int(itemBounds[base + 3])
    )
    positionOf.withUnsafeBufferPointer { positionOf in
      for i in bounds.0..<bounds.1 {
        let x = theta[Int(positionOf[i])]
        let f = model.table.derivatives(p.lower - p.slope * x)
        let weighted: Double = f.second * x
        r.value += f.value
        r.lower += f.first
        r.slope -= f.first * x
        r.lowerLower -= f.second
        r.slopeLower += weighted
        r.slopeSlope -= weighted * x
      }
      for i in bounds.2..<bounds.3 {
        let x = theta[Int(positionOf[i])]
        let f = model.table.derivatives(p.slope * x - p.upper)
        let weighted: Double = f.second * x
        r.value += f.value
        r.upper -= f.first
        r.slope += f.first * x
        r.upperUpper -= f.second
        r.slopeUpper += weighted
        r.slopeSlope -= weighted * x
      }
      var gaps = LogProduct()
      for i in bounds.1..<bounds.2 {
        let x = theta[Int(positionOf[i])]
        let centre: Double = p.slope * x
        let f = model.abstention(p.lower - centre, p.upper - centre)
        let a: Double = f.curveA + f.cross
        let b: Double = f.curveB + f.cross
        r.value += f.value
        gaps.multiply(f.gap)
        r.lower += f.slopeA
        r.upper += f.slopeB
        r.slope -= (f.slopeA + f.slopeB) * x
        r.lowerLower += f.curveA
        r.upperUpper += f.curveB
        r.lowerUpper += f.cross
        r.slopeLower -= a * x
        r.slopeUpper -= b * x
        r.slopeSlope += (a + b) * x * x
      }
      r.value += gaps.logarithmOfAll
    }
    return r
  }

  /// Log-likelihood of the votes on one item.
  func value(
    ofItem item: Int, at p: ItemParameters, theta: UnsafeBufferPointer<Double>, model: OrdinalProbit
  ) -> Double {
    positionOf.withUnsafeBufferPointer { positionOf in
      var total = abstentionValue(ofItem: item, at: p, theta: theta, model: model)
      for i in Int(itemBounds[4 * item])..<Int(itemBounds[4 * item + 1]) {
        total += model.table.value(p.lower - p.slope * theta[Int(positionOf[i])])
      }
      for i in Int(itemBounds[4 * item + 2])..<Int(itemBounds[4 * item + 3]) {
        total += model.table.value(p.slope * theta[Int(positionOf[i])] - p.upper)
      }
      return total
    }
  }

  /// Log-likelihood of those votes on one item whose position is `included`.
  func value(
    ofItem item: Int, at p: ItemParameters, theta: UnsafeBufferPointer<Double>, model: OrdinalProbit,
    where included: (Int) -> Bool
  ) -> Double {
    var total = 0.0
    for i in Int(itemBounds[4 * item])..<Int(itemBounds[4 * item + 3]) {
      let position = Int(positionOf[i])
      guard included(position) else { continue }
      let mean: Double = p.slope * theta[position]
      if i < Int(itemBounds[4 * item + 1]) {
        total += model.table.value(p.lower - mean)
      } else if i >= Int(itemBounds[4 * item + 2]) {
        total += model.table.value(mean - p.upper)
      } else {
        let f = model.abstentionValue(p.lower - mean, p.upper - mean)
        total += f.value + logarithm(f.gap)
      }
    }
    return total
  }

  /// Log-likelihood of the abstentions on one item.
  func abstentionValue(
    ofItem item: Int, at p: ItemParameters, theta: UnsafeBufferPointer<Double>, model: OrdinalProbit
  ) -> Double {
    positionOf.withUnsafeBufferPointer { positionOf in
      var total = 0.0
      var gaps = LogProduct()
      for i in Int(itemBounds[4 * item + 1])..<Int(itemBounds[4 * item + 2]) {
        let centre: Double = p.slope * theta[Int(positionOf[i])]
        let f = model.abstentionValue(p.lower - centre, p.upper - centre)
        total += f.value
        gaps.multiply(f.gap)
      }
      return total + gaps.logarithmOfAll
    }
  }
}

extension OrganisedVotes {
  /// Sessions since the state's preceding position; 0 for its first.
  var sessionGaps: [Int] {
    positions.indices.map { i in
      guard i > 0, positions[i - 1].state == positions[i].state else { return 0 }
      return Int(positions[i].session) - Int(positions[i - 1].session)
    }
  }
}
