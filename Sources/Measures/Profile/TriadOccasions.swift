import Record
import StateSystem
import Statistics

/// Triads drawn at the ends of years, with what was known of them then.
///
/// For every third power and year up to `perThird` pairs of states are drawn from those whose trade with each other and with the third power is recorded and of which
/// each trades with one of the two at least: half of them from the pairs between which an obligation is in force, as far as there are so many, the others from the rest. Seeded
/// by third power and year: the draws of one do not depend on the others. Missing: a third power that is no member in the year or at the end of the years after it.
/// Complexity: O(years × thirds × members²).
package struct TriadOccasions: Sendable {
  /// A row a triad; of two partners the mean and the difference, as `ProfileValues` has them undirected. There are no outcomes.
  package private(set) var table = ProfileTable(outcomes: [])
  /// Logarithm of the third power's and the partner's weight in a partner's trade together, mean of the two partners.
  package private(set) var exposures: [Float] = []
  /// Logarithm of the greater of the partners' shares of world capabilities; NaN where it is not covered.
  package private(set) var greaterPowers: [Float] = []
  /// Pairs that could have been drawn.
  package private(set) var candidates = 0

  package var count: Int { table.count }

  init(table: ProfileTable, exposures: [Float], greaterPowers: [Float]) {
    self.table = table
    self.exposures = exposures
    self.greaterPowers = greaterPowers
    candidates = table.count
  }

  /// - Parameters:
  ///   - horizon: years after the profile for which all three must be members.
  package init(
    _ years: PairYears, at profileYears: [Int], thirds: [StateID], horizon: Int, perThird: Int, seed: UInt64
  ) {
    for year in profileYears {
      let pairs = years.year(year)
      guard !pairs.trade.isEmpty else { continue }
      let staying = Set(State.members(in: Year(year + horizon)).map(\.id))
      for third in thirds where staying.contains(third) {
        guard let h = pairs.slot(of: third) else { continue }
        let found = Self.candidates(pairs, h, staying)
        candidates += found.pledged.count + found.others.count
        var generator = Xoshiro256(seed: seed, stream: UInt64(third.cow) * 10_000 + UInt64(year))
        let pledged = Self.draw(min(perThird / 2, found.pledged.count), of: found.pledged, &generator)
        let others = Self.draw(min(perThird - pledged.count, found.others.count), of: found.others, &generator)
        for (i, j) in (pledged + others).sorted(by: <) { append(pairs, i, j, h) }
      }
    }
  }

  private mutating func append(_ pairs: PairYear, _ i: Int, _ j: Int, _ h: Int) {
    let (first, second) = (pairs.states[i], pairs.states[j])
    let group = Int32(first.cow) * 1_000 + Int32(second.cow)
    table.append(
      ProfileValues(pairs, i, j, h, staked: nil, isDirected: false), (first.cow, second.cow, pairs.states[h].cow),
      ProfileTable.Occasion(year: pairs.year, lag: 0, group: group, outcomes: []))
    func exposure(_ own: Int, _ other: Int) -> Double {
      logarithmOf(
        Double(pairs.tradeShare(of: own, with: h) + pairs.tradeShare(of: own, with: other) + PairYear.leastShare))
    }
    exposures.append(Float((exposure(i, j) + exposure(j, i)) / 2))
    let greater = pairs.capability.isEmpty ? Float.nan : max(pairs.capability[i], pairs.capability[j])
    greaterPowers.append(greater > 0 ? Float(logarithmOf(Double(greater))) : .nan)
  }

  private static func candidates(
    _ pairs: PairYear, _ h: Int, _ staying: Set<StateID>
  ) -> (pledged: [(Int, Int)], others: [(Int, Int)]) {
    var found: (pledged: [(Int, Int)], others: [(Int, Int)]) = ([], [])
    let n = pairs.count
    let members = (0..<n).filter { $0 != h && staying.contains(pairs.states[$0]) }
    for (place, i) in members.enumerated() {
      for j in members[(place + 1)...] {
        let shares = [(i, j), (j, i)].map { pairs.tradeShare(of: $0, with: h) + pairs.tradeShare(of: $0, with: $1) }
        guard shares.allSatisfy({ $0 > 0 }), pairs.pressure(on: i, from: h, partner: j).isFinite,
          pairs.pressure(on: j, from: h, partner: i).isFinite
        else { continue }
        let isPledged = !pairs.owed.isEmpty && (pairs.owed[i * n + j] | pairs.owed[j * n + i]) != 0
        if isPledged { found.pledged.append((i, j)) } else { found.others.append((i, j)) }
      }
    }
    return found
  }

  /// The first of a random order.
  private static func draw(_ count: Int, of all: [(Int, Int)], _ generator: inout Xoshiro256) -> [(Int, Int)] {
    var left = all
    for place in 0..<count { left.swapAt(place, place + generator.index(below: left.count - place)) }
    return Array(left.prefix(count))
  }
}
