import StateSystem

/// Which states were members of the system in which years, as sets of bits.
///
/// A state is a member in a year if it was one on at least one day of it, as in the Correlates of War list of state-years.
struct SystemYears: Sendable {
  let years: ClosedRange<Int>
  /// Correlates of War numbers, ascending: every state of the system, also those that are no member in these years.
  let states: [UInt16]
  /// Bits of the years in which each state is a member, `words` a state.
  let bits: [UInt64]
  let words: Int
  /// Bits of the years in which each state is a member on some days and not on others.
  private let partial: [UInt64]
  private let positions: [Int16]

  init(_ years: ClosedRange<Int>) {
    self.years = years
    let all = State.all
    states = all.map(\.id.cow)
    words = (years.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: states.count * words)
    var partial = bits
    var positions = [Int16](repeating: -1, count: 1_000)
    for (i, state) in all.enumerated() {
      positions[Int(state.id.cow)] = Int16(i)
      for year in years where state.isMember(in: Year(year)) {
        let offset = year - years.lowerBound
        bits[i * words + offset >> 6] |= 1 << UInt64(offset & 63)
        let isWhole = Period(Year(year)).map { year in
          state.spells.contains { $0.intersection(year) == year }
        }
        if isWhole != true { partial[i * words + offset >> 6] |= 1 << UInt64(offset & 63) }
      }
    }
    self.bits = bits
    self.partial = partial
    self.positions = positions
  }

  /// Number of state-year cells: every state in every year, members or not.
  var cellCount: Int { states.count * years.count }

  /// Place of a state among `states`; `nil` if the system has had none with this number.
  func place(of state: UInt16) -> Int? {
    guard Int(state) < positions.count, positions[Int(state)] >= 0 else { return nil }
    return Int(positions[Int(state)])
  }

  func isMember(_ place: Int, _ offset: Int) -> Bool {
    bits[place * words + offset >> 6] & (1 << UInt64(offset & 63)) != 0
  }

  /// Bits of the years in which two states are members on the same day at least once, `words` long.
  ///
  /// Two states that follow each other within a year (255 and 265 in 1990) are no dyad in it.
  ///
  /// - Complexity: O(years / 64), more only for the years in which both come or go.
  func joint(_ a: Int, _ b: Int) -> [UInt64] {
    (0..<words).map { word in
      var joint = bits[a * words + word] & bits[b * words + word]
      var doubtful = joint & partial[a * words + word] & partial[b * words + word]
      while doubtful != 0 {
        let bit = doubtful.trailingZeroBitCount
        if !meet(a, b, years.lowerBound + word * 64 + bit) { joint &= ~(1 << UInt64(bit)) }
        doubtful &= doubtful - 1
      }
      return joint
    }
  }

  private func meet(_ a: Int, _ b: Int, _ year: Int) -> Bool {
    guard let period = Period(Year(year)) else { return false }
    let (first, second) = (State.all[a].spells, State.all[b].spells)
    return first.contains { spell in
      spell.intersection(period).map { part in second.contains { $0.overlaps(part) } } ?? false
    }
  }

  /// The cell of a state in a year; `nil` outside the states or years.
  func cell(_ state: UInt16, _ year: Int) -> Int? {
    guard years.contains(year), let place = place(of: state) else { return nil }
    return place * years.count + (year - years.lowerBound)
  }

  /// The cells of member state-years, by state and year.
  var memberCells: [Int32] {
    var cells: [Int32] = []
    for place in states.indices {
      for offset in 0..<years.count where isMember(place, offset) { cells.append(Int32(place * years.count + offset)) }
    }
    return cells
  }
}
