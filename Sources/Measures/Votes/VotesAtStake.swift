import Record
import StateSystem

/// The votes of a calendar year, ready to be read for any pair against any third power.
///
/// Formula: over the roll calls of the year on which both states of a pair voted, how many stand to a third power in one way (it voted yes or
/// abstained, it voted no, it voted no nearly alone) or are flagged as important by the US State Department, and on how many of these the two cast
/// the same vote. The sets are those of `votes.agreement`.
/// Missing: a state without a vote in the year has no place; a year in which no roll call is flagged has no flags.
/// Complexity: O(roll calls × states) to make; O(roll calls / 64) a triad.
/// Not for: coordination, which takes away what ideal points predict.
package struct VotesAtStake: Sendable {
  /// Roll calls, and how many of them found the two alike.
  package struct Count: Sendable, Hashable {
    package var n: Int16 = 0
    package var alike: Int16 = 0
  }

  package struct Counts: Sendable, Hashable {
    package var unopposed = Count()
    package var opposed = Count()
    package var alone = Count()
    package var flagged = Count()
  }

  /// Roll calls on which two states both voted, and on which they voted alike, as bits.
  package struct Pair: Sendable {
    fileprivate let common: [UInt64]
    fileprivate let same: [UInt64]
  }

  package let year: Int
  /// Whether any roll call of the year is flagged as important.
  package let isFlagged: Bool
  private let planes: VotePlanes
  private let places: [UInt16: Int]
  /// Roll calls on which those who voted no were nearly alone, and those flagged, as bits.
  private let alone: [UInt64]
  private let flagged: [UInt64]

  /// Every year of the table that has a roll call in the range.
  package static func all(_ table: RollCalls, in range: ClosedRange<Int>) -> [Int: VotesAtStake] {
    var rows: [Int: [Int32]] = [:]
    for row in 0..<table.count {
      let year = Day(number: table.days[row]).year.value
      if range.contains(year) { rows[year, default: []].append(Int32(truncatingIfNeeded: row)) }
    }
    guard !rows.isEmpty else { return [:] }
    let tallies = RollCallTallies(table)
    var all: [Int: VotesAtStake] = [:]
    for (year, rows) in rows { all[year] = VotesAtStake(table, tallies, year: year, rows: rows) }
    return all
  }

  private init(_ table: RollCalls, _ tallies: RollCallTallies, year: Int, rows: [Int32]) {
    self.year = year
    let planes = VotePlanes(table, rows: rows, reading: VoteCoding.exact.reading)
    var places: [UInt16: Int] = [:]
    for (place, state) in planes.states.enumerated() { places[state] = place }
    var alone = [UInt64](repeating: 0, count: planes.words)
    var flagged = alone
    for (position, row) in rows.enumerated() {
      let bit: UInt64 = 1 << UInt64(position & 63)
      if tallies.isIn(.alone, Int(row), vote: 3) { alone[position >> 6] |= bit }
      if table.important[Int(row)] == 1 { flagged[position >> 6] |= bit }
    }
    self.planes = planes
    self.places = places
    self.alone = alone
    self.flagged = flagged
    isFlagged = flagged.contains { $0 != 0 }
  }

  /// The place of a state; `nil` if it cast no vote in the year.
  package func place(of state: UInt16) -> Int? { places[state] }

  /// Two states by their places.
  package func pair(_ i: Int, _ j: Int) -> Pair {
    var common = [UInt64](repeating: 0, count: planes.words)
    var same = common
    for word in 0..<planes.words {
      let (yesA, abstainA, noA) = words(i, word)
      let (yesB, abstainB, noB) = words(j, word)
      common[word] = (yesA | abstainA | noA) & (yesB | abstainB | noB)
      same[word] = (yesA & yesB) | (abstainA & abstainB) | (noA & noB)
    }
    return Pair(common: common, same: same)
  }

  /// Calls `body` with what was at stake for each third power, by its index among `thirds`; a place below 0 is left out.
  @inline(__always)
  package func forEach(_ pair: Pair, thirds: [Int32], _ body: (_ index: Int, _ counts: Counts) -> Void) {
    planes.bits.withUnsafeBufferPointer { bits in
      for (index, third) in thirds.enumerated() where third >= 0 {
        var counts = Counts()
        for word in 0..<planes.words {
          let start = (Int(third) * planes.words + word) * 3
          let (common, same) = (pair.common[word], pair.same[word])
          counts.unopposed.add(common, same, bits[start] | bits[start + 1])
          counts.opposed.add(common, same, bits[start + 2])
          counts.alone.add(common, same, bits[start + 2] & alone[word])
          counts.flagged.add(common, same, flagged[word])
        }
        body(index, counts)
      }
    }
  }

  @inline(__always) private func words(_ place: Int, _ word: Int) -> (yes: UInt64, abstain: UInt64, no: UInt64) {
    let start = (place * planes.words + word) * 3
    return (planes.bits[start], planes.bits[start + 1], planes.bits[start + 2])
  }
}

extension VotesAtStake.Count {
  @inline(__always) fileprivate mutating func add(_ common: UInt64, _ same: UInt64, _ mask: UInt64) {
    n &+= Int16(truncatingIfNeeded: (common & mask).nonzeroBitCount)
    alike &+= Int16(truncatingIfNeeded: (same & mask).nonzeroBitCount)
  }
}
