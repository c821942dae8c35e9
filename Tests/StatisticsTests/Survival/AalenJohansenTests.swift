import Testing

@testable import Statistics

@Suite struct AalenJohansenTests {
  @Test func agreesWithSurvfit() throws {
    let rows = try SurvivalRows()
    let r = rows.reference
    let curve = try AalenJohansen(rows.times, subjects: rows.subjects)
    #expect(r.difference(curve.times, "aj.time") == 0)
    let k = curve.times.indices
    let states = { (pick: (Int) -> [Double]) in k.flatMap(pick) }
    #expect(
      r.difference(states { i in [curve.eventFree[i]] + curve.causes.map { $0.incidence[i] } }, "aj.p") < 1e-12)
    #expect(
      r.difference(states { i in [curve.eventFreeErrors[i]] + curve.causes.map { $0.errors[i] } }, "aj.error") < 1e-10)
    let free = { (i: Int) in CurveInterval.log.around(curve.eventFree[i], error: curve.eventFreeErrors[i], level: 0.95)
    }
    let lower = states { i in
      [free(i)?.lowerBound ?? .nan] + curve.causes.map { $0.interval(i)?.lowerBound ?? .nan }
    }
    let upper = states { i in
      [free(i)?.upperBound ?? .nan] + curve.causes.map { $0.interval(i)?.upperBound ?? .nan }
    }
    #expect(r.difference(lower, "aj.lower") < 1e-9)
    #expect(r.difference(upper, "aj.upper") < 1e-9)
  }

  @Test func probabilitiesAddUp() throws {
    let rows = try SurvivalRows()
    let curve = try AalenJohansen(rows.times)
    for i in curve.times.indices {
      let total = curve.causes.reduce(curve.eventFree[i]) { $0 + $1.incidence[i] }
      #expect(abs(total - 1) < 1e-12)
    }
    #expect(curve.eventFree == KaplanMeier(rows.times).survival)
  }

  @Test func oneCauseIsOneMinusKaplanMeier() throws {
    let times = try EventTimes(stops: [1, 2, 2, 3, 5, 7], causes: [1, 1, 0, 1, 0, 1])
    let curve = try AalenJohansen(times)
    let survival = KaplanMeier(times)
    for i in curve.times.indices {
      #expect(abs(curve.causes[0].incidence[i] - (1 - survival.survival[i])) < 1e-14)
      guard survival.errors[i].isFinite else { continue }
      #expect(abs(curve.causes[0].errors[i] - survival.errors[i]) < 1e-12, "the jackknife is Greenwood's error here")
    }
  }
}
