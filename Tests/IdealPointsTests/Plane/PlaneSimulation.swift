import Statistics

@testable import IdealPoints

/// Votes simulated from the model in two dimensions, with the truth beside them.
struct PlaneSimulation {
  let data: VoteData
  let positions: [OrganisedVotes.Position: SIMD2<Double>]

  /// - Parameter second: standard deviation of the slopes on the second dimension.
  init(states: Int = 40, sessions: Int = 4, rollCalls: Int = 40, second: Double = 1.0, seed: UInt64 = 5) {
    var random = Xoshiro256(seed: seed)
    func draw(_ sd: Double, _ random: inout Xoshiro256) -> SIMD2<Double> {
      SIMD2(sd * random.normal(), sd * random.normal())
    }
    let paths = (0..<states).map { _ in
      var path = [draw(1, &random)]
      for _ in 1..<max(sessions, 2) { path.append(path[path.count - 1] + draw(0.2, &random)) }
      return path
    }
    var positions: [OrganisedVotes.Position: SIMD2<Double>] = [:]
    var calls: [VoteData.RollCall] = []
    var observations: [VoteData.Observation] = []
    var matches: [(first: Int32, second: Int32)] = []
    var repeated: PlaneItem?
    for session in 0..<sessions {
      for k in 0..<rollCalls {
        let lower: Double = 0.7 * random.normal()
        var item = PlaneItem(
          slope: SIMD2(1.4 * random.normal(), second * random.normal()), lower: lower,
          upper: lower + 0.2 + random.uniform())
        if k == 0 {
          if let repeated {
            item = repeated
            matches.append((Int32(100 * session + 1), Int32(100 * (session + 1) + 1)))
          }
          repeated = item
        }
        let index = Int32(calls.count)
        calls.append(
          .init(
            id: Int32(100 * (session + 1) + k + 1), session: Int16(session + 40), year: Int16(session + 1985),
            important: nil, isPartial: false))
        for state in 0..<states {
          let place = paths[state][session]
          positions[.init(state: UInt16(state + 2), session: Int16(session + 40))] = place
          let z: Double = (item.slope * place).sum() + random.normal()
          observations.append(
            .init(state: UInt16(state + 2), rollCall: index, vote: z <= item.lower ? 1 : z <= item.upper ? 2 : 3))
        }
      }
    }
    data = VoteData(rollCalls: calls, observations: observations, matches: matches)
    self.positions = positions
  }

  /// Multiple correlation of each true coordinate with the two estimated ones.
  func recovery(_ fit: IdealPointFit) -> SIMD2<Double> {
    let n = fit.positions.count / 2
    let estimates = (0..<n).map { SIMD2(fit.positions[$0].mean, fit.positions[n + $0].mean) }
    let frame = Whitening(estimates)
    let white = estimates.map(frame.position)
    let truth = (0..<n).map {
      positions[.init(state: fit.positions[$0].state, session: fit.positions[$0].session)] ?? .zero
    }
    func multiple(_ y: [Double]) -> Double {
      let (mean, sd) = moments(y)
      var along = SIMD2<Double>.zero
      for (x, value) in zip(white, y) { along += (value - mean) / sd * x }
      along /= Double(n - 1)
      return (along * along).sum().squareRoot()
    }
    return SIMD2(multiple(truth.map(\.x)), multiple(truth.map(\.y)))
  }
}
