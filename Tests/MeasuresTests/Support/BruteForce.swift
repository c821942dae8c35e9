import Measures

/// Vote measures written as their definitions say, without sharing anything with the package.
enum BruteForce {
  /// A vote under a coding: 1, 2, 3, or nothing.
  static func read(_ vote: UInt8, _ coding: VoteCoding) -> Int? {
    switch (vote, coding) {
    case (1, _): 1
    case (3, _): 3
    case (2, .exact), (2, .graded): 2
    case (2, .abstainAsNo): 3
    case (2, .abstainAsYes): 1
    default: nil
    }
  }

  static func isUnanimous(_ votes: [UInt8]) -> Bool { Set(votes.filter { (1...3).contains($0) }).count < 2 }

  static func minorityShare(_ votes: [UInt8]) -> Double {
    let yes = Double(votes.filter { $0 == 1 }.count)
    let no = Double(votes.filter { $0 == 3 }.count)
    return yes + no > 0 ? min(yes, no) / (yes + no) : 0
  }

  static func isNearlyAlone(_ votes: [UInt8]) -> Bool {
    let no = Double(votes.filter { $0 == 3 }.count)
    let cast = Double(votes.filter { (1...3).contains($0) }.count)
    return no <= max(3, 0.05 * cast + 1e-9)
  }

  static func isIn(_ set: RollCallSet, _ call: HandMade.Call, third: Int?) -> Bool {
    let vote = third.map { call.votes[$0] } ?? 0
    switch set {
    case .all: return true
    case .flagged: return call.important == 1
    case .opposed: return vote == 3
    case .unopposed: return vote == 1 || vote == 2
    case .alone: return vote == 3 && isNearlyAlone(call.votes)
    }
  }

  /// Mean credit and number of roll calls of two columns.
  static func agreement(_ calls: [HandMade.Call], _ a: Int, _ b: Int, _ coding: VoteCoding) -> (value: Double, n: Int)?
  {
    var credits: [Double] = []
    for call in calls {
      if coding == .graded, isUnanimous(call.votes) { continue }
      guard let x = read(call.votes[a], coding), let y = read(call.votes[b], coding) else { continue }
      credits.append(coding == .graded ? 1 - Double(abs(x - y)) / 2 : x == y ? 1 : 0)
    }
    return credits.isEmpty ? nil : (credits.reduce(0, +) / Double(credits.count), credits.count)
  }

  static func distance(_ x: Int, _ y: Int, _ distance: VoteDistance) -> Double {
    let gap = Double(x - y)
    return switch distance {
    case .nominal: x == y ? 0 : 1
    case .absolute: abs(gap) / 2
    case .squared: gap * gap / 4
    }
  }

  /// An index from the pairs of votes; `nil` where it is undefined.
  static func similarity(_ pairs: [(Int, Int)], _ index: SimilarityIndex, _ kind: VoteDistance) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let n = Double(pairs.count)
    let observed = pairs.map { distance($0.0, $0.1, kind) }.reduce(0, +) / n
    if index == .s { return 1 - 2 * observed }
    var expected = 0.0
    let pooled = pairs.map(\.0) + pairs.map(\.1)
    for x in index == .pi ? pooled : pairs.map(\.0) {
      for y in index == .pi ? pooled : pairs.map(\.1) { expected += distance(x, y, kind) }
    }
    expected /= index == .pi ? 4 * n * n : n * n
    return expected > 0 ? 1 - observed / expected : nil
  }
}
