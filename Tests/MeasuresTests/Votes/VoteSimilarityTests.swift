import Testing

@testable import Measures

struct VoteSimilarityTests {
  static let indices = SimilarityIndex.allCases.flatMap { index in VoteDistance.allCases.map { (index, $0) } }

  /// Random pairs of votes, from nearly constant to uniform.
  static func pairs(_ seed: UInt64) -> [(Int, Int)] {
    var generator = SeededGenerator(seed)
    let bias = Int.random(in: 1...12, using: &generator)
    func vote() -> Int {
      Int.random(in: 0..<bias, using: &generator) == 0 ? Int.random(in: 1...3, using: &generator) : 1
    }
    return (0..<Int.random(in: 1...90, using: &generator)).map { _ in (vote(), vote()) }
  }

  static func table(_ pairs: [(Int, Int)]) -> VoteCrossTable {
    VoteCrossTable(pairs.map { (UInt8($0.0), UInt8($0.1)) })
  }

  @Test("equal to the definitions to 1e-12", arguments: UInt64(1)...40)
  func definitions(seed: UInt64) {
    let pairs = Self.pairs(seed)
    let table = Self.table(pairs)
    for (index, distance) in Self.indices {
      let value = table.similarity(index, distance)
      if let expected = BruteForce.similarity(pairs, index, distance) {
        #expect((value - expected).magnitude < 1e-12, "\(index) \(distance)")
      } else {
        #expect(value.isNaN, "\(index) \(distance)")
      }
    }
  }

  @Test("laws: symmetry, yes and no exchanged, bounds, S = 2 × graded - 1", arguments: UInt64(1)...40)
  func laws(seed: UInt64) {
    let pairs = Self.pairs(seed)
    let table = Self.table(pairs)
    let exchanged = Self.table(pairs.map { ($0.1, $0.0) })
    let relabelled = Self.table(pairs.map { (4 - $0.0, 4 - $0.1) })
    #expect((table.s(.absolute) - (2 * table.graded - 1)).magnitude < 1e-12)
    #expect((table.s(.nominal) - (2 * table.exact - 1)).magnitude < 1e-12)
    #expect((0...1).contains(table.exact) && (0...1).contains(table.graded) && table.exact <= table.graded)
    for (index, distance) in Self.indices {
      let value = table.similarity(index, distance)
      for other in [exchanged, relabelled] {
        let same = other.similarity(index, distance)
        #expect(value.isNaN == same.isNaN && (value.isNaN || (value - same).magnitude < 1e-12), "\(index) \(distance)")
      }
      #expect(value.isNaN || (-1.0 - 1e-12...1).contains(value), "\(index) \(distance) \(value)")
    }
  }

  /// The textbook table of Cohen's kappa: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no.
  @Test func textbook() {
    var table = VoteCrossTable()
    table.yesYes = 20
    table.yesNo = 5
    table.noYes = 10
    table.noNo = 15
    #expect((table.kappa(.nominal) - 0.4).magnitude < 1e-12)
    #expect((table.pi(.nominal) - (0.7 - 0.505) / 0.495).magnitude < 1e-12)
    #expect(table.exact == 0.7)
    #expect(table.n == 50 && table.same == 35 && table.opposite == 15 && table.oneApart == 0)
  }

  @Test func undefinedWithoutVariation() {
    var alike = VoteCrossTable()
    alike.yesYes = 30
    for distance in VoteDistance.allCases {
      #expect(alike.s(distance) == 1)
      #expect(alike.kappa(distance).isNaN)
      #expect(alike.pi(distance).isNaN)
    }
    var apart = VoteCrossTable()
    apart.yesNo = 30
    for distance in VoteDistance.allCases {
      #expect(apart.s(distance) == -1)
      #expect(apart.kappa(distance) == 0)
      #expect(apart.pi(distance) == -1)
    }
    #expect(VoteCrossTable().exact.isNaN)
    #expect(VoteCrossTable().kappa(.nominal).isNaN)
  }
}
