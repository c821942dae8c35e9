import StateSystem

/// Every pair of states that were ever members of the system at the same time, with a cell for each year from the first such year to the last.
///
/// A year between in which they were not (Austria gone, Germany gone) has a cell without observations: what was known fades there, and no level is
/// reported. A state keeps its number through changes of name; 365 is one state from 1816.
struct DyadCells: Sendable {
  let years: ClosedRange<Int>
  let dyads: [Dyad]
  let layout: ChainLayout
  /// Whether the two were members on the same day of the year, by cell.
  let isShared: [Bool]
  /// Chain of a pair of places, −1 where there is none.
  private let chains: [Int32]
  private let places: [Int16]
  private let width: Int

  /// - Parameter states: whose pairs, each in order of its number.
  init(_ years: ClosedRange<Int>, among states: [State] = State.all) {
    self.years = years
    width = states.count
    var places = [Int16](repeating: -1, count: 1_000)
    for (i, state) in states.enumerated() { places[Int(state.id.cow)] = Int16(i) }
    let periods = years.map { Period(Year($0)) }
    // 0 no member, 1 member on some days, 2 all year.
    let presence = states.map { state in
      periods.map { year -> UInt8 in
        guard let year else { return 0 }
        let parts = state.spells.compactMap { $0.intersection(year) }
        return parts.isEmpty ? 0 : parts.contains(year) ? 2 : 1
      }
    }
    var dyads: [Dyad] = []
    var lengths: [Int] = []
    var firsts: [Int] = []
    var isShared: [Bool] = []
    var chains = [Int32](repeating: -1, count: width * width)
    for a in states.indices {
      for b in states.indices[(a + 1)...] {
        guard let dyad = Dyad(states[a].id, states[b].id) else { continue }
        let shared = periods.indices.map { t -> Bool in
          let (x, y) = (presence[a][t], presence[b][t])
          if x == 0 || y == 0 { return false }
          return x == 2 || y == 2 || Self.meet(states[a], states[b], periods[t])
        }
        guard let first = shared.firstIndex(of: true), let last = shared.lastIndex(of: true) else { continue }
        chains[a * width + b] = Int32(dyads.count)
        chains[b * width + a] = Int32(dyads.count)
        dyads.append(dyad)
        firsts.append(first)
        lengths.append(last - first + 1)
        isShared += shared[first...last]
      }
    }
    self.dyads = dyads
    self.isShared = isShared
    self.chains = chains
    self.places = places
    layout = ChainLayout(lengths: lengths, firstTimes: firsts, times: years.count)
  }

  private static func meet(_ a: State, _ b: State, _ year: Period?) -> Bool {
    guard let year else { return false }
    return a.spells.contains { spell in
      spell.intersection(year).map { part in b.spells.contains { $0.overlaps(part) } } ?? false
    }
  }

  /// The cell of two states in a year in which both are members; `nil` otherwise.
  @inline(__always)
  func cell(_ a: UInt16, _ b: UInt16, _ year: Int) -> Int? {
    guard a < 1_000, b < 1_000, a != b, years.contains(year) else { return nil }
    let (x, y) = (Int(places[Int(a)]), Int(places[Int(b)]))
    guard x >= 0, y >= 0 else { return nil }
    let chain = Int(chains[x * width + y])
    guard chain >= 0 else { return nil }
    let offset = year - years.lowerBound - layout.firstTimes[chain]
    guard offset >= 0, offset < layout.starts[chain + 1] - layout.starts[chain] else { return nil }
    let cell = layout.starts[chain] + offset
    return isShared[cell] ? cell : nil
  }

  /// Calls `body` with each cell in which both are members, its year and the numbers of the two.
  func forEachCell(_ body: (_ cell: Int, _ year: Int, _ a: UInt16, _ b: UInt16) -> Void) {
    for (chain, dyad) in dyads.enumerated() {
      for cell in layout.starts[chain]..<layout.starts[chain + 1] where isShared[cell] {
        let year = years.lowerBound + layout.firstTimes[chain] + cell - layout.starts[chain]
        body(cell, year, dyad.first.cow, dyad.second.cow)
      }
    }
  }

  /// Values of a rare event: NaN outside the covered years, else 0.
  func zeros(_ covered: ClosedRange<Int>) -> [Float] {
    var values = [Float](repeating: .nan, count: layout.cells)
    forEachCell { cell, year, _, _ in if covered.contains(year) { values[cell] = 0 } }
    return values
  }

  var unobserved: [Float] { Array(repeating: .nan, count: layout.cells) }
}
