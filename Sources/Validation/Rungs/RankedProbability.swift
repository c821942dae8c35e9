import Evidence
import Measures

/// How far predicted distributions of the limit over rungs lie from where it was found: the ranked probability score.
///
/// Formula: for a triad with m rungs in evidence the mean over them of (F(k) − O(k))², F the predicted chance that the limit lies at or below the kth and O whether it did; the
/// last category is "above them all". Range [0, 1]; 0 is perfect. From the chances h to stop at a rung that is reached, F(k) = 1 − Π (1 − h) up to k.
/// Complexity: O(rows). Source: Epstein (1969), doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2.
/// Not for: comparing samples with other rungs in evidence.
struct RankedProbability {
  private let scores: [Double]
  private let firsts: [UInt16]
  private let seconds: [UInt16]

  init(_ rows: RungRows, _ run: RollingOrigin) {
    var scores: [Double] = []
    var firsts: [UInt16] = []
    var seconds: [UInt16] = []
    // Rows of a triad stand one after the other in the sample, from the lowest rung.
    var chances: [Int: [Double]] = [:]
    let order = run.rows.indices.sorted { run.rows[$0] < run.rows[$1] }
    for place in order { chances[rows.triads[run.rows[place]], default: []].append(run.predicted[place]) }
    for triad in chances.keys.sorted() {
      guard let outcome = rows.outcomes[triad], let hazards = chances[triad], hazards.count == outcome.rungs.count
      else { continue }
      scores.append(Self.score(hazards, stop: outcome.stops ? outcome.reached - 1 : nil))
      let row = rows.triads.partitioned(at: triad)
      firsts.append(rows.sample.firsts[row])
      seconds.append(rows.sample.seconds[row])
    }
    self.scores = scores
    self.firsts = firsts
    self.seconds = seconds
  }

  /// - Parameter stop: the place of the limit among the rungs; `nil` above them all.
  static func score(_ hazards: [Double], stop: Int?) -> Double {
    var survival = 1.0
    var sum = 0.0
    for (place, hazard) in hazards.enumerated() {
      survival *= 1 - hazard
      let happened: Double = stop.map { $0 <= place } ?? false ? 1 : 0
      let error: Double = (1 - survival) - happened
      sum += error * error
    }
    return hazards.isEmpty ? 0 : sum / Double(hazards.count)
  }

  var count: Int { scores.count }

  func mean(_ weights: [Float]? = nil) -> Double {
    guard let weights else { return scores.isEmpty ? .nan : scores.reduce(0, +) / Double(scores.count) }
    var (sum, total) = (0.0, 0.0)
    for place in scores.indices {
      let weight = Double(weights[Int(firsts[place])]) * Double(weights[Int(seconds[place])])
      sum += weight * scores[place]
      total += weight
    }
    return total > 0 ? sum / total : .nan
  }
}

extension [Int] {
  /// The first index of a value in an ascending array.
  fileprivate func partitioned(at value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
