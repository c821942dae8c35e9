/// For each row of directed dyad-years a short ascending list of numbers: the disputes, wars or sanction cases between its two states.
struct DyadLists: Sendable {
  private let starts: [Int32]
  private let numbers: [Int32]

  /// - Parameters:
  ///   - count: rows of the frame.
  ///   - items: rows and numbers in any order; the same number of a row counts once.
  init(count: Int, _ items: [(row: Int32, number: Int32)]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    var numbers: [Int32] = []
    var last: (row: Int32, number: Int32)?
    for item in items.sorted(by: { $0 < $1 }) {
      if let last, last == item { continue }
      last = item
      numbers.append(item.number)
      starts[Int(item.row) + 1] += 1
    }
    for row in 0..<count { starts[row + 1] += starts[row] }
    self.starts = starts
    self.numbers = numbers
  }

  @inline(__always) func isEmpty(_ row: Int32) -> Bool { starts[Int(row)] == starts[Int(row) + 1] }

  /// The numbers of a row.
  func list(_ row: Int32) -> ArraySlice<Int32> { numbers[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])] }

  func contains(_ number: Int32, _ row: Int32) -> Bool { list(row).contains(number) }

  /// What the partners did in each other's disputes, or wars, with a third power.
  ///
  /// - Parameters:
  ///   - first, second: rows of either partner and the third power.
  ///   - between: row of the partners.
  /// - Returns: the number of disputes of either with the third power, those in which both stood against it, and those of one in which the other
  ///   stood against the one and not against the third power.
  func joined(_ first: Int32, _ second: Int32, between: Int32) -> (all: Int16, joined: Int16, joinedThird: Int16) {
    var (all, joined, joinedThird): (Int16, Int16, Int16) = (0, 0, 0)
    for number in list(first) {
      all += 1
      if contains(number, second) { joined += 1 } else if contains(number, between) { joinedThird += 1 }
    }
    for number in list(second) where !contains(number, first) {
      all += 1
      if contains(number, between) { joinedThird += 1 }
    }
    return (all, joined, joinedThird)
  }

  /// Cases that a third power imposed on exactly one of the partners, and those of them that the other imposed too.
  ///
  /// - Parameters:
  ///   - first, second: rows from the third power to either partner.
  ///   - forth, back: rows from the first partner to the second, and from the second to the first.
  func imposed(_ first: Int32, _ second: Int32, forth: Int32, back: Int32) -> (all: Int16, joined: Int16) {
    var (all, joined): (Int16, Int16) = (0, 0)
    for number in list(first) where !contains(number, second) {
      all += 1
      if contains(number, back) { joined += 1 }
    }
    for number in list(second) where !contains(number, first) {
      all += 1
      if contains(number, forth) { joined += 1 }
    }
    return (all, joined)
  }
}
