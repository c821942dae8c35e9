import Statistics

/// Log-likelihood of one position's votes in two dimensions, its gradient, and its negative Hessian.
struct PlanePositionDerivatives {
  var value = 0.0
  var first = SIMD2<Double>.zero
  var information = Symmetric2.zero
}

/// Log-likelihood of one item's votes in two dimensions, its gradient, and its negative Hessian.
struct PlaneItemDerivatives {
  var value = 0.0
  var slope = SIMD2<Double>.zero
  var lower = 0.0
  var upper = 0.0
  var slopeSlope = Symmetric2.zero
  var slopeLower = SIMD2<Double>.zero
  var slopeUpper = SIMD2<Double>.zero
  var lowerLower = 0.0
  var lowerUpper = 0.0
  var upperUpper = 0.0
}

extension OrganisedVotes {
  func derivatives(
    at position: Int, theta: SIMD2<Double>, items: UnsafeBufferPointer<PlaneItem>, model: OrdinalProbit
  ) -> PlanePositionDerivatives {
    var r = PlanePositionDerivatives()
    itemOf.withUnsafeBufferPointer { itemOf in
      let b = (0...3).map { Int(positionBounds[4 * position + $0]) }
      for i in b[0]..<b[1] {
        let item = items[Int(itemOf[i])]
        let f = model.table.derivatives(item.lower - (item.slope * theta).sum())
        r.value += f.value
        r.first -= f.first * item.slope
        r.information.add(-f.second, item.slope)
      }
      for i in b[2]..<b[3] {
        let item = items[Int(itemOf[i])]
        let f = model.table.derivatives((item.slope * theta).sum() - item.upper)
        r.value += f.value
        r.first += f.first * item.slope
        r.information.add(-f.second, item.slope)
      }
      var gaps = LogProduct()
      for i in b[1]..<b[2] {
        let item = items[Int(itemOf[i])]
        let centre: Double = (item.slope * theta).sum()
        let f = model.abstention(item.lower - centre, item.upper - centre)
        r.value += f.value
        gaps.multiply(f.gap)
        r.first -= (f.slopeA + f.slopeB) * item.slope
        r.information.add(f.curveA + f.curveB + 2 * f.cross, item.slope)
      }
      r.value += gaps.logarithmOfAll
    }
    return r
  }

  func derivatives(
    ofItem item: Int, at p: PlaneItem, theta: UnsafeBufferPointer<SIMD2<Double>>, model: OrdinalProbit
  ) -> PlaneItemDerivatives {
    var r = PlaneItemDerivatives()
    let b = (0...3).map { Int(itemBounds[4 * item + $0]) }
    positionOf.withUnsafeBufferPointer { positionOf in
      for i in b[0]..<b[1] {
        let x = theta[Int(positionOf[i])]
        let f = model.table.derivatives(p.lower - (p.slope * x).sum())
        r.value += f.value
        r.lower += f.first
        r.slope -= f.first * x
        r.lowerLower -= f.second
        r.slopeLower += f.second * x
        r.slopeSlope.add(-f.second, x)
      }
      for i in b[2]..<b[3] {
        let x = theta[Int(positionOf[i])]
        let f = model.table.derivatives((p.slope * x).sum() - p.upper)
        r.value += f.value
        r.upper -= f.first
        r.slope += f.first * x
        r.upperUpper -= f.second
        r.slopeUpper += f.second * x
        r.slopeSlope.add(-f.second, x)
      }
      var gaps = LogProduct()
      for i in b[1]..<b[2] {
        let x = theta[Int(positionOf[i])]
        let centre: Double = (p.slope * x).sum()
        let f = model.abstention(p.lower - centre, p.upper - centre)
        let a: Double = f.curveA + f.cross
        let c: Double = f.curveB + f.cross
        r.value += f.value
        gaps.multiply(f.gap)
        r.lower += f.slopeA
        r.upper += f.slopeB
        r.slope -= (f.slopeA + f.slopeB) * x
        r.lowerLower += f.curveA
        r.upperUpper += f.curveB
        r.lowerUpper += f.cross
        r.slopeLower -= a * x
        r.slopeUpper -= c * x
        r.slopeSlope.add(a + c, x)
      }
      r.value += gaps.logarithmOfAll
    }
    return r
  }

  /// Log-likelihood of the abstentions on one item.
  func abstentionValue(
    ofItem item: Int, at p: PlaneItem, theta: UnsafeBufferPointer<SIMD2<Double>>, model: OrdinalProbit
  ) -> Double {
    var total = 0.0
    var gaps = LogProduct()
    for i in Int(itemBounds[4 * item + 1])..<Int(itemBounds[4 * item + 2]) {
      let centre: Double = (p.slope * theta[Int(positionOf[i])]).sum()
      let f = model.abstentionValue(p.lower - centre, p.upper - centre)
      total += f.value
      gaps.multiply(f.gap)
    }
    return total + gaps.logarithmOfAll
  }
}

extension OrdinalProbit {
  /// Log-likelihood of one vote, 0 yes, 1 abstain, 2 no, at the latent mean.
  func value(_ vote: Int, lower: Double, upper: Double, mean: Double) -> Double {
    switch vote {
    case 0: return table.value(lower - mean)
    case 2: return table.value(mean - upper)
    default:
      let f = abstentionValue(lower - mean, upper - mean)
      return f.value + logarithm(f.gap)
    }
  }
}
