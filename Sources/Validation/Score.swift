import Dispatch
import Evidence
import Statistics
import Synchronization

/// How well predictions of occasions fitted what followed, with intervals from resampled states.
public struct Score: Hashable, Sendable, Codable {
  public let model: RivalModel
  public let n: Int
  public let events: Int
  /// P(an occasion on which it happened was predicted above one of the same years on which it did not), ties half; ½ is chance.
  public let auc: Double
  public let aucInterval: Interval?
  /// Mean squared error; lower is better.
  public let brier: Double
  /// 1 − Brier / Brier of the base rate; above 0 is better than the base rate.
  public let skill: Double
  public let skillInterval: Interval?
  /// Slope and intercept of a logit of the outcome on the predicted log odds; 1 and 0 are perfect calibration.
  public let slope: Double?
  public let intercept: Double?
  /// AUC less that of the base rates with pledges, and of all rivals together, on the same resamples.
  public let gains: [Gain]

  public struct Gain: Hashable, Sendable, Codable {
    public let over: String
    public let value: Double
    public let interval: Interval?
  }
}

/// One bin of a calibration curve.
public struct CalibrationBin: Hashable, Sendable, Codable {
  public let n: Int
  public let events: Int
  public let predicted: Double
  public let observed: Double
  public let interval: Interval?
}

/// Resamples of states with replacement: the weight of a pair is the product of how often its two members were drawn.
///
/// Rows that share a state move together, as dyads do. Source: Snijders and Borgatti (1999), Connections 22(2), 161-170.
struct StateResamples: Sendable {
  /// By resample, by Correlates of War number.
  let counts: [[Float]]

  init(_ states: Set<UInt16>, count: Int, seed: UInt64) {
    let ordered = states.sorted()
    counts = (0..<count).map { resample in
      var generator = Xoshiro256(seed: seed, stream: UInt64(resample) + 100)
      var weights = [Float](repeating: 0, count: 1_000)
      for _ in ordered { weights[Int(ordered[generator.index(below: ordered.count)])] += 1 }
      return weights
    }
  }

  /// The middle 95 % of the figure over the resamples; `nil` where fewer than half of them give one.
  static func interval(_ values: [Double]) -> Interval? {
    let finite = values.filter(\.isFinite).sorted()
    guard finite.count * 2 >= values.count, finite.count >= 20, let low = quantile(0.025, ofSorted: finite),
      let high = quantile(0.975, ofSorted: finite)
    else { return nil }
    return Interval(low, high, level: 0.95)
  }
}

/// Predictions in order, with what a resample needs.
struct RankedPredictions: Sendable {
  /// Outcome, members and prediction, in ascending order of window, then of prediction.
  private let outcomes: [UInt8]
  private let firsts: [UInt16]
  private let seconds: [UInt16]
  private let predicted: [Double]
  private let windows: [Int32]

  init(_ sample: Sample, _ run: RollingOrigin) {
    let order = run.rows.indices.sorted {
      (run.windows[$0], run.predicted[$0], $0) < (run.windows[$1], run.predicted[$1], $1)
    }
    outcomes = order.map { sample.outcome[run.rows[$0]] }
    firsts = order.map { sample.firsts[run.rows[$0]] }
    seconds = order.map { sample.seconds[run.rows[$0]] }
    predicted = order.map { run.predicted[$0] }
    windows = order.map { Int32(run.windows[$0]) }
  }

  /// Area under the curve within windows and mean squared error, weighted; NaN without both outcomes.
  func figures(_ weights: [Float]?) -> (auc: Double, brier: Double) {
    var (concordant, pairs, square, total) = (0.0, 0.0, 0.0, 0.0)
    var start = 0
    while start < outcomes.count {
      let window = windows[start]
      var (zerosBelow, ones, wins) = (0.0, 0.0, 0.0)
      while start < outcomes.count, windows[start] == window {
        var (tiedOnes, tiedZeros) = (0.0, 0.0)
        let level = predicted[start]
        while start < outcomes.count, windows[start] == window, predicted[start] == level {
          let weight: Double =
            weights.map { Double($0[Int(firsts[start])]) * Double($0[Int(seconds[start])]) } ?? 1
          if outcomes[start] == 1 { tiedOnes += weight } else { tiedZeros += weight }
          let error: Double = Double(outcomes[start]) - level
          square += weight * error * error
          total += weight
          start += 1
        }
        wins += tiedOnes * (zerosBelow + tiedZeros / 2)
        ones += tiedOnes
        zerosBelow += tiedZeros
      }
      concordant += wins
      pairs += ones * zerosBelow
    }
    return (pairs > 0 ? concordant / pairs : .nan, total > 0 ? square / total : .nan)
  }

  /// The same for every resample; the same on any number of threads.
  func figures(_ resamples: StateResamples) -> [(auc: Double, brier: Double)] {
    let found = Mutex([(auc: Double, brier: Double)](repeating: (.nan, .nan), count: resamples.counts.count))
    DispatchQueue.concurrentPerform(iterations: resamples.counts.count) { index in
      let own = figures(resamples.counts[index])
      found.withLock { $0[index] = own }
    }
    return found.withLock { $0 }
  }

  /// Bins of about equal size by prediction over all windows, with intervals over the resamples.
  func calibration(bins: Int, _ resamples: StateResamples) -> [CalibrationBin] {
    let order = predicted.indices.sorted { (predicted[$0], $0) < (predicted[$1], $1) }
    return (0..<bins).compactMap { bin in
      let rows = order[(bin * order.count / bins)..<((bin + 1) * order.count / bins)]
      guard !rows.isEmpty else { return nil }
      let events = rows.count { outcomes[$0] == 1 }
      let rates = resamples.counts.map { weights -> Double in
        var (hit, all) = (0.0, 0.0)
        for row in rows {
          let weight = Double(weights[Int(firsts[row])]) * Double(weights[Int(seconds[row])])
          all += weight
          if outcomes[row] == 1 { hit += weight }
        }
        return all > 0 ? hit / all : .nan
      }
      return CalibrationBin(
        n: rows.count, events: events, predicted: rows.reduce(0.0) { $0 + predicted[$1] } / Double(rows.count),
        observed: Double(events) / Double(rows.count), interval: StateResamples.interval(rates))
    }
  }

  /// Logit of the outcome on the predicted log odds.
  var calibrationLine: (slope: Double, intercept: Double)? {
    let odds = predicted.map { p -> Double in
      let q = min(max(p, 1e-9), 1 - 1e-9)
      return logarithm(q / (1 - q))
    }
    guard let least = odds.min(), let most = odds.max(), most - least > 1e-9,
      let design = DesignMatrix(names: ["(Intercept)", "odds"], columns: [odds.map { _ in 1 }, odds]),
      let fit = try? Regression.fit(.logit, outcome: outcomes.map(Double.init), design: design),
      fit.coefficients.count == 2
    else { return nil }
    return (fit.coefficients[1], fit.coefficients[0])
  }

  var count: Int { outcomes.count }
  var events: Int { outcomes.count { $0 == 1 } }
}
