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
    #expect(found.rungs[0].holds < 0.06)
    // P(Beta(5.5, 5.5) > 0.5) is one half by symmetry.
    let even = try #require(
      LimitDistribution(MadeLadder.ladder([try MadeLadder.rung(.economic, 5, of: 10, against: 0.5)]), draws: 40_000))
    #expect((even.rungs[0].holds - 0.5).magnitude < 0.01)
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
