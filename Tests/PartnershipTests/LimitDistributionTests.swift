import Evidence
import StateSystem
import Testing

@testable import Partnership

/// Ladders with given rates on given rungs.
enum MadeLadder {
  static func rung(_ rung: Rung, _ k: Int, of n: Int, against comparison: Double) throws -> RungResult {
    let rate = Double(k) / Double(n)
    let estimate = Estimate(rate, interval: .wilson(mean: rate, n: n), n: n, method: "made", sources: [])
    let interval = try #require(estimate.interval)
    let finding = Finding(
      MeasureRequest("made", ["rung": "\(rung.rawValue)"]), panel: .conduct, unit: .share, result: .covered(estimate))
    let status: RungStatus =
      interval.low > comparison ? .holds : interval.high < comparison ? .below : .indistinct
    return RungResult(
      rung, status: status, rate: finding, supporting: [], reading: "made", comparison: comparison)
  }

  /// A rung of votes whose status comes from coordination, by the rule of the ladder.
  static func coordinated(
    _ rung: Rung, _ value: Double, reach: Double, place: (low: Double, high: Double) = (0.9, 0.99)
  )
    -> RungResult
  {
    let test = Finding(
      MeasureRequest("votes.coordination"), panel: .convergence, unit: .points,
      result: .covered(
        Estimate(
          value, interval: Interval(value - reach, value + reach, level: 0.95), n: 200, method: "made", sources: [])),
      percentiles: [
        Percentile(
          comparison: "all", value: (place.low + place.high) / 2, low: place.low, high: place.high, classSize: 100)
      ])
    let rate = Finding(
      MeasureRequest("votes.agreement"), panel: .convergence, unit: .share,
      result: .covered(Estimate(0.7, interval: .wilson(mean: 0.7, n: 200), n: 200, method: "made", sources: [])))
    return RungResult.votes(rung, rate, test, supporting: [], Ladder.Thresholds())
  }

  static func empty(_ rung: Rung) -> RungResult {
    RungResult(
      rung, status: .noData,
      rate: Finding(
        MeasureRequest("made"), panel: .conduct, unit: .share, result: .notCovered(Reason(.tooFew, "none"))),
      supporting: [], reading: "none")
  }

  static func ladder(_ told: [RungResult]) -> Ladder {
    Ladder(rungs: Rung.allCases.map { rung in told.first { $0.rung == rung } ?? empty(rung) })
  }
}

struct LimitDistributionTests {
  @Test func withoutEvidenceThereIsNone() {
    #expect(LimitDistribution(MadeLadder.ladder([])) == nil)
  }

  @Test func clearRungsLeaveNoDoubt() throws {
    let ladder = MadeLadder.ladder([
      try MadeLadder.rung(.uncontested, 390, of: 400, against: 0.7),
      try MadeLadder.rung(.opposed, 100, of: 400, against: 0.7),
    ])
    let found = try #require(LimitDistribution(ladder))
    #expect(found.rungs.map(\.rung) == [.uncontested, .opposed])
    #expect(found.rungs[0].holds > 0.999 && found.rungs[1].holds < 0.001)
    #expect(found.rungs[1].isLimit > 0.999)
    #expect(Limit(ladder).rung == .opposed)
  }

  @Test func sharesAddUpAndSeedsRepeat() throws {
    let ladder = MadeLadder.ladder([
      try MadeLadder.rung(.uncontested, 65, of: 100, against: 0.64),
      try MadeLadder.rung(.opposed, 70, of: 100, against: 0.68),
      try MadeLadder.rung(.coerced, 0, of: 11, against: 0.02),
    ])
    let one = try #require(LimitDistribution(ladder, draws: 4_000))
    let sum: Double = one.rungs.reduce(one.above + one.unordered) { $0 + $1.isLimit }
    #expect((sum - 1).magnitude < 1e-9)
    #expect(one == LimitDistribution(ladder, draws: 4_000))
    #expect(one != LimitDistribution(ladder, draws: 4_000, seed: 7))
  }

  /// None of eleven joined, where one in fifty does: the prior favours neither answer, and the cases speak against holding.
  @Test func thePriorFavoursNoRung() throws {
    let ladder = MadeLadder.ladder([try MadeLadder.rung(.coerced, 0, of: 11, against: 0.02)])
    let found = try #require(LimitDistribution(ladder))
    #expect(found.rungs[0].exceeds < 0.06 && found.rungs[0].holds < found.rungs[0].exceeds)
    #expect(found.rungs[0].drawn == .share)
    // P(Beta(5.5, 5.5) > 0.5) is one half by symmetry; to hold, the Wilson interval about the draw must lie above.
    let even = try #require(
      LimitDistribution(MadeLadder.ladder([try MadeLadder.rung(.economic, 5, of: 10, against: 0.5)]), draws: 40_000))
    #expect((even.rungs[0].exceeds - 0.5).magnitude < 0.01)
    #expect(even.rungs[0].holds < 0.1)
  }

  /// The closed form: P(draw − reach > 0) and P(draw > 0) of a normal draw.
  @Test func coordinationIsDrawnFromItsInterval() throws {
    for (value, holds, exceeds) in [(0.05, 0.5, 0.975), (0.05 * (1 + 1 / 1.96), 0.8413, 0.9985), (0.0, 0.025, 0.5)] {
      let ladder = MadeLadder.ladder([MadeLadder.coordinated(.opposed, value, reach: 0.05)])
      let share = try #require(LimitDistribution(ladder, draws: 40_000)?.rungs.first)
      #expect(share.drawn == .coordination && share.comparison == 0)
      #expect((share.holds - holds).magnitude < 0.01, "value \(value): \(share.holds)")
      #expect((share.exceeds - exceeds).magnitude < 0.01, "value \(value): \(share.exceeds)")
    }
  }

  /// Shifting the interval of a rung up moves mass up: what holds never falls, the limit at the rung never rises.
  @Test func shiftingTheIntervalUpMovesTheLimitUp() throws {
    var before = (holds: -1.0, limit: 2.0)
    for step in -8...8 {
      let ladder = MadeLadder.ladder([
        MadeLadder.coordinated(.uncontested, 0.02 * Double(step), reach: 0.05),
        MadeLadder.coordinated(.opposed, -0.2, reach: 0.01),
      ])
      let found = try #require(LimitDistribution(ladder))
      #expect(found.rungs[0].holds >= before.holds, "step \(step)")
      #expect(found.rungs[0].isLimit <= before.limit, "step \(step)")
      #expect((found.rungs[0].isLimit + found.rungs[1].isLimit - 1).magnitude < 1e-9)
      before = (found.rungs[0].holds, found.rungs[0].isLimit)
    }
    #expect(before.holds > 0.99)
  }

  @Test func anIntervalWithoutWidthLeavesOneRung() throws {
    let ladder = MadeLadder.ladder([
      MadeLadder.coordinated(.uncontested, 0.1, reach: 0), MadeLadder.coordinated(.opposed, -0.1, reach: 0),
    ])
    let found = try #require(LimitDistribution(ladder))
    #expect(found.rungs.map(\.isLimit) == [0, 1] && found.above == 0 && found.unordered == 0)
    #expect(found.mode == .init(outcome: .at, rung: .opposed, share: 1, isStated: true))
  }

  /// A pair that coordinates no more than the middle of the class does not hold, in the draws as in the status.
  @Test func theMiddleOfTheClassBindsTheDrawsToo() throws {
    let rung = MadeLadder.coordinated(.opposed, 0.1, reach: 0.02, place: (0.2, 0.4))
    #expect(rung.status == .indistinct)
    let found = try #require(LimitDistribution(MadeLadder.ladder([rung])))
    #expect(found.rungs[0].holds < 0.01 && found.rungs[0].exceeds > 0.999)
    #expect(found.mode.isStated)
  }

  /// Over a grid of two rungs and a third: where no rung is within reach of its bar the most frequent place is the limit stated.
  @Test func theMostFrequentPlaceIsTheLimitStatedWhereNoRungIsInDoubt() throws {
    for first in [-0.2, 0.0, 0.12, 0.3] {
      for second in [-0.2, 0.0, 0.12, 0.3] {
        for joined in [0, 6] {
          let ladder = MadeLadder.ladder([
            MadeLadder.coordinated(.uncontested, first, reach: 0.05),
            MadeLadder.coordinated(.opposed, second, reach: 0.05),
            try MadeLadder.rung(.coerced, joined, of: 11, against: 0.02),
          ])
          let found = try #require(LimitDistribution(ladder, draws: 4_000))
          #expect(found.mode.isStated, "\(first), \(second), \(joined)")
          for (share, result) in zip(found.rungs, ladder.rungs.filter(\.status.isTold)) {
            #expect((share.holds > 0.5) == (result.status == .holds), "\(first), \(second), \(joined), \(share.rung)")
          }
        }
      }
    }
  }

  /// A rung that fails below one that holds is contradicted, as in the limit itself.
  @Test func contradictionIsCounted() throws {
    let ladder = MadeLadder.ladder([
      try MadeLadder.rung(.uncontested, 10, of: 400, against: 0.7),
      try MadeLadder.rung(.opposed, 399, of: 400, against: 0.7),
    ])
    #expect(try #require(LimitDistribution(ladder)).unordered > 0.999)
    #expect(Limit(ladder).outcome == .contradicted)
  }
}

struct LimitMoverTests {
  @Test func theTurningPointIsTheFirstNumberAtWhichTheIntervalLiesAbove() throws {
    for n in [3, 11, 40] {
      for comparison in [0.02, 0.3, 0.5, 0.9] {
        let point = LimitMover.turningPoint(n: n, comparison: comparison, holds: false)
        let brute = (0...n).first {
          (Interval.wilson(mean: Double($0) / Double(n), n: n)?.low ?? 0) > comparison
        }
        #expect(point == brute, "n \(n), comparison \(comparison)")
      }
    }
    #expect(LimitMover.turningPoint(n: 3, comparison: 0.9, holds: false) == nil)
  }

  @Test func movingARungMovesTheLimit() throws {
    let ladder = MadeLadder.ladder([
      try MadeLadder.rung(.uncontested, 390, of: 400, against: 0.7),
      try MadeLadder.rung(.coerced, 0, of: 11, against: 0.02),
    ])
    let movers = LimitMover.all(ladder)
    #expect(movers.map(\.rung) == [.uncontested, .coerced])
    #expect(movers[1].outcome == .above && movers[1].limit == .coerced)
    #expect(movers[1].held == 0 && movers[1].needed > 0)
    #expect(movers[0].outcome == .at && movers[0].limit == .uncontested && movers[0].needed < 390)
  }
}
