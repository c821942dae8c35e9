import Record

/// How many states voted yes, abstained and voted no on each roll call.
struct RollCallTallies: Sendable {
  private(set) var yes: [Int32]
  private(set) var abstain: [Int32]
  private(set) var no: [Int32]

  init(_ table: RollCalls) {
    yes = []
    abstain = []
    no = []
    let width = table.states.count
    table.votes.withUnsafeBufferPointer { votes in
      for row in 0..<table.count {
        var counts: (yes: Int32, abstain: Int32, no: Int32) = (0, 0, 0)
        for cell in votes[(row * width)..<(row * width + width)] {
          counts.yes &+= cell == 1 ? 1 : 0
          counts.abstain &+= cell == 2 ? 1 : 0
          counts.no &+= cell == 3 ? 1 : 0
        }
        yes.append(counts.yes)
        abstain.append(counts.abstain)
        no.append(counts.no)
      }
    }
  }

  /// Whether all votes cast are the same.
  func isUnanimous(_ row: Int) -> Bool {
    (yes[row] > 0 ? 1 : 0) + (abstain[row] > 0 ? 1 : 0) + (no[row] > 0 ? 1 : 0) < 2
  }

  /// Whether the smaller of yes and no is at least a share of both.
  func hasMinority(_ row: Int, perMille: Int) -> Bool {
    perMille == 0
      || (yes[row] + no[row] > 0 && Int(min(yes[row], no[row])) * 1000 >= perMille * Int(yes[row] + no[row]))
  }

  /// Whether a roll call on which a third power cast `vote` is in a set that depends on it.
  @inline(__always) func isIn(_ set: RollCallSet, _ row: Int, vote: UInt8) -> Bool {
    switch set {
    case .opposed: vote == 3
    case .unopposed: vote == 1 || vote == 2
    case .alone: vote == 3 && isNearlyAlone(row)
    case .all, .flagged: true
    }
  }

  private func isNearlyAlone(_ row: Int) -> Bool {
    let cast = Int(yes[row]) + Int(abstain[row]) + Int(no[row])
    return no[row] <= RollCallSet.aloneAtMost || Int(no[row]) * 100 <= RollCallSet.aloneAtMostPerCent * cast
  }
}
