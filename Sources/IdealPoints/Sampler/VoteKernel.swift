import CProbit
import Statistics

/// The votes as the likelihood reads them: pointers that stand still for the time of one call.
struct VoteKernel {
  /// The votes by group: those of each position, unless they were given.
  let votes: probit_votes
  let positionOf: UnsafePointer<Int32>
  let itemBounds: UnsafePointer<Int32>

  /// Likelihood of the votes of the groups from `start` on, at `theta`; leaves the first derivative and minus the second of each group.
  ///
  /// - Parameter items: as `ItemParameters.flat`.
  /// - Parameter scratch: room for twice the votes and `PROBIT_ROOM`.
  @inline(__always)
  func positions(
    _ start: Int, _ count: Int, theta: UnsafePointer<Double>, items: UnsafePointer<Double>,
    scratch: UnsafeMutablePointer<Double>, first: UnsafeMutablePointer<Double>,
    information: UnsafeMutablePointer<Double>
  ) -> probit_sum {
    var sum = probit_sum()
    withUnsafePointer(to: votes) {
      probit_positions($0, items, theta, Int64(start), Int64(count), scratch, first, information, &sum)
    }
    return sum
  }

  /// The same for each vote of the first `count` groups.
  func votes(
    ofGroups count: Int, theta: UnsafePointer<Double>, items: UnsafePointer<Double>,
    first: UnsafeMutablePointer<Double>, information: UnsafeMutablePointer<Double>
  ) -> probit_sum {
    var sum = probit_sum()
    withUnsafePointer(to: votes) { probit_votes_of($0, items, theta, 0, Int64(count), first, information, &sum) }
    return sum
  }

  /// Likelihood of the votes on one item, at `p`.
  @inline(__always)
  func item(_ j: Int, at p: ItemParameters, theta: UnsafePointer<Double>) -> ItemDerivatives {
    var s = probit_item_sums()
    withUnsafePointer(to: votes.tables) {
      probit_item($0, positionOf, itemBounds + 4 * j, theta, p.slope, p.lower, p.upper, votes.half_way, &s)
    }
    return ItemDerivatives(
      value: s.value, slope: s.slope, lower: s.lower, upper: s.upper, slopeSlope: s.slopeSlope,
      slopeLower: s.slopeLower,
      slopeUpper: s.slopeUpper, lowerLower: s.lowerLower, lowerUpper: s.lowerUpper, upperUpper: s.upperUpper)
  }

  /// Log-likelihood of the abstentions on one item.
  @inline(__always)
  func abstentions(_ j: Int, at p: ItemParameters, theta: UnsafePointer<Double>) -> Double {
    withUnsafePointer(to: votes.tables) {
      probit_item_abstentions($0, positionOf, itemBounds + 4 * j, theta, p.slope, p.lower, p.upper, votes.half_way)
    }
  }
}

extension probit_sum {
  var logLikelihood: Double { value + logarithm(mantissa) + exponent * Self.logTwo }
  static let logTwo = 0.69314718055994530942
}

extension OrganisedVotes {
  /// Calls `body` with the votes, in groups of its own if given; `nil` only where there are none.
  func withKernel<R>(_ model: OrdinalProbit, groups: PackedVotes? = nil, _ body: (VoteKernel) -> R) -> R? {
    model.table.withCoefficients { logNormal in
      NormalTable.shared.withCoefficients { normal in
        (groups ?? packed).withVotes(.init(log_normal: logNormal, normal: normal), halfWay: model.halfWay) { votes in
          positionOf.withUnsafeBufferPointer { positionOf in
            itemBounds.withUnsafeBufferPointer { itemBounds in
              guard let positionOf = positionOf.baseAddress, let itemBounds = itemBounds.baseAddress else { return nil }
              return body(VoteKernel(votes: votes, positionOf: positionOf, itemBounds: itemBounds))
            }
          }
        }
      }
    }
  }
}
