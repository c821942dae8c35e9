import CProbit
import Statistics

/// The votes as the likelihood reads them: pointers that stand still for the time of one call.
struct VoteKernel {
  let table: UnsafePointer<Double>
  let itemOf: UnsafePointer<Int32>
  let positionOf: UnsafePointer<Int32>
  let positionBounds: UnsafePointer<Int32>
  let itemBounds: UnsafePointer<Int32>
  let halfWay: Int32

  /// Likelihood of the votes at one position, at `theta`; `items` holds slope, lower and upper cut, over and over.
  @inline(__always)
  func position(_ p: Int, theta: Double, items: UnsafePointer<Double>) -> PositionDerivatives {
    var sums = probit_position_sums()
    probit_position(table, itemOf, positionBounds + 4 * p, items, theta, halfWay, &sums)
    return PositionDerivatives(
      value: sums.value, mantissa: sums.mantissa, exponent: sums.exponent, first: sums.first,
      information: max(sums.information, 0))
  }

  /// Likelihood of the votes on one item, at `p`.
  @inline(__always)
  func item(_ j: Int, at p: ItemParameters, theta: UnsafePointer<Double>) -> ItemDerivatives {
    var s = probit_item_sums()
    probit_item(table, positionOf, itemBounds + 4 * j, theta, p.slope, p.lower, p.upper, halfWay, &s)
    return ItemDerivatives(
      value: s.value, slope: s.slope, lower: s.lower, upper: s.upper, slopeSlope: s.slopeSlope,
      slopeLower: s.slopeLower,
      slopeUpper: s.slopeUpper, lowerLower: s.lowerLower, lowerUpper: s.lowerUpper, upperUpper: s.upperUpper)
  }

  /// Log-likelihood of the abstentions on one item.
  @inline(__always)
  func abstentions(_ j: Int, at p: ItemParameters, theta: UnsafePointer<Double>) -> Double {
    probit_item_abstentions(table, positionOf, itemBounds + 4 * j, theta, p.slope, p.lower, p.upper, halfWay)
  }
}

extension OrganisedVotes {
  /// Calls `body` with the votes; `nil` only where there are none.
  func withKernel<R>(_ model: OrdinalProbit, _ body: (VoteKernel) -> R) -> R? {
    model.table.withCoefficients { table in
      itemOf.withUnsafeBufferPointer { itemOf in
        positionOf.withUnsafeBufferPointer { positionOf in
          positionBounds.withUnsafeBufferPointer { positionBounds in
            itemBounds.withUnsafeBufferPointer { itemBounds in
              guard let a = itemOf.baseAddress, let b = positionOf.baseAddress, let c = positionBounds.baseAddress,
                let d = itemBounds.baseAddress
              else { return nil }
              return body(
                VoteKernel(
                  table: table, itemOf: a, positionOf: b, positionBounds: c, itemBounds: d,
                  halfWay: model.halfWay ? 1 : 0))
            }
          }
        }
      }
    }
  }
}
