import StateSystem
import Statistics

/// The coordination of a pair computed from all joint draws of a fit: slow, and the reference that the stored predictions are compared with.
///
/// Posterior draws are reweighted by one over the likelihood of the pair's own votes on a resolution family, so that positions come
/// from everything else and the item from everyone else; weights are Pareto smoothed for each pair and family.
/// Source of the weights: Vehtari, Gelman and Gabry (2017), doi:10.1007/s11222-016-9696-4.
public struct CoordinationTest: Sendable {
  let fit: IdealPointFit
  let index: VoteIndex

  /// What the test finds.
  public struct Outcome: Hashable, Sendable {
    /// Roll calls on which both voted.
    public let n: Int
    public let families: Int
    /// Share of equal votes.
    public let observed: Double
    /// Share predicted.
    public let expected: Double
    /// Standard error over posterior draws.
    public let posteriorError: Double
    /// Share of families whose weights have k-hat above 0.7.
    public let unreliableShare: Double
    public var difference: Double { observed - expected }
  }

  /// The test on a fit and the data it was made from.
  public init(_ fit: IdealPointFit, data: VoteData) {
    self.fit = fit
    index = VoteIndex(data, fit.votes, selection: fit.options.selection)
  }

  /// Coordination of a pair over roll calls given by id; `nil` if they have no contested one in common, or where an abstention
  /// counts half a yes and half a no.
  ///
  /// - Complexity: O(families × draws log draws).
  public func outcome(of dyad: Dyad, over ids: some Sequence<Int32>) -> Outcome? {
    guard fit.options.selection.abstention != .halfWay else { return nil }
    let families = predictedFamilies(dyad, ids)
    let n = families.reduce(0) { $0 + $1.rollCalls }
    guard n > 0 else { return nil }
    let size = Double(n)
    return Outcome(
      n: n, families: families.count, observed: families.reduce(0) { $0 + $1.observed } / size,
      expected: families.reduce(0) { $0 + $1.expected } / size,
      posteriorError: Self.posteriorError(families, n, draws: fit.draws.count),
      unreliableShare: Double(families.count { $0.shape > FamilyPredictor.shapeLimit }) / Double(families.count))
  }

  /// What one resolution family contributes.
  private struct Family {
    var rollCalls = 0
    var observed = 0.0
    var expected = 0.0
    /// Sum over the family's roll calls of weight × draws × (draw's expected agreement − its mean).
    var deviations: [Double] = []
    var shape = 0.0
  }

  private func predictedFamilies(_ dyad: Dyad, _ ids: some Sequence<Int32>) -> [Family] {
    var byItem: [Int: [Int]] = [:]
    for id in ids {
      guard let r = index.indexOfID[id] else { continue }
      byItem[index.rollCalls[r].item, default: []].append(r)
    }
    return byItem.keys.sorted().compactMap { item in
      family(item, byItem[item] ?? [], dyad.first.cow, dyad.second.cow)
    }
  }

  /// Held-out prediction of one family; `nil` if the two have no roll call of the set in common, or if nobody else contests it.
  private func family(_ item: Int, _ rollCalls: [Int], _ a: UInt16, _ b: UInt16) -> Family? {
    let common = rollCalls.compactMap { r -> (VoteIndex.Cast, VoteIndex.Cast)? in
      guard let first = index.rollCalls[r].cast(of: a), let second = index.rollCalls[r].cast(of: b) else { return nil }
      return (first, second)
    }
    guard !common.isEmpty, index.isContested(item, without: a, b) else { return nil }
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

  /// Standard deviation over posterior draws of the mean expected agreement.
  private static func posteriorError(_ families: [Family], _ n: Int, draws: Int) -> Double {
    var sums = [Double](repeating: 0, count: draws)
    for family in families { for s in 0..<draws { sums[s] += family.deviations[s] } }
    let squares = sums.reduce(0) { $0 + $1 * $1 }
    return (squares / Double(max(draws - 1, 1))).squareRoot() / Double(n)
  }
}
