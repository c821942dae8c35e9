import Record
import Statistics

/// Evenly spaced joint draws that predictions are made from.
struct DrawSample: Sendable {
  let draws: JointDraws
  let dimensions: Int
  /// Indices of the draws used.
  let used: [Int]
  /// Slopes and two cut points.
  var itemParameters: Int { dimensions + 2 }

  init(_ draws: JointDraws, limit: Int, dimensions: Int) {
    self.draws = draws
    self.dimensions = dimensions
    let step = max((draws.count + limit - 1) / limit, 1)
    used = Array(stride(from: 0, to: draws.count, by: step))
  }

  func values(_ slice: ArraySlice<Float>) -> [Double] { used.map { Double(slice[slice.startIndex + $0]) } }
}

/// Predicts every state's votes on a resolution family without its own votes on it.
///
/// Weights are one over the likelihood of the state's own votes on the family; they are Pareto smoothed where the largest exceeds √draws times
/// their mean, the size above which truncation would set in (Ionides 2008, doi:10.1198/106186008X320456).
struct FamilyPredictor {
  private let sample: DrawSample
  private let table = NormalTable.shared
  private let n: Int
  private var ratios: [Double]

  init(_ sample: DrawSample) {
    self.sample = sample
    n = sample.used.count
    ratios = Array(repeating: 1, count: n)
  }

  /// k-hat above which a weight is marked unreliable.
  static let shapeLimit = 0.7

  mutating func predictions(of item: Int, _ index: VoteIndex) -> [RollCallPrediction] {
    let calls = index.ofItem[item]
    guard n >= 2, !calls.isEmpty else { return [] }
    let draws = sample.draws
    let slopes = (1...sample.dimensions).map { sample.values(draws.slope(item, dimension: $0)) }
    let lower = sample.values(draws.lower(item))
    let upper = sample.values(draws.upper(item))
    let whitened = ItemWhitening(slopes + [lower, upper]).together
    var result = calls.map { RollCallPrediction(id: index.rollCalls[$0].id, item: item) }
    let states = Set(calls.flatMap { index.rollCalls[$0].casts.map(\.state) }).sorted()
    for state in states {
      var own: [(call: Int, vote: UInt8, place: [SIMD4<Double>], yes: [Double], no: [Double])] = []
      for s in 0..<n { ratios[s] = 1 }
      for (k, call) in calls.enumerated() {
        guard let cast = index.rollCalls[call].cast(of: state) else { continue }
        let theta = (1...sample.dimensions).map { sample.values(draws.position(Int(cast.position), dimension: $0)) }
        var yes = [Double](repeating: 0, count: n)
        var no = yes
        for s in 0..<n {
          var mean: Double = slopes[0][s] * theta[0][s]
          for d in 1..<sample.dimensions { mean += slopes[d][s] * theta[d][s] }
          yes[s] = table.value(lower[s] - mean)
          no[s] = table.value(mean - upper[s])
          let p = cast.vote == 1 ? yes[s] : cast.vote == 3 ? no[s] : 1 - yes[s] - no[s]
          ratios[s] /= max(p, 1e-12)
        }
        own.append((k, cast.vote, ItemWhitening(theta).together, yes, no))
      }
      let isReliable = smooth()
      for vote in own {
        result[vote.call].states.append(state)
        result[vote.call].votes.append(vote.vote)
        score(vote.yes, vote.place, whitened, into: &result[vote.call].scores)
        score(vote.no, vote.place, whitened, into: &result[vote.call].scores)
        let isHeld = loadWeights(whitened, into: &result[vote.call].weights)
        result[vote.call].unreliable.append(isReliable && isHeld ? 0 : 1)
      }
    }
    return result
  }

  /// Scales the ratios to mean 1, smoothing their tail where it is long; whether they can be trusted.
  private mutating func smooth() -> Bool {
    let total = ratios.reduce(0, +)
    let size = Double(n)
    if let top = ratios.max(), total.isFinite, top * size <= total * size.squareRoot() {
      for s in 0..<n { ratios[s] *= size / total }
      return true
    }
    guard let smoothed = ParetoSmoothedWeights(logRatios: ratios.map { logarithm(min($0, 1e300)) }) else {
      for s in 0..<n { ratios[s] = 1 }
      return false
    }
    for s in 0..<n { ratios[s] = smoothed.weights[s] * size }
    return smoothed.shape <= Self.shapeLimit
  }

  /// Appends the weighted mean of a probability, its loadings on the item, and its loadings on the own position.
  private func score(
    _ p: [Double], _ place: [SIMD4<Double>], _ whitened: [SIMD4<Double>], into scores: inout [Int16]
  ) {
    let size = Double(n)
    var mean = 0.0
    var loads = SIMD4<Double>.zero
    var own = SIMD4<Double>.zero
    for s in 0..<n {
      let weighted: Double = ratios[s] * p[s]
      mean += weighted
      loads += weighted * whitened[s]
      own += p[s] * place[s]
    }
    scores.append(VotePredictions.stored(mean / size))
    for k in 0..<sample.itemParameters { scores.append(VotePredictions.stored(loads[k] / size)) }
    for k in 0..<sample.dimensions { scores.append(VotePredictions.stored(own[k] / size)) }
  }

  /// Appends the weights' loadings on the item; whether each is within what is stored.
  private func loadWeights(_ whitened: [SIMD4<Double>], into weights: inout [Int16]) -> Bool {
    var sums = SIMD4<Double>.zero
    for s in 0..<n { sums += ratios[s] * whitened[s] }
    var isHeld = true
    for k in 0..<sample.itemParameters {
      let load: Double = sums[k] / Double(n)
      weights.append(VotePredictions.stored(load))
      if abs(load) * VotePredictions.scale > 32_767 { isHeld = false }
    }
    return isHeld
  }
}
