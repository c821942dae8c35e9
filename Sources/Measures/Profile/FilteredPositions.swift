import Record

/// Ideal points and coordination as they were known at the end of a year: of a fit of no later sessions.
///
/// The fits of all sessions smooth: a position of 1960 knows the votes of 1990. These come from a fit that ends with the session opened in `lastYear`, and are its positions in
/// that session and its places by coordination over the five years to 31 December of it. A later year takes them as they are until the next fit: what is known then is a few years old,
/// and never too young. Missing: a state that did not vote in the last session; a pair with too few common roll calls. Complexity: as `PairYears.year`.
public struct FilteredPositions: Sendable {
  public let lastYear: Int
  let positions: [UInt16: Float]
  /// By pair, the lower code first.
  let coordination: [UInt32: Float]

  /// - Parameter record: with the positions and predictions of the fit in place of those of all sessions.
  public init(_ record: Record, lastYear: Int) {
    let pairs = PairYears(RecordEvaluator(record)).year(lastYear)
    var positions: [UInt16: Float] = [:]
    var coordination: [UInt32: Float] = [:]
    let n = pairs.count
    for i in 0..<n {
      let own = pairs.states[i].cow
      if !pairs.positions.isEmpty, pairs.positions[i].isFinite { positions[own] = pairs.positions[i] }
      guard !pairs.coordination.isEmpty else { continue }
      for j in (i + 1)..<max(n, i + 1) where pairs.coordination[i * n + j].isFinite {
        coordination[Self.key(own, pairs.states[j].cow)] = pairs.coordination[i * n + j]
      }
    }
    self.lastYear = lastYear
    self.positions = positions
    self.coordination = coordination
  }

  init(lastYear: Int, positions: [UInt16: Float], coordination: [UInt32: Float]) {
    self.lastYear = lastYear
    self.positions = positions
    self.coordination = coordination
  }

  static func key(_ a: UInt16, _ b: UInt16) -> UInt32 { UInt32(min(a, b)) << 16 | UInt32(max(a, b)) }
}

extension [FilteredPositions] {
  /// The last fit that was there at the end of a year.
  func known(in year: Int) -> FilteredPositions? {
    self.filter { $0.lastYear <= year }.max { $0.lastYear < $1.lastYear }
  }
}

extension PairYear {
  /// Puts in what was known of positions and coordination at the end of the year.
  mutating func add(_ filtered: FilteredPositions) {
    let n = count
    positionsThen = states.map { filtered.positions[$0.cow] ?? .nan }
    var places = [Float](repeating: .nan, count: n * n)
    for i in 0..<n {
      for j in (i + 1)..<Swift.max(n, i + 1) {
        guard let place = filtered.coordination[FilteredPositions.key(states[i].cow, states[j].cow)] else { continue }
        places[i * n + j] = place
        places[j * n + i] = place
      }
    }
    coordinationThen = places
  }
}
