import Measures
import Statistics
import Testing

@testable import Validation

/// Samples made by hand: one quantity, cross-pressure, that may foretell the outcome.
enum MadeSample {
  static func sample(
    _ rows: [(year: Int, x: Float, outcome: UInt8)], unknown: (Int) -> Bool = { _ in false }
  ) -> Sample {
    let columns = ProfileQuantity.allCases.map { quantity -> [Float] in
      rows.enumerated().map { index, row in
        switch quantity {
        case .pressure: unknown(index) ? 0 : row.x
        case .pressureUnknown: unknown(index) ? 1 : 0
        default: 0
        }
      }
    }
    return Sample(
      columns: columns, outcome: rows.map(\.outcome), years: rows.map(\.year), known: rows.map(\.year),
      firsts: rows.indices.map { UInt16(2 + $0 % 17) }, seconds: rows.indices.map { UInt16(100 + $0 % 13) },
      groups: rows.indices.map { Int32($0) })
  }

  /// The outcome is likelier where x is large.
  static func informative(seed: UInt64 = 1, count: Int = 1_200) -> [(year: Int, x: Float, outcome: UInt8)] {
    var generator = Xoshiro256(seed: seed)
    return (0..<count).map { index in
      let x = generator.normal()
      return (
        1940 + index * 60 / count, Float(x), generator.uniform() < RegressionFamily.logit.mean(x - 1) ? 1 : 0
      )
    }
  }

  static let model = RivalModel("x", [.pressure, .pressureUnknown])
}

struct RollingOriginTests {
  /// What comes after an origin does not change what is predicted from it.
  @Test func nothingLooksAhead() throws {
    let rows = MadeSample.informative()
    let changed = rows.map { $0.year > 1970 ? (year: $0.year, x: $0.x, outcome: 1 - $0.outcome) : $0 }
    let one = try #require(
      RollingOrigin(MadeSample.sample(rows), MadeSample.model, origins: [1960, 1970, 1980], last: 1999))
    let two = try #require(
      RollingOrigin(MadeSample.sample(changed), MadeSample.model, origins: [1960, 1970, 1980], last: 1999))
    #expect(one.rows == two.rows)
    for place in one.rows.indices {
      if one.windows[place] < 2 {
        #expect(one.predicted[place] == two.predicted[place])
      }
    }
    // From 1980 on the changed outcomes have been seen.
    let late = one.rows.indices.filter { one.windows[$0] == 2 }
    #expect(late.contains { one.predicted[$0] != two.predicted[$0] })
  }

  /// Every row after the first origin is predicted once, and none before it.
  @Test func everyLaterRowIsPredictedOnce() throws {
    let rows = MadeSample.informative()
    let run = try #require(
      RollingOrigin(MadeSample.sample(rows), MadeSample.model, origins: [1960, 1980], last: 1995))
    #expect(Set(run.rows).count == run.rows.count)
    #expect(run.rows.sorted() == rows.indices.filter { rows[$0].year > 1960 && rows[$0].year <= 1995 })
  }

  @Test func theBaseRateIsTheRateOfThePast() throws {
    let rows = MadeSample.informative()
    let past = rows.filter { $0.year <= 1970 }
    let rate = Double(past.count { $0.outcome == 1 }) / Double(past.count)
    let run = try #require(
      RollingOrigin(MadeSample.sample(rows), RivalModels.baseRate, origins: [1970], last: 1999))
    #expect(run.predicted.allSatisfy { abs($0 - rate) < 1e-9 })
  }

  /// A quantity that is covered in too few groups with an event is left out: the model is then the base rate.
  @Test func aQuantityHardlyCoveredIsLeftOut() throws {
    let rows = MadeSample.informative()
    let sample = MadeSample.sample(rows) { $0 > 8 }
    let run = try #require(RollingOrigin(sample, MadeSample.model, origins: [1970], last: 1999))
    #expect(Set(run.predicted).count == 1)
  }
}

struct ScoreTests {
  /// Area and Brier score against their definitions, weighted and within windows.
  @Test(arguments: [UInt64(1), 2, 3])
  func figuresAreTheirDefinitions(seed: UInt64) throws {
    let rows = MadeSample.informative(seed: seed, count: 300)
    let sample = MadeSample.sample(rows)
    let run = try #require(RollingOrigin(sample, MadeSample.model, origins: [1950, 1970, 1985], last: 1999))
    let ranked = RankedPredictions(sample, run)
    let resamples = StateResamples(Set(sample.firsts).union(sample.seconds), count: 3, seed: seed)
    for weights in [nil] + resamples.counts.map(Optional.some) {
      func weight(_ row: Int) -> Double {
        weights.map { Double($0[Int(sample.firsts[row])] * $0[Int(sample.seconds[row])]) } ?? 1
      }
      var (wins, pairs, square, total) = (0.0, 0.0, 0.0, 0.0)
      for i in run.rows.indices {
        let a = run.rows[i]
        let error = Double(sample.outcome[a]) - run.predicted[i]
        square += weight(a) * error * error
        total += weight(a)
        for j in run.rows.indices where run.windows[i] == run.windows[j] {
          let b = run.rows[j]
          guard sample.outcome[a] == 1, sample.outcome[b] == 0 else { continue }
          let w = weight(a) * weight(b)
          pairs += w
          wins += run.predicted[i] > run.predicted[j] ? w : run.predicted[i] == run.predicted[j] ? w / 2 : 0
        }
      }
      let found = ranked.figures(weights)
      #expect(abs(found.auc - wins / pairs) < 1e-9)
      #expect(abs(found.brier - square / total) < 1e-12)
    }
  }

  /// A quantity that tells is found to tell, one that does not is not, and seeds repeat.
  @Test func whatTellsIsFound() throws {
    let sample = MadeSample.sample(MadeSample.informative(count: 3_000))
    let runner = StudyRunner(origins: [1960, 1970, 1980], last: 1999, resamples: 60, seed: 7)
    func study() -> StudyResult? {
      var sample = sample
      sample.addControl()
      return runner.run(
        "made", "Made?", lag: 1, sample,
        models: [
          (RivalModels.baseRate, []), (MadeSample.model, []), (RivalModels.control, [RivalModels.controlColumn]),
        ], references: ["base rate"], calibrated: "x")
    }
    let found = try #require(study())
    #expect(found == study())
    let (base, own, control) = (found.scores[0], found.scores[1], found.scores[2])
    #expect(base.auc == 0.5 && base.skill == 0)
    #expect(own.auc > 0.68 && own.skill > 0.05)
    #expect(try #require(own.gains.first?.interval).low > 0.1)
    #expect(abs(try #require(own.slope) - 1) < 0.2)
    #expect(try #require(control.aucInterval).contains(0.5))
    #expect(found.calibration.count == 10)
    #expect(found.calibration.reduce(0) { $0 + $1.n } == found.tested)
    #expect(found.calibration.reduce(0) { $0 + $1.events } == found.testedEvents)
  }
}
