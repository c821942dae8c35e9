import Evidence
import Measures
import Statistics

/// One question at one lag: what was asked, of how many occasions, and how every model did.
public struct StudyResult: Hashable, Sendable, Codable {
  public let id: String
  public let question: String
  /// Years from the end of the profile to the occasion; 0 where the outcome is asked over the five years after.
  public let lag: Int
  public let occasions: Int
  public let events: Int
  /// Occasions predicted from an origin, and those among them on which it happened.
  public let tested: Int
  public let testedEvents: Int
  public let origins: [Int]
  public let scores: [Score]
  /// Of the profile without what looks ahead.
  public let calibration: [CalibrationBin]
  public let resamples: Int
}

/// Puts a question to all models.
struct StudyRunner {
  let origins: [Int]
  let last: Int
  let resamples: Int
  let seed: UInt64

  /// - Parameters:
  ///   - models: the first is the base rate; with the names of further columns each may use.
  ///   - references: names of the models that gains are over.
  ///   - scored: rows that count for the scores; all predicted rows by default.
  ///   - observing: told the predictions of every model, of all rows.
  func run(
    _ id: String, _ question: String, lag: Int, _ sample: Sample,
    models: [(model: RivalModel, extra: [String])], references: [String], calibrated: String,
    scored: (Int) -> Bool = { _ in true }, observing: (RivalModel, RollingOrigin) -> Void = { _, _ in }
  ) -> StudyResult? {
    let states = StateResamples(
      Set(sample.firsts).union(sample.seconds), count: resamples, seed: seed)
    var found:
      [(
        model: RivalModel, ranked: RankedPredictions, whole: (auc: Double, brier: Double),
        drawn: [(auc: Double, brier: Double)]
      )] = []
    for (model, extra) in models {
      guard let run = RollingOrigin(sample, model, extra: extra, origins: origins, last: last) else { continue }
      observing(model, run)
      let ranked = RankedPredictions(sample, run.keeping(scored))
      found.append((model, ranked, ranked.figures(nil), ranked.figures(states)))
    }
    guard let base = found.first else { return nil }
    let scores = found.map { entry in
      let line = entry.ranked.calibrationLine
      let gains = references.compactMap { name -> Score.Gain? in
        guard name != entry.model.name, let other = found.first(where: { $0.model.name == name }) else { return nil }
        return Score.Gain(
          over: name, value: entry.whole.auc - other.whole.auc,
          interval: StateResamples.interval(zip(entry.drawn, other.drawn).map { $0.auc - $1.auc }))
      }
      return Score(
        model: entry.model, n: entry.ranked.count, events: entry.ranked.events, auc: entry.whole.auc,
        aucInterval: StateResamples.interval(entry.drawn.map(\.auc)), brier: entry.whole.brier,
        skill: 1 - entry.whole.brier / base.whole.brier,
        skillInterval: StateResamples.interval(zip(entry.drawn, base.drawn).map { 1 - $0.brier / $1.brier }),
        slope: line?.slope, intercept: line?.intercept, gains: gains)
    }
    return StudyResult(
      id: id, question: question, lag: lag, occasions: sample.outcome.indices.count(where: scored),
      events: sample.outcome.count { $0 == 1 },
      tested: base.ranked.count, testedEvents: base.ranked.events, origins: origins, scores: scores,
      calibration: found.first { $0.model.name == calibrated }?.ranked.calibration(bins: 10, states) ?? [],
      resamples: resamples)
  }
}
