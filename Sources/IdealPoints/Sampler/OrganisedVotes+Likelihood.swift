import Statistics

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
