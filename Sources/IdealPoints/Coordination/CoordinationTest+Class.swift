import Statistics

extension CoordinationTest {
  /// Draws the comparison class is computed on at most.
  static let classDraws = 400

  /// Coordination of every dyad with at least 20 common roll calls in the set.
  ///
  /// For speed the weight of a pair is the product of its two states' own smoothed weights, renormalised, instead of a smoothing for
  /// each pair; `docs/methods/coordination.md` shows the difference. Complexity: O(roll calls × states² × draws).
  public func comparisonClass(over set: RollCallSet) async -> CoordinationClass {
    guard fit.options.selection.abstention != .halfWay else { return CoordinationClass(set: set.name, members: []) }
    let rollCalls = set.ids.compactMap { index.indexOfID[$0] }
    let chunk = max(rollCalls.count / 16 + 1, 8)
    let states = Set(rollCalls.flatMap { index.rollCalls[$0].casts.map(\.state) }).sorted()
    let parts = await withTaskGroup(of: (Int, DyadSums).self) { group in
      for start in stride(from: 0, to: rollCalls.count, by: chunk) {
        group.addTask {
          var sums = DyadSums(states: states)
          for r in rollCalls[start..<min(start + chunk, rollCalls.count)] { add(index.rollCalls[r], to: &sums) }
          return (start, sums)
        }
      }
      var parts: [(Int, DyadSums)] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }
    }
    var all = DyadSums(states: states)
    for (_, part) in parts { all.add(part) }
    return CoordinationClass(set: set.name, members: all.members)
  }

  private func add(_ rollCall: VoteIndex.RollCall, to sums: inout DyadSums) {
    let step = max((fit.draws.count + Self.classDraws - 1) / Self.classDraws, 1)
    let draws = (fit.draws.count + step - 1) / step
    let width = (draws + 7) / 8
    let n = rollCall.casts.count
    var vectors = [SIMD8<Float>](repeating: .zero, count: 4 * n * width)
    for (i, cast) in rollCall.casts.enumerated() {
      let weights = ownWeights(cast.state, rollCall.item, step: step, draws: draws)
      fit.draws.forEachProbability(Int(cast.position), rollCall.item) { s, p in
        guard s % step == 0 else { return }
        let k = s / step
        let w = Float(weights[k])
        let base = 4 * i * width + k / 8
        vectors[base][k % 8] = w
        vectors[base + width][k % 8] = w * Float(p.yes)
        vectors[base + 2 * width][k % 8] = w * Float(p.abstain)
        vectors[base + 3 * width][k % 8] = w * Float(p.no)
      }
    }
    for i in 1..<max(n, 1) {
      for j in 0..<i {
        let (weight, agreement) = Self.products(vectors, 4 * i * width, 4 * j * width, width)
        guard weight > 0 else { continue }
        sums.add(
          rollCall.casts[j], rollCall.casts[i], expected: Double(agreement / weight))
      }
    }
  }

  /// One state's smoothed weights without its own votes on a family, scaled to mean one.
  private func ownWeights(_ state: UInt16, _ item: Int, step: Int, draws: Int) -> [Double] {
    var logRatios = [Double](repeating: 0, count: draws)
    for r in index.ofItem[item] {
      guard let cast = index.rollCalls[r].cast(of: state) else { continue }
      fit.draws.forEachProbability(Int(cast.position), item) { s, p in
        if s % step == 0 { logRatios[s / step] -= logarithm(max(p[cast.vote], 1e-300)) }
      }
    }
    guard let smoothed = ParetoSmoothedWeights(logRatios: logRatios) else { return logRatios.map { _ in 1 } }
    return smoothed.weights.map { $0 * Double(draws) }
  }

  private static func products(
    _ v: [SIMD8<Float>], _ a: Int, _ b: Int, _ width: Int
  ) -> (weight: Float, agreement: Float) {
    var weight = SIMD8<Float>.zero
    var agreement = SIMD8<Float>.zero
    for k in 0..<width { weight += v[a + k] * v[b + k] }
    for k in width..<(4 * width) { agreement += v[a + k] * v[b + k] }
    return (weight.sum(), agreement.sum())
  }
}

/// Sums over roll calls for every pair of states.
private struct DyadSums: Sendable {
  let states: [UInt16]
  private let place: [Int]
  private var counts: [Int32]
  private var observed: [Double]
  private var expected: [Double]

  init(states: [UInt16]) {
    self.states = states
    var place = [Int](repeating: 0, count: 1000)
    for (i, state) in states.enumerated() where place.indices.contains(Int(state)) { place[Int(state)] = i }
    self.place = place
    let pairs = states.count * (states.count - 1) / 2
    counts = Array(repeating: 0, count: max(pairs, 0))
    observed = Array(repeating: 0, count: max(pairs, 0))
    expected = observed
  }

  mutating func add(_ first: VoteIndex.Cast, _ second: VoteIndex.Cast, expected value: Double) {
    let i = place[Int(second.state)]
    let cell = i * (i - 1) / 2 + place[Int(first.state)]
    counts[cell] += 1
    observed[cell] += first.vote == second.vote ? 1 : 0
    expected[cell] += value
  }

  mutating func add(_ other: DyadSums) {
    for i in counts.indices {
      counts[i] += other.counts[i]
      observed[i] += other.observed[i]
      expected[i] += other.expected[i]
    }
  }

  var members: [CoordinationClass.Member] {
    var all: [CoordinationClass.Member] = []
    for i in states.indices {
      for j in 0..<i {
        let cell = i * (i - 1) / 2 + j
        guard counts[cell] >= CoordinationClass.fewest else { continue }
        let n = Double(counts[cell])
        all.append(
          .init(
            first: states[j], second: states[i], rollCalls: Int(counts[cell]), observed: observed[cell] / n,
            expected: expected[cell] / n))
      }
    }
    return all.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
