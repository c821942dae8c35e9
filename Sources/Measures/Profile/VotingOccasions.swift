import Record
import StateSystem
import Statistics

/// Pairs of states on roll calls that a third power opposed, with the profile before and whether they voted alike.
///
/// The third power is one of the five that hold permanent seats; of several that voted no, one is drawn. On each roll call a fixed number of pairs of
/// states that voted is drawn: all pairs on all roll calls would be some hundred million rows. Seeded: equal input gives equal rows.
/// Missing: a pair of which one was no member in the profile year is left out. Complexity: O(roll calls × draws × lags).
package struct VotingOccasions: Sendable {
  package let table: ProfileTable
  package let rollCalls: Int

  package static let outcomes = ["voted alike"]
  package static let firstYear = 1951
  /// The holders of permanent seats: the United States, Britain, France, Russia, China.
  package static let thirds: [UInt16] = [2, 200, 220, 365, 710]
  package static let pairsPerRollCall = 24

  package init(_ years: PairYears, lags: [Int], seed: UInt64) {
    var table = ProfileTable(outcomes: Self.outcomes)
    guard let index = years.prepared.votes else {
      self.table = table
      rollCalls = 0
      return
    }
    let draws = Self.draws(index, seed: seed)
    rollCalls = Set(draws.map(\.id)).count
    let byYear = Dictionary(grouping: draws, by: \.year)
    let deepest = lags.max() ?? 1
    let last = byYear.keys.max() ?? 0
    for profile in (Self.firstYear - deepest)...max(last, Self.firstYear) {
      let due = lags.sorted().flatMap { lag in (byYear[profile + lag] ?? []).map { (lag, $0) } }
      guard !due.isEmpty else { continue }
      let pairs = years.year(profile)
      var staked: [UInt32: PairYears.StakedAgreement?] = [:]
      for (lag, draw) in due {
        guard let a = StateID(Int(draw.first)), let b = StateID(Int(draw.second)), let h = StateID(Int(draw.third)),
          let i = pairs.slot(of: a), let j = pairs.slot(of: b), let k = pairs.slot(of: h)
        else { continue }
        let key = UInt32(draw.first) << 16 | UInt32(draw.third)
        let own = staked[key] ?? years.agreement(of: a, against: h, pairs)
        staked[key] = own
        let values = ProfileValues(
          pairs, i, j, k, staked: own.map { ($0.opposed[j], $0.unopposed[j]) }, isDirected: false)
        table.append(
          values, (draw.first, draw.second, draw.third),
          ProfileTable.Occasion(year: draw.year, lag: lag, group: draw.id, outcomes: [draw.isAlike ? 1 : 0]))
      }
    }
    self.table = table
  }

  private struct Draw {
    let id: Int32
    let year: Int
    let first: UInt16
    let second: UInt16
    let third: UInt16
    let isAlike: Bool
  }

  private static func draws(_ index: VoteIndex, seed: UInt64) -> [Draw] {
    let table = index.table
    let width = table.states.count
    var draws: [Draw] = []
    for row in 0..<table.count {
      let year = Day(number: table.days[row]).year.value
      guard year >= firstYear else { continue }
      // A stream a roll call: the draws of one do not depend on the others.
      var generator = Xoshiro256(seed: seed, stream: UInt64(UInt32(bitPattern: table.ids[row])))
      let votes = table.votes[(row * width)..<((row + 1) * width)]
      func vote(_ column: Int) -> UInt8 { votes[votes.startIndex + column] }
      let opposed = thirds.filter { third in table.states.firstIndex(of: third).map { vote($0) == 3 } ?? false }
      guard !opposed.isEmpty else { continue }
      let third = opposed[generator.index(below: opposed.count)]
      let voting = (0..<width).filter { (1...3).contains(vote($0)) && table.states[$0] != third }
      guard voting.count >= 10 else { continue }
      for _ in 0..<pairsPerRollCall {
        let a = generator.index(below: voting.count)
        var b = generator.index(below: voting.count - 1)
        if b >= a { b += 1 }
        let (first, second) = (voting[min(a, b)], voting[max(a, b)])
        draws.append(
          Draw(
            id: table.ids[row], year: year, first: table.states[first], second: table.states[second], third: third,
            isAlike: vote(first) == vote(second)))
      }
    }
    return draws
  }
}
