import Statistics

@testable import IdealPoints

/// Votes simulated from the model, with the truth beside them.
struct Simulation {
  let data: VoteData
  /// True standardised positions by state and session.
  let positions: [OrganisedVotes.Position: Double]

  /// - Parameters:
  ///   - planted: with this probability the second state copies the vote of the first.
  ///   - second: size of the slopes on a second dimension of the truth, 0 for none.
  init(
    states: Int = 30, sessions: Int = 5, rollCalls: Int = 25, seed: UInt64 = 3, planted: Double = 0,
    repeated: Bool = true, second: Double = 0
  ) {
    var random = Xoshiro256(seed: seed)
    var theta: [[Double]] = []
    for _ in 0..<states {
      var path = [random.normal()]
      for _ in 1..<max(sessions, 2) { path.append((path.last ?? 0) + 0.2 * random.normal()) }
      theta.append(path)
    }
    let others = second > 0 ? (0..<states).map { _ in random.normal() } : []
    let all = theta.flatMap { $0.prefix(sessions) }
    let (mean, sd) = moments(all)
    var positions: [OrganisedVotes.Position: Double] = [:]
    var calls: [VoteData.RollCall] = []
    var observations: [VoteData.Observation] = []
    var matches: [(first: Int32, second: Int32)] = []
    var earlier: ItemParameters?
    for session in 0..<sessions {
      for k in 0..<rollCalls {
        var item = ItemParameters(slope: 1.3 * random.normal(), lower: 0.8 * random.normal(), upper: 0)
        item.upper = item.lower + 0.2 + random.uniform()
        if repeated, k == 0 {
          if let earlier {
            item = earlier
            matches.append((Int32(100 * session + 1), Int32(100 * (session + 1) + 1)))
          }
          earlier = item
        }
        let other: Double = second > 0 ? second * random.normal() : 0
        let index = Int32(calls.count)
        calls.append(
          .init(
            id: Int32(100 * (session + 1) + k + 1), session: Int16(session + 40), year: Int16(session + 1985),
            important: k % 3 == 0, isPartial: false, issues: k % 2 == 0 ? .humanRights : .economicDevelopment))
        var first: UInt8 = 0
        for state in 0..<states {
          let place: Double = (theta[state][session] - mean) / sd
          positions[.init(state: UInt16(state + 2), session: Int16(session + 40))] = place
          let aside: Double = second > 0 ? other * others[state] : 0
          let z: Double = item.slope * place + aside + random.normal()
          var vote: UInt8 = z <= item.lower ? 1 : z <= item.upper ? 2 : 3
          if state == 0 { first = vote }
          if state == 1, random.uniform() < planted { vote = first }
          observations.append(.init(state: UInt16(state + 2), rollCall: index, vote: vote))
        }
      }
    }
    data = VoteData(rollCalls: calls, observations: observations, matches: matches)
    self.positions = positions
  }

  /// Correlation of a fit's means with the truth, in absolute value.
  func correlation(_ fit: IdealPointFit) -> Double {
    let pairs = fit.positions.compactMap { e in
      positions[.init(state: e.state, session: e.session)].map { (e.mean, $0) }
    }
    let x = pairs.map(\.0)
    let y = pairs.map(\.1)
    let (mx, sx) = moments(x)
    let (my, sy) = moments(y)
    var total = 0.0
    for (a, b) in pairs { total += (a - mx) * (b - my) }
    return abs(total / Double(pairs.count - 1) / sx / sy)
  }
}
