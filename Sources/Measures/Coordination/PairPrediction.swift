import Evidence
import Statistics

/// Observed against predicted agreement of a pair over roll calls, with the two sources of its error.
struct PairPrediction: Sendable {
  /// Roll calls on which both voted.
  private(set) var n = 0
  private(set) var observed = 0.0
  private(set) var expected = 0.0
  private(set) var families = 0
  /// Standard error over resolution families, by leaving one out at a time.
  private(set) var familyError = 0.0
  /// Standard error over the posterior of positions and items.
  private(set) var posteriorError = 0.0
  /// Standard error over the posterior of the two states' positions alone.
  private(set) var positionError = 0.0
  /// Roll calls on which one of the two weights is unreliable.
  private(set) var unreliable = 0
  /// Roll calls on which both voted that are left out because nobody else contests them.
  private(set) var onlyTheirs = 0

  var difference: Double { observed - expected }
  /// Families vary and positions are uncertain for unrelated reasons. What is uncertain of an item differs from family to family and is
  /// part of their variation already.
  var error: Double { (familyError * familyError + positionError * positionError).squareRoot() }

  /// - Complexity: O(roll calls + sessions²).
  init(_ index: PredictionIndex, _ a: UInt16, _ b: UInt16, rows: [Int32]) {
    var byFamily: [Int32: FamilySum] = [:]
    var pulls: [Int16: (first: [Double], second: [Double])] = [:]
    for row in rows {
      guard let placeA = index.vote(of: a, on: row), let placeB = index.vote(of: b, on: row) else { continue }
      guard index.isContested(row, without: a, b) else {
        onlyTheirs += 1
        continue
      }
      let first = PredictedVote(index.table, at: placeA)
      let second = PredictedVote(index.table, at: placeB)
      let agreement = first.agreement(with: second)
      n += 1
      observed += first.vote == second.vote ? 1 : 0
      expected += agreement
      if !first.isReliable || !second.isReliable { unreliable += 1 }
      byFamily[index.table.families[Int(row)], default: FamilySum()].add(
        (first.vote == second.vote ? 1 : 0) - agreement, drift: first.drift(with: second))
      let session = index.table.sessions[Int(row)]
      let own = pulls[session]
      pulls[session] = (
        PairPrediction.sum(own?.first, first.pull(towards: second)),
        PairPrediction.sum(own?.second, second.pull(towards: first))
      )
    }
    guard n > 0 else { return }
    let size = Double(n)
    observed /= size
    expected /= size
    families = byFamily.count
    let sums = byFamily.keys.sorted().compactMap { byFamily[$0] }
    familyError = Self.jackknife(sums, n)
    let items = sums.reduce(0) { $0 + $1.drift.reduce(0) { $0 + $1 * $1 } }
    let sessions = pulls.keys.sorted()
    let own =
      Self.variance(sessions.compactMap { pulls[$0]?.first }, sessions, a, index)
      + Self.variance(sessions.compactMap { pulls[$0]?.second }, sessions, b, index)
    posteriorError = max(items + own, 0).squareRoot() / size
    positionError = max(own, 0).squareRoot() / size
  }

  /// What one resolution family contributes.
  private struct FamilySum {
    var rollCalls = 0
    var difference = 0.0
    var drift: [Double] = []

    mutating func add(_ value: Double, drift more: [Double]) {
      rollCalls += 1
      difference += value
      drift = PairPrediction.sum(drift.isEmpty ? nil : drift, more)
    }
  }

  private static func sum(_ a: [Double]?, _ b: [Double]) -> [Double] { a.map { zip($0, b).map(+) } ?? b }

  private static func jackknife(_ families: [FamilySum], _ n: Int) -> Double {
    let total = families.reduce(0) { $0 + $1.difference }
    let leftOut = families.compactMap { family -> Double? in
      let rest = n - family.rollCalls
      return rest > 0 ? (total - family.difference) / Double(rest) : nil
    }
    guard leftOut.count > 1 else { return 0 }
    let count = Double(leftOut.count)
    let mean = leftOut.reduce(0, +) / count
    let squares = leftOut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((count - 1) / count * squares).squareRoot()
  }

  private static func variance(
    _ pulls: [[Double]], _ sessions: [Int16], _ state: UInt16, _ index: PredictionIndex
  ) -> Double {
    var total = 0.0
    for i in pulls.indices {
      for j in 0...i {
        for (d, (x, y)) in zip(pulls[i], pulls[j]).enumerated() where x * y != 0 {
          total += (i == j ? 1 : 2) * x * y * index.correlation(of: state, sessions[i], sessions[j], dimension: d + 1)
        }
      }
    }
    return total
  }

  /// The difference with its 95 % interval; Student's t with families − 1 degrees of freedom.
  func estimate(method: String, sources: [Source]) -> Estimate {
    let reach = error * StudentT.quantile(0.975, freedom: Double(families - 1))
    return Estimate(
      difference, interval: Interval(difference - reach, difference + reach, level: 0.95), n: n, method: method,
      sources: sources)
  }

  /// The lower end of the 95 % interval; `nil` with too few families for one.
  var low: Double? {
    guard families >= Coordination.fewestFamilies else { return nil }
    return difference - error * StudentT.quantile(0.975, freedom: Double(families - 1))
  }

  /// Two-sided p-value of no coordination.
  var pValue: Double { error > 0 ? StudentT.twoSided(difference / error, freedom: Double(families - 1)) : 1 }
}
