import Record
import StateSystem

/// One militarised dispute: who stood on which side, and in which years.
struct DisputeSides: Sendable {
  struct Party: Sendable {
    let state: UInt16
    let isSideA: Bool
    /// In the dispute from its first day.
    var isOriginator: Bool
    var first: Int
    var last: Int
  }

  let number: Int32
  private(set) var parties: [Party] = []
  private(set) var first = Int.max
  private(set) var last = Int.min

  /// All disputes in order of their numbers.
  static func all(_ table: Disputes) -> [DisputeSides] {
    var found: [DisputeSides] = []
    for row in 0..<table.count {
      if found.last?.number != table.numbers[row] { found.append(DisputeSides(number: table.numbers[row])) }
      found[found.count - 1].add(table, row)
    }
    return found
  }

  private init(number: Int32) { self.number = number }

  private mutating func add(_ table: Disputes, _ row: Int) {
    let state = table.firsts[row]
    let year = Int(table.years[row])
    let isSideA = table.sideA[row] == 1
    first = min(first, year)
    last = max(last, year)
    if let known = parties.firstIndex(where: { $0.state == state && $0.isSideA == isSideA }) {
      parties[known].isOriginator = parties[known].isOriginator || table.originator[row] == 1
      parties[known].first = min(parties[known].first, year)
      parties[known].last = max(parties[known].last, year)
    } else {
      parties.append(
        Party(state: state, isSideA: isSideA, isOriginator: table.originator[row] == 1, first: year, last: year))
    }
  }

  /// States of side A and of side B that were in the dispute in the years.
  func sides(in years: ClosedRange<Int>) -> [[UInt16]] {
    [true, false].map { isA in
      parties.filter { $0.isSideA == isA && $0.first <= years.upperBound && $0.last >= years.lowerBound }.map(\.state)
    }
  }

  /// The two states that began it, side A first; `nil` where a side began with more than one.
  var beginners: (UInt16, UInt16)? {
    let a = parties.filter { $0.isSideA && $0.isOriginator }
    let b = parties.filter { !$0.isSideA && $0.isOriginator }
    guard a.count == 1, b.count == 1 else { return nil }
    return (a[0].state, b[0].state)
  }

  /// The side of a state: `true` for A; `nil` if it stayed out.
  func side(of state: UInt16) -> Bool? { parties.first { $0.state == state }?.isSideA }
}
