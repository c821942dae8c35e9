import Testing

@testable import Statistics

@Suite struct KaplanMeierTests {
  @Test func agreesWithSurvfit() throws {
    let rows = try SurvivalRows()
    let r = rows.reference
    let curve = KaplanMeier(rows.times)
    #expect(r.difference(curve.times, "km.time") == 0)
    #expect(r.difference(curve.atRisk.map(Double.init), "km.risk") == 0)
    #expect(r.difference(curve.events.map(Double.init), "km.event") == 0)
    #expect(r.difference(curve.survival, "km.survival") < 1e-12)
    #expect(r.difference(curve.errors, "km.error") < 1e-12)
    #expect(r.difference(curve.cumulativeHazard, "km.hazard") < 1e-12)
    #expect(r.difference(curve.hazardErrors, "km.hazardError") < 1e-12)
    let quantiles = [0.25, 0.5, 0.75].map { curve.time(survivalBelow: 1 - $0) ?? .nan }
    #expect(r.difference(quantiles, "km.quantiles") == 0)
  }

  @Test(arguments: CurveInterval.allCases)
  func intervalsAgree(_ scale: CurveInterval) throws {
    let rows = try SurvivalRows()
    let curve = KaplanMeier(rows.times)
    let intervals = curve.times.indices.map { curve.interval($0, scale: scale) }
    #expect(rows.reference.difference(intervals.map { $0?.lowerBound ?? .nan }, "km.\(scale.rawValue).lower") < 1e-10)
    #expect(rows.reference.difference(intervals.map { $0?.upperBound ?? .nan }, "km.\(scale.rawValue).upper") < 1e-10)
  }

  @Test func withoutCensoringItIsTheShareLeft() throws {
    let curve = KaplanMeier(try EventTimes(stops: [1, 2, 3, 4], causes: [1, 1, 1, 1]))
    for (found, expected) in zip(curve.survival, [0.75, 0.5, 0.25, 0]) { #expect(abs(found - expected) < 1e-15) }
    #expect(curve.interval(3) == nil)
    #expect(curve.time(survivalBelow: 0.5) == 2.5)
  }
}
