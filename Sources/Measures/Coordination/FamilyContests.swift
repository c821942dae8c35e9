import Record

/// Which resolution families are contested only because of one or two states.
///
/// A family on which all others vote alike is part of the fit only because the pair breaks ranks: whether it is counted would depend on the
/// votes that the test is about, and without the pair nothing says where its cut points lie. Such families are left out for that pair.
struct FamilyContests: Sendable {
  /// For each family that few states contest: the one or two states without whom all votes are the same.
  private var makers: [Int32: [Makers]] = [:]

  struct Makers: Hashable, Sendable {
    let first: UInt16
    /// The same as `first` where it stands alone.
    let second: UInt16

    func isWithin(_ a: UInt16, _ b: UInt16) -> Bool {
      (first == a || first == b) && (second == a || second == b)
    }
  }

  /// - Complexity: O(votes).
  init(_ table: VotePredictions) {
    var dissenters: [Int32: Dissenters] = [:]
    // Three or more against every vote on one roll call: nothing more to look at.
    var divided: Set<Int32> = []
    for row in table.families.indices {
      let family = table.families[row]
      if divided.contains(family) { continue }
      let places = Int(table.starts[row])..<Int(table.starts[row + 1])
      var counts = SIMD4<Int32>.zero
      for place in places { counts[Int(table.votes[place] & 3)] &+= 1 }
      let most = max(counts[1], counts[2], counts[3])
      if counts.wrappedSum() - most >= 3 {
        divided.insert(family)
        continue
      }
      var found = dissenters[family] ?? Dissenters()
      for place in places { found.add(table.states[place], table.votes[place]) }
      dissenters[family] = found
    }
    for (family, found) in dissenters where !divided.contains(family) && !found.isFull {
      makers[family] = found.makers
    }
  }

  /// Those without whom the family is not contested; empty for nearly every family.
  func makers(of family: Int32) -> [Makers] { makers[family] ?? [] }

  func isContested(_ family: Int32, without a: UInt16, _ b: UInt16) -> Bool {
    guard let makers = makers[family] else { return true }
    return !makers.contains { $0.isWithin(a, b) }
  }

  /// For each vote the states that voted otherwise on the family, up to three.
  private struct Dissenters {
    private var states: [[UInt16]] = [[], [], []]

    /// Three or more stand against each vote.
    var isFull: Bool { states.allSatisfy { $0.count > 2 } }

    mutating func add(_ state: UInt16, _ vote: UInt8) {
      for k in 0..<3 where k + 1 != Int(vote) && states[k].count < 3 && !states[k].contains(state) {
        states[k].append(state)
      }
    }

    var makers: [Makers] {
      states.compactMap { states in
        guard states.count < 3, let first = states.first, let last = states.last else { return nil }
        return Makers(first: first, second: last)
      }
    }
  }
}
