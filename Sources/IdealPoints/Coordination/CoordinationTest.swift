import Evidence
import StateSystem
import Statistics

/// The coordination test on one fit: observed against predicted agreement, held out.
///
/// Posterior draws are reweighted by one over the likelihood of the pair's own votes on a resolution family, so that positions come
/// from everything else and the item from everyone else; weights are Pareto smoothed for each family.
/// Source of the weights: Vehtari, Gelman and Gabry (2017), doi:10.1007/s11222-016-9696-4.
public struct CoordinationTest: Sendable {
  let fit: IdealPointFit
  let index: VoteIndex

  /// The test on a fit and the data it was made from.
  public init(_ fit: IdealPointFit, data: VoteData) {
    self.fit = fit
    index = VoteIndex(data, fit.votes, selection: fit.options.selection)
  }

  /// Coordination of a pair over a set of roll calls.
  ///
  /// - Parameter comparison: the class of `comparisonClass(over:)` on the same set, for the percentile.
  /// - Complexity: O(families × draws log draws).
  public func coordination(
    of dyad: Dyad, over set: RollCallSet, among comparison: CoordinationClass? = nil
  ) -> Covered<Coordination> {
    guard fit.options.selection.abstention != .halfWay else {
      return .notCovered(
        Reason(.undefined, "agreement is undefined where an abstention counts half a yes and half a no"))
    }
    let families = predictedFamilies(dyad, set)
    let n = families.reduce(0) { $0 + $1.rollCalls }
    guard families.count >= 2 else {
      return .notCovered(
        Reason(.tooFew, "\(dyad) has \(n) common contested roll calls in \(families.count) families; 2 families needed")
      )
    }
    let size = Double(n)
    let observed = families.reduce(0) { $0 + $1.observed } / size
    let expected = families.reduce(0) { $0 + $1.expected } / size
    let value = observed - expected
    let familyError = Self.jackknife(families, n)
    let posteriorError = Self.posteriorError(families, n, draws: fit.draws.count)
    let error = (familyError * familyError + posteriorError * posteriorError).squareRoot()
    let freedom = Double(families.count - 1)
    let reach = error * StudentT.quantile(0.975, freedom: freedom)
    let estimate = Estimate(
      value, interval: Interval(value - reach, value + reach, level: 0.95), n: n,
      method: "observed less held-out expected agreement; interval over posterior draws and resolution families",
      sources: [])
    let percentile = comparison.flatMap {
      Percentile(
        of: estimate, inSorted: $0.ascending,
        comparison: "all dyads with at least \(CoordinationClass.fewest) common roll calls, \(set.name)")
    }
    return .covered(
      Coordination(
        dyad: dyad.description, set: set.name, observed: observed, expected: expected, difference: estimate,
        families: families.count, posteriorError: posteriorError, familyError: familyError,
        pValue: error > 0 ? StudentT.twoSided(value / error, freedom: freedom) : 1,
        unreliableShare: Double(families.count { $0.shape > 0.7 }) / Double(families.count),
        percentile: percentile))
  }

  /// What one resolution family contributes.
  struct Family {
    var rollCalls = 0
    var observed = 0.0
    var expected = 0.0
    /// Sum over the family's roll calls of weight × draws × (draw's expected agreement − its mean).
    var deviations: [Double] = []
    var shape = 0.0
  }

  private func predictedFamilies(_ dyad: Dyad, _ set: RollCallSet) -> [Family] {
    var byItem: [Int: [Int]] = [:]
    for id in set.ids {
      guard let r = index.indexOfID[id] else { continue }
      byItem[index.rollCalls[r].item, default: []].append(r)
    }
    return byItem.keys.sorted().compactMap { item in
      family(item, byItem[item] ?? [], dyad.first.cow, dyad.second.cow)
    }
  }

  /// Held-out prediction of one family; `nil` if the two have no roll call of the set in common.
  func family(_ item: Int, _ rollCalls: [Int], _ a: UInt16, _ b: UInt16) -> Family? {
    let common = rollCalls.compactMap { r -> (VoteIndex.Cast, VoteIndex.Cast)? in
      guard let first = index.rollCalls[r].cast(of: a), let second = index.rollCalls[r].cast(of: b) else { return nil }
      return (first, second)
    }
    guard !common.isEmpty else { return nil }
    let draws = fit.draws.count
    var logRatios = [Double](repeating: 0, count: draws)
    for r in index.ofItem[item] {
      for state in [a, b] {
        guard let cast = index.rollCalls[r].cast(of: state) else { continue }
        fit.draws.forEachProbability(Int(cast.position), item) { s, p in
          logRatios[s] -= logarithm(max(p[cast.vote], 1e-300))
        }
      }
    }
    guard let smoothed = ParetoSmoothedWeights(logRatios: logRatios) else { return nil }
    var family = Family(rollCalls: common.count, shape: smoothed.shape)
    family.deviations = Array(repeating: 0, count: draws)
    for (first, second) in common {
      var agreement = [Double](repeating: 0, count: draws)
      var mine = [VoteProbabilities](repeating: .init(yes: 0, no: 0), count: draws)
      fit.draws.forEachProbability(Int(first.position), item) { s, p in mine[s] = p }
      fit.draws.forEachProbability(Int(second.position), item) { s, p in agreement[s] = mine[s].agreement(with: p) }
      var expected = 0.0
      for s in 0..<draws { expected += smoothed.weights[s] * agreement[s] }
      family.expected += expected
      family.observed += first.vote == second.vote ? 1 : 0
      for s in 0..<draws {
        family.deviations[s] += smoothed.weights[s] * Double(draws) * (agreement[s] - expected)
      }
    }
    return family
  }

  /// Standard error of the mean difference when families are left out one at a time.
  static func jackknife(_ families: [Family], _ n: Int) -> Double {
    let total = families.reduce(0) { $0 + $1.observed - $1.expected }
    let count = Double(families.count)
    let leftOut = families.compactMap { family -> Double? in
      let rest = n - family.rollCalls
      return rest > 0 ? (total - family.observed + family.expected) / Double(rest) : nil
    }
    guard leftOut.count > 1 else { return 0 }
    let mean = leftOut.reduce(0, +) / Double(leftOut.count)
    var squares = 0.0
    for value in leftOut { squares += (value - mean) * (value - mean) }
    return ((count - 1) / count * squares).squareRoot()
  }

  /// Standard deviation over posterior draws of the mean expected agreement.
  static func posteriorError(_ families: [Family], _ n: Int, draws: Int) -> Double {
    var sums = [Double](repeating: 0, count: draws)
    for family in families { for s in 0..<draws { sums[s] += family.deviations[s] } }
    let squares = sums.reduce(0) { $0 + $1 * $1 }
    return (squares / Double(max(draws - 1, 1))).squareRoot() / Double(n)
  }
}
