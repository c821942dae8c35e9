import Partnership
import StateSystem
import Statistics
import Testing

@testable import Measures
@testable import Validation

/// Triads with a pressure drawn at random and a limit that follows it by a known slope.
enum MadeTriads {
  static let profileYears = Array(stride(from: 1949, through: 2004, by: 5))

  /// The chance to stop at each of three rungs is that of a logit with the slope on pressure.
  static func data(slope: Double, count: Int = 3_600, seed: UInt64 = 3, flipAfter: Int = .max) -> LimitOccasions {
    var generator = Xoshiro256(seed: seed)
    var table = ProfileTable(outcomes: [])
    var outcomes: [LimitOccasions.Outcome?] = []
    for index in 0..<count {
      let year = profileYears[index * profileYears.count / count]
      let x = generator.normal()
      var values = ProfileValues()
      values[.pressure] = Float(x)
      let (a, b) = (UInt16(100 + index % 41), UInt16(200 + index % 37))
      table.append(
        values, (a, b, 2),
        ProfileTable.Occasion(year: year, lag: 0, group: Int32(a) * 1_000 + Int32(b), outcomes: []))
      var told: [(rung: Rung, holds: Bool)] = []
      for (rung, intercept) in [(Rung.uncontested, 0.0), (.opposed, -1), (.flagged, 0.5)] {
        told.append((rung, generator.uniform() >= RegressionFamily.logit.mean(intercept + slope * x)))
      }
      // What a partnership does after it has stopped is not asked for.
      if let stop = told.firstIndex(where: { !$0.holds }) {
        for later in (stop + 1)..<max(told.count, stop + 1) { told[later].holds = false }
      }
      if year >= flipAfter { told = told.map { ($0.rung, !$0.holds) } }
      outcomes.append(LimitOccasions.Outcome(told))
    }
    return LimitOccasions(
      profiles: TriadOccasions(
        table: table, exposures: Array(repeating: 0, count: count), greaterPowers: Array(repeating: 0, count: count)),
      outcomes: outcomes)
  }

  static func study(slope: Double) -> RungStudy {
    RungStudy(data(slope: slope), profileYears: profileYears, perThird: 1, resamples: 60, seed: 5)
  }
}

struct RungStudyTests {
  /// The slope that was put in comes out, the predictions are better than the base rates, and the same input gives the same study.
  @Test func aSlopeIsFound() throws {
    let study = MadeTriads.study(slope: 0.8)
    let curve = try #require(study.curve)
    let slope = try #require(curve.alone.first { $0.name == "pressure" })
    #expect((slope.value - 0.8).magnitude < 3 * slope.error && slope.error < 0.1)
    let ranked = try #require(study.ranked.first { $0.model == RungModels.pressure.name })
    #expect(try #require(ranked.skillInterval).low > 0.02)
    let gain = try #require(study.result?.scores.first { $0.model.name == RungModels.pressure.name }?.gains.first)
    #expect(try #require(gain.interval).low > 0)
    #expect(study == MadeTriads.study(slope: 0.8))
  }

  /// Where there is none, none is found.
  @Test func noSlopeIsNotFound() throws {
    let study = MadeTriads.study(slope: 0)
    let slope = try #require(study.curve?.alone.first { $0.name == "pressure" })
    #expect(slope.value.magnitude < 3 * slope.error)
    let ranked = try #require(study.ranked.first { $0.model == RungModels.pressure.name })
    #expect(try #require(ranked.skillInterval).low < 0)
  }

  /// The chances at a pressure are those of the logit that was put in, add up along the rungs, and lie in their intervals.
  @Test func theCurveIsTheDistributionPutIn() throws {
    let curve = try #require(MadeTriads.study(slope: 0.8).curve)
    for x in [-1.0, 0, 1] {
      var survival = 1.0
      let point = curve.point(at: x, rungs: [.uncontested, .opposed, .flagged])
      for (stop, intercept) in zip(point.stops, [0.0, -1, 0.5]) {
        survival *= 1 - RegressionFamily.logit.mean(intercept + 0.8 * x)
        #expect((stop.chance - (1 - survival)).magnitude < 0.05, "pressure \(x), rung \(stop.rung)")
        #expect(try #require(stop.interval).contains(stop.chance))
      }
      #expect(zip(point.stops, point.stops.dropFirst()).allSatisfy { $0.chance <= $1.chance })
    }
  }

  /// What happens after an origin does not change what is predicted at it.
  @Test func nothingLooksAhead() throws {
    func runs(_ data: LimitOccasions) throws -> RollingOrigin {
      let rows = RungRows(data, horizon: RungStudy.horizon)
      return try #require(
        RollingOrigin(rows.sample, RungModels.pressure, extra: RungRows.rungNames, origins: [1964, 1984], last: 2009))
    }
    let one = try runs(MadeTriads.data(slope: 0.8))
    let two = try runs(MadeTriads.data(slope: 0.8, flipAfter: 1984))
    let early = one.rows.indices.filter { one.windows[$0] == 0 }
    #expect(!early.isEmpty && early.allSatisfy { one.predicted[$0] == two.predicted[$0] })
  }
}

struct LimitOutcomeTests {
  /// The limit is the lowest failing rung above every holding one; a rung that fails below one that holds is passed.
  @Test func theRungsReachedEndAtTheLimit() {
    let stops = LimitOccasions.Outcome([(.uncontested, true), (.opposed, false), (.coerced, false)])
    #expect(stops.reached == 2 && stops.stops)
    let passed = LimitOccasions.Outcome([(.uncontested, false), (.opposed, true), (.flagged, false)])
    #expect(passed.reached == 3 && passed.stops)
    let beyond = LimitOccasions.Outcome([(.uncontested, true), (.opposed, true)])
    #expect(beyond.reached == 2 && !beyond.stops)
    let unordered = LimitOccasions.Outcome([(.uncontested, false), (.opposed, true)])
    #expect(unordered.reached == 2 && !unordered.stops)
  }
}

struct RankedProbabilityTests {
  @Test func theScoreIsItsDefinition() {
    #expect(RankedProbability.score([1, 0.3], stop: 0) == 0)
    #expect(RankedProbability.score([0, 0], stop: nil) == 0)
    #expect(RankedProbability.score([1, 1], stop: nil) == 1)
    // F = 0.5, 0.75; O = 0, 1: (0.25 + 0.0625) / 2.
    #expect((RankedProbability.score([0.5, 0.5], stop: 1) - 0.156_25).magnitude < 1e-12)
    // A miss by one rung costs less than a miss by two.
    #expect(RankedProbability.score([0, 1, 1], stop: 0) < RankedProbability.score([0, 0, 1], stop: 0))
  }
}
