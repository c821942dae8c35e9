import Statistics
import Testing

@testable import Models

@Suite struct EffectsTests {
  private func model() throws -> FittedModel {
    try Panel.fit(.logit, "y ~ z + I(z^2) + factor(w) + z:x + region", errors: .clustered([["dyad"]], .cr1))
  }

  @Test func marginalEffectsAgreeWithTheirDefinition() throws {
    let panel = try Panel()
    let effects = try MarginalEffects(try model()).effects
    let found = Dictionary(uniqueKeysWithValues: effects.map { ($0.variable + " " + $0.contrast, $0.line) })
    for (key, name) in [
      ("z ", "z"), ("x ", "x"), ("w 2 - 1", "w2"), ("w 3 - 1", "w3"), ("w 4 - 1", "w4"),
      ("region Americas - Africa", "Americas"), ("region Asia - Africa", "Asia"), ("region Europe - Africa", "Europe"),
    ] {
      let line = try #require(found[key], "\(key)")
      #expect(agree([line.estimate, line.error], panel["effect." + name], 1e-8), "\(key)")
    }
    #expect(effects.count == 8)
  }

  @Test func averagePredictionsAgree() throws {
    let panel = try Panel()
    let settings = try Predictions.Setting.parse("z = 0, 1; region=Asia")
    let found = try Predictions(try model(), at: settings).predictions
    #expect(found.map(\.line.name) == ["z=0 region=Asia", "z=1 region=Asia"])
    for (prediction, name) in zip(found, ["at.0", "at.1"]) {
      #expect(agree([prediction.line.estimate, prediction.line.error], panel[name], 1e-9))
    }
    for prediction in found {
      let line = prediction.line
      #expect(line.low > 0 && line.low < line.estimate && line.estimate < line.high && line.high < 1)
    }
    let far = try Predictions(try model(), at: try Predictions.Setting.parse("z=99")).predictions
    #expect(far.first?.extrapolated == ["z"])
    #expect(throws: ModelError.self) { try Predictions(try model(), at: try Predictions.Setting.parse("region=Oz")) }
  }

  @Test func areaUnderTheCurveIsTheShareOfPairs() {
    let y: [Double] = [0, 1, 0, 1, 1, 0, 1]
    let p = [0.1, 0.4, 0.4, 0.8, 0.3, 0.3, 0.9]
    var (wins, pairs) = (0.0, 0.0)
    for i in y.indices where y[i] == 1 {
      for j in y.indices where y[j] == 0 {
        pairs += 1
        wins += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0
      }
    }
    let found = Discrimination(outcome: y, predicted: p)
    #expect(found.auc.map { abs($0 - wins / pairs) < 1e-15 } == true)
    #expect(Discrimination(outcome: [0, 0.5, 1], predicted: [0, 0.4, 1]).auc == nil)
    #expect(Discrimination(outcome: [1, 1], predicted: [0.5, 0.4]).auc == nil)
  }

  /// Many rows are sorted by their bits; ranks with ties are those of pairs counted by level.
  @Test func theAreaOfManyRows() throws {
    var generator = Xoshiro256(seed: 5)
    let n = 120_000
    let predicted = (0..<n).map { _ in (generator.uniform() * 500).rounded(.down) / 500 }
    let outcome = predicted.map { generator.uniform() < $0 ? 1.0 : 0 }
    var counts: [Double: (zeros: Double, ones: Double)] = [:]
    for (p, y) in zip(predicted, outcome) {
      if y == 1 { counts[p, default: (0, 0)].ones += 1 } else { counts[p, default: (0, 0)].zeros += 1 }
    }
    var (below, wins) = (0.0, 0.0)
    for (_, count) in counts.sorted(by: { $0.key < $1.key }) {
      wins += count.ones * (below + 0.5 * count.zeros)
      below += count.zeros
    }
    let expected: Double = wins / (below * (Double(n) - below))
    let found = try #require(Discrimination(outcome: outcome, predicted: predicted).auc)
    #expect(abs(found - expected) < 1e-12)
    // Predictions of a linear model need not be probabilities.
    let shifted = try #require(Discrimination(outcome: outcome, predicted: predicted.map { 3 * $0 - 1 }).auc)
    #expect(abs(shifted - expected) < 1e-12)
  }

  @Test func crossValidationLeavesWholeClustersOut() throws {
    let model = try model()
    let one = try CrossValidation(model, folds: 5, seed: 3)
    let again = try CrossValidation(model, folds: 5, seed: 3)
    let other = try CrossValidation(model, folds: 5, seed: 4)
    #expect(one.byCluster)
    #expect(one.outOfSample == again.outOfSample)
    #expect(one.outOfSample != other.outOfSample)
    let (inside, outside) = (try #require(one.inSample.auc), try #require(one.outOfSample.auc))
    #expect(inside > outside, "a model fits the rows it has seen better")
    #expect(throws: ModelError.self) { try CrossValidation(model, folds: 81, seed: 1) }
  }

  /// The model of all rows but one, by hand, against as many folds as rows.
  @Test func leaveOneOutIsLeaveOneOut() throws {
    let request = ModelRequest(.ols, try Formula("y ~ x"))
    let y: [Double] = [1, 3, 2, 5, 4, 6]
    let x: [Double] = [0, 1, 2, 3, 4, 5]
    let data = DataTable(file: "d", rows: 6, columns: ["y": .numbers(y), "x": .numbers(x)])
    let found = try CrossValidation(try FittedModel(request, data: data), folds: 6, seed: 1)
    var square = 0.0
    for out in 0..<6 {
      let kept = (0..<6).filter { $0 != out }
      let (mx, my) = (kept.reduce(0.0) { $0 + x[$1] } / 5, kept.reduce(0.0) { $0 + y[$1] } / 5)
      let slope =
        kept.reduce(0.0) { $0 + (x[$1] - mx) * (y[$1] - my) } / kept.reduce(0.0) { $0 + (x[$1] - mx) * (x[$1] - mx) }
      let residual = y[out] - my - slope * (x[out] - mx)
      square += residual * residual
    }
    #expect(abs(found.outOfSample.rootMeanSquare - (square / 6).squareRoot()) < 1e-12)
  }
}
