import Statistics

@testable import IdealPoints

/// Parameters drawn from the prior of the random walk as `Chain` states it, and votes drawn from them.
///
/// The walk's prior is multiplied by the factor that holds mean and variance of the positions, and every roll call must be contested:
/// both by throwing the whole set of parameters and votes away. The prior is flat in the location of an item's cut points, which cannot be
/// simulated: locations are N(0, 3²) here, and draws from the posterior are weighted by that density.
struct PriorSimulation {
  static let states = 10
  static let sessions = 3
  static let rollCalls = 4
  static let locationDeviation = 3.0

  let data: VoteData
  let theta: [Double]
  let items: [ItemParameters]
  let stepVariance: Double

  init(seed: UInt64, stream: UInt64) {
    var random = Xoshiro256(seed: seed, stream: stream)
    while true {
      if let found = Self.attempt(&random) {
        self = found
        return
      }
    }
  }

  private init(_ data: VoteData, _ theta: [Double], _ items: [ItemParameters], _ stepVariance: Double) {
    self.data = data
    self.theta = theta
    self.items = items
    self.stepVariance = stepVariance
  }

  private static func attempt(_ random: inout Xoshiro256) -> PriorSimulation? {
    let stepVariance = random.inverseGamma(shape: 2, scale: 0.1)
    let firstVariance = random.inverseGamma(shape: 2, scale: 1)
    var theta: [Double] = []
    for _ in 0..<states {
      theta.append(firstVariance.squareRoot() * random.normal())
      for _ in 1..<sessions { theta.append(theta[theta.count - 1] + stepVariance.squareRoot() * random.normal()) }
    }
    var pin = ScalePin(tolerance: 0.05)
    pin.reset(theta)
    guard logarithm(random.uniform()) < pin.value else { return nil }
    let slopeDeviation: Double = 1 / pin.variance.squareRoot()
    var items: [ItemParameters] = []
    var calls: [VoteData.RollCall] = []
    var observations: [VoteData.Observation] = []
    for session in 0..<sessions {
      for k in 0..<rollCalls {
        // The first roll call of the second session repeats the first of all.
        let isRepeat = session == 1 && k == 0
        let item = isRepeat ? items[0] : drawItem(slopeDeviation, &random)
        if !isRepeat { items.append(item) }
        var seen = Set<UInt8>()
        for state in 0..<states {
          let z: Double = item.slope * theta[state * sessions + session] + random.normal()
          let vote: UInt8 = z <= item.lower ? 1 : z <= item.upper ? 2 : 3
          seen.insert(vote)
          observations.append(.init(state: UInt16(state + 2), rollCall: Int32(calls.count), vote: vote))
        }
        guard seen.count > 1 else { return nil }
        calls.append(
          .init(
            id: Int32(10 * session + k + 1), session: Int16(40 + session), year: 1985, important: nil,
            isPartial: false))
      }
    }
    return PriorSimulation(
      VoteData(rollCalls: calls, observations: observations, matches: [(1, 11)]), theta, items, stepVariance)
  }

  private static func drawItem(_ slopeDeviation: Double, _ random: inout Xoshiro256) -> ItemParameters {
    var width = 15.0
    while width >= 15 { width = abs(3 * random.normal()) }
    let middle: Double = locationDeviation * random.normal()
    return ItemParameters(
      slope: slopeDeviation * random.normal(), lower: middle - 0.5 * width, upper: middle + 0.5 * width)
  }

  /// Log density, up to a constant, of the locations that the sampler's prior leaves out.
  static func logWeight(_ items: [ItemParameters]) -> Double {
    items.reduce(0) { total, item in
      let middle: Double = 0.5 * (item.lower + item.upper) / locationDeviation
      return total - 0.5 * middle * middle
    }
  }
}
