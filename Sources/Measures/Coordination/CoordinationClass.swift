import Record

/// Which dyads, on which roll calls.
struct CoordinationClassKey: Hashable, Sendable {
  let criteria: RollCallCriteria
  let span: RollCallSpan
  let members: DyadMembers
}

/// Observed less predicted agreement of every dyad with enough common roll calls.
package struct CoordinationClass: Sendable {
  package struct Member: Hashable, Sendable {
    package let first: UInt16
    package let second: UInt16
    package let n: Int
    package let observed: Double
    package let expected: Double
    package var difference: Double { observed - expected }
  }

  /// In order of first, then second state.
  package let members: [Member]

  /// - Parameter fewest: common roll calls a dyad needs.
  /// - Complexity: O(roll calls × states²), about 12 ns a roll call and dyad.
  init(_ index: PredictionIndex, rows: [Int32], fewest: Int, among: DyadMembers) {
    let table = index.table
    let states = Set(rows.flatMap { table.states[index.votes(on: $0)] }).sorted()
    var sums = DyadSums(states)
    var vectors: [SIMD4<Float>] = []
    let quads = (table.itemLoadings + 4) / 4
    for row in rows {
      let range = index.votes(on: row)
      vectors.removeAll(keepingCapacity: true)
      for place in range { Self.append(table, place, quads, to: &vectors) }
      let makers = index.contests.makers(of: table.families[Int(row)])
      sums.add(range.map { (table.states[$0], table.votes[$0]) }, vectors, quads, unless: makers)
    }
    members = sums.members(fewest: fewest, among: among)
  }

  /// Yes, no, abstain and weight of one vote (the numbers of `PredictedVote`), each a one or a probability followed by loadings, padded with zeros.
  private static func append(_ table: VotePredictions, _ place: Int, _ quads: Int, to vectors: inout [SIMD4<Float>]) {
    let items = table.itemLoadings
    let yes = place * table.width
    let no = yes + 1 + items + table.ownLoadings
    let first = vectors.count
    vectors.append(contentsOf: repeatElement(.zero, count: 4 * quads))
    for k in 0...items {
      let y: Double = Double(table.scores[yes + k]) / VotePredictions.scale
      let n: Double = Double(table.scores[no + k]) / VotePredictions.scale
      let weight: Double = k == 0 ? 1 : Double(table.weights[place * items + k - 1]) / VotePredictions.scale
      let (at, lane) = (first + k / 4, k % 4)
      vectors[at][lane] = Float(y)
      vectors[at + quads][lane] = Float(n)
      vectors[at + 2 * quads][lane] = Float(weight - y - n)
      vectors[at + 3 * quads][lane] = Float(weight)
    }
  }
}

/// Sums over roll calls for every pair of states.
private struct DyadSums {
  let states: [UInt16]
  private let place: [Int]
  private var counts: [Int32]
  private var observed: [Int32]
  private var expected: [Double]

  init(_ states: [UInt16]) {
    self.states = states
    var place = [Int](repeating: 0, count: Int(states.last ?? 0) + 1)
    for (i, state) in states.enumerated() { place[Int(state)] = i }
    self.place = place
    let pairs = max(states.count * (states.count - 1) / 2, 0)
    counts = Array(repeating: 0, count: pairs)
    observed = counts
    expected = Array(repeating: 0, count: pairs)
  }

  mutating func add(
    _ casts: [(state: UInt16, vote: UInt8)], _ vectors: [SIMD4<Float>], _ quads: Int,
    unless makers: [FamilyContests.Makers]
  ) {
    let isFragile = !makers.isEmpty
    let places = casts.map { place[Int($0.state)] }
    let width = 4 * quads
    vectors.withUnsafeBufferPointer { v in
      for i in 1..<max(casts.count, 1) {
        let row = places[i] * (places[i] - 1) / 2
        let a = i * width
        for j in 0..<i {
          if isFragile, makers.contains(where: { $0.isWithin(casts[i].state, casts[j].state) }) { continue }
          let b = j * width
          var joint = SIMD4<Float>.zero
          for k in 0..<(3 * quads) { joint += v[a + k] * v[b + k] }
          var weight = SIMD4<Float>.zero
          for k in (3 * quads)..<width { weight += v[a + k] * v[b + k] }
          let normaliser = max(weight.sum(), Float(PredictedVote.leastNormaliser))
          let cell = row + places[j]
          counts[cell] += 1
          observed[cell] += casts[i].vote == casts[j].vote ? 1 : 0
          expected[cell] += Double(min(max(joint.sum() / normaliser, 0), 1))
        }
      }
    }
  }

  func members(fewest: Int, among: DyadMembers) -> [CoordinationClass.Member] {
    var all: [CoordinationClass.Member] = []
    for i in states.indices {
      for j in 0..<i {
        let cell = i * (i - 1) / 2 + j
        guard counts[cell] >= fewest, among.contains(states[j], states[i]) else { continue }
        let n = Double(counts[cell])
        all.append(
          .init(
            first: states[j], second: states[i], n: Int(counts[cell]), observed: Double(observed[cell]) / n,
            expected: expected[cell] / n))
      }
    }
    return all.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
