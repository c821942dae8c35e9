import Evidence
import Statistics
import Testing

@testable import Measures

/// Classes of dyads made by hand.
struct NodePermutationTests {
  private struct Made {
    var values: [Double] = []
    var firsts: [UInt16] = []
    var seconds: [UInt16] = []

    init(_ states: Int, code: (Int) -> UInt16 = { UInt16(10 + $0) }, value: (Int, Int) -> Double) {
      for i in 0..<states {
        for j in (i + 1)..<max(states, i + 1) {
          values.append(value(i, j))
          firsts.append(code(i))
          seconds.append(code(j))
        }
      }
    }

    var dyads: ClassDyads { ClassDyads(firsts: firsts, seconds: seconds) }

    func place(_ k: Int, permutations: Int = 999) throws -> DyadicPlace {
      let own = try #require(ComparisonClass("made", values).place(Estimate(values[k], method: "made", sources: [])))
      return try #require(NodePermutation(values, dyads)).place(
        of: values[k], firsts[k], seconds[k], own, permutations: permutations)
    }
  }

  private static func noise(_ i: Int, _ j: Int) -> Double {
    var generator = Xoshiro256(seed: 4, stream: UInt64(i * 1_000 + j))
    return generator.uniform()
  }

  /// A state that scores high with everyone passes the permutation of all labels and not the one that keeps its own.
  @Test func aStateThatScoresHighWithEveryoneIsSeen() throws {
    let made = Made(40) { i, j in (i == 0 ? 10 : 0) + Self.noise(i, j) }
    // The middle one of the pairs of state 0.
    let own = (0..<39).sorted { made.values[$0] < made.values[$1] }[19]
    let place = try made.place(own)
    #expect(place.p < 0.06)
    #expect((try #require(place.withFirst) - 0.5).magnitude < 0.05)
    #expect(try #require(place.withSecond) < 0.06)
  }

  /// The share of relabellings is that of the dyads at or above, but for the draws.
  @Test func thePermutationIsTheShareOfDyadsAtOrAbove() throws {
    let made = Made(30, value: Self.noise)
    for k in [0, 100, 200, 400] {
      let share = Double(made.values.count { $0 >= made.values[k] }) / Double(made.values.count)
      #expect((try made.place(k, permutations: 20_000).p - share).magnitude < 0.015)
    }
    let top = try #require(made.values.indices.max { made.values[$0] < made.values[$1] })
    #expect(try made.place(top).p < 0.01 && made.place(top).p >= 0.001)
  }

  /// Other numbers of the states, in the same order, change nothing; the same input gives the same.
  @Test func labelsDoNotMatter() throws {
    let one = Made(20, value: Self.noise)
    let two = Made(20, code: { UInt16(500 + 3 * $0) }, value: Self.noise)
    for k in [3, 50, 150] { #expect(try one.place(k) == two.place(k)) }
  }

  /// The jackknife against its definition: each state left out and the share counted anew.
  @Test func theDeviationIsItsDefinition() throws {
    let made = Made(15) { i, j in Double((i * 7 + j * 5) % 11) }
    let value = 6.0
    let shares = (0..<15).map { left -> Double in
      let code = UInt16(10 + left)
      let rest = made.values.indices.filter { made.firsts[$0] != code && made.seconds[$0] != code }
      let below = rest.reduce(0.0) { $0 + (made.values[$1] < value ? 1 : made.values[$1] == value ? 0.5 : 0) }
      return below / Double(rest.count)
    }
    let mean = shares.reduce(0, +) / 15
    let variance = 14.0 / 15 * shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let found = try #require(NodePermutation(made.values, made.dyads)).deviation(at: value)
    #expect((found - variance.squareRoot()).magnitude < 1e-12)
  }

  /// Where states differ the interval over states is wider than that of independent dyads; it always holds the place's own interval.
  @Test func dyadsThatShareAStateCountForLess() throws {
    let made = Made(40) { i, j in Double(i % 5) + Double(j % 5) + Self.noise(i, j) }
    let n = Double(made.values.count)
    for k in [10, 300, 600] {
      let place = try made.place(k)
      let value = Double(made.values.count { $0 < made.values[k] }) / n
      #expect(place.low <= value && place.high >= value)
      #expect(place.high - place.low > 2 * 1.96 * (value * (1 - value) / n).squareRoot())
    }
  }

  @Test func fewStatesHaveNone() {
    let made = Made(6, value: Self.noise)
    #expect(NodePermutation(made.values, made.dyads) == nil)
  }
}
