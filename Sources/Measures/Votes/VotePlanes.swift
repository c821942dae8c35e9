import Record

/// The votes of all states on selected roll calls as bits: for each state three planes, yes, abstain and no, of a bit a roll call.
///
/// Two states are compared by intersecting planes and counting bits, 64 roll calls at a time.
///
/// - Complexity: O(states × roll calls) to make; O(states² × roll calls / 64) to compare all dyads. One session of the General
///   Assembly (190 states, 80 roll calls, 18,000 dyads): see `docs/measures/Similarity.md` for measured times.
package struct VotePlanes: Sendable {
  /// Numbers of the states with at least one vote, ascending.
  package let states: [UInt16]
  package let rollCallCount: Int
  /// Words a plane.
  let words: Int
  /// By state, by word: the words of yes, abstain and no beside each other.
  let bits: [UInt64]

  /// - Parameter rows: positions of roll calls in the table.
  init(_ table: RollCalls, rows: [Int32], reading: VoteReading) {
    let width = table.states.count
    let words = (rows.count + 63) / 64
    var all = [UInt64](repeating: 0, count: width * words * 3)
    var present = [Bool](repeating: false, count: width)
    all.withUnsafeMutableBufferPointer { all in
      table.votes.withUnsafeBufferPointer { votes in
        for (position, row) in rows.enumerated() {
          let bit: UInt64 = 1 << UInt64(position & 63)
          let start = Int(row) * width
          for column in 0..<width {
            let vote = reading[votes[start + column]]
            guard vote != 0 else { continue }
            all[(column * words + position >> 6) * 3 + Int(vote) - 1] |= bit
            present[column] = true
          }
        }
      }
    }
    let columns = (0..<width).filter { present[$0] }
    let stride = words * 3
    var bits: [UInt64] = []
    bits.reserveCapacity(columns.count * stride)
    for column in columns { bits.append(contentsOf: all[(column * stride)..<(column * stride + stride)]) }
    states = columns.map { table.states[$0] }
    rollCallCount = rows.count
    self.words = words
    self.bits = bits
  }

  /// Calls `body` for every dyad with the positions of its states, the common roll calls, those with identical and those with
  /// opposite votes (yes against no).
  @inline(__always) func forEachDyad(_ body: (_ i: Int, _ j: Int, _ common: Int, _ same: Int, _ opposite: Int) -> Void)
  {
    bits.withUnsafeBufferPointer { bits in
      let stride = words * 3
      for i in states.indices {
        for j in states.indices[(i + 1)...] {
          var common = 0
          var same = 0
          var opposite = 0
          for word in 0..<words {
            let a = i * stride + word * 3
            let b = j * stride + word * 3
            let (yesA, abstainA, noA) = (bits[a], bits[a + 1], bits[a + 2])
            let (yesB, abstainB, noB) = (bits[b], bits[b + 1], bits[b + 2])
            common &+= ((yesA | abstainA | noA) & (yesB | abstainB | noB)).nonzeroBitCount
            same &+= ((yesA & yesB) | (abstainA & abstainB) | (noA & noB)).nonzeroBitCount
            opposite &+= ((yesA & noB) | (noA & yesB)).nonzeroBitCount
          }
          body(i, j, common, same, opposite)
        }
      }
    }
  }

  /// The cross table of two states by their positions in `states`.
  @inline(__always) func crossTable(_ i: Int, _ j: Int) -> VoteCrossTable {
    bits.withUnsafeBufferPointer { VotePlanes.crossTable($0, i, j, words) }
  }

  /// Calls `body` for every dyad with the positions of its states and their cross table.
  @inline(__always) func forEachCrossTable(_ body: (_ i: Int, _ j: Int, VoteCrossTable) -> Void) {
    bits.withUnsafeBufferPointer { bits in
      for i in states.indices {
        for j in states.indices[(i + 1)...] { body(i, j, VotePlanes.crossTable(bits, i, j, words)) }
      }
    }
  }

  @inline(__always) private static func crossTable(
    _ bits: UnsafeBufferPointer<UInt64>, _ i: Int, _ j: Int, _ words: Int
  ) -> VoteCrossTable {
    var table = VoteCrossTable()
    for word in 0..<words {
      let a = (i * words + word) * 3
      let b = (j * words + word) * 3
      let (yesA, abstainA, noA) = (bits[a], bits[a + 1], bits[a + 2])
      let (yesB, abstainB, noB) = (bits[b], bits[b + 1], bits[b + 2])
      table.yesYes &+= (yesA & yesB).nonzeroBitCount
      table.yesAbstain &+= (yesA & abstainB).nonzeroBitCount
      table.yesNo &+= (yesA & noB).nonzeroBitCount
      table.abstainYes &+= (abstainA & yesB).nonzeroBitCount
      table.abstainAbstain &+= (abstainA & abstainB).nonzeroBitCount
      table.abstainNo &+= (abstainA & noB).nonzeroBitCount
      table.noYes &+= (noA & yesB).nonzeroBitCount
      table.noAbstain &+= (noA & abstainB).nonzeroBitCount
      table.noNo &+= (noA & noB).nonzeroBitCount
    }
    return table
  }
}
