/// The rows of a dyad-year panel: every pair of states in every year in which both are members on the same day, by first
/// state, second state and year.
///
/// The row of a dyad and year is found by arithmetic: the first row of the pair plus the rank of the year among the years
/// the two share, a count of bits.
///
/// - Complexity: making it is O(states² × years / 64); finding a row is O(years / 64).
struct DyadYears: Sendable {
  let system: SystemYears
  let isDirected: Bool
  let count: Int
  /// First row of each pair, `states × states`; -1 for a pair without rows.
  private let starts: [Int32]
  /// Number of rows of each pair.
  private let lengths: [Int32]
  /// First shared year of each pair as an offset, where the shared years have no gap; -1 where they do.
  private let firstOffsets: [Int16]
  /// Shared years of the pairs in which they have a gap, `words` a pair, by pair.
  private let broken: [Int32: [UInt64]]

  init(_ system: SystemYears, directed: Bool) {
    self.system = system
    isDirected = directed
    let n = system.states.count
    var starts = [Int32](repeating: -1, count: n * n)
    var lengths = [Int32](repeating: 0, count: n * n)
    var firstOffsets = [Int16](repeating: -1, count: n * n)
    var broken: [Int32: [UInt64]] = [:]
    var total = 0
    for a in 0..<n {
      for b in (directed ? 0 : a + 1)..<max(n, directed ? 0 : a + 1) where a != b {
        var rows = 0
        var first = -1
        var last = -1
        let shared = system.joint(a, b)
        for (word, joint) in shared.enumerated() where joint != 0 {
          rows += joint.nonzeroBitCount
          if first < 0 { first = word * 64 + joint.trailingZeroBitCount }
          last = word * 64 + 63 - joint.leadingZeroBitCount
        }
        guard rows > 0 else { continue }
        starts[a * n + b] = Int32(total)
        lengths[a * n + b] = Int32(rows)
        if last - first + 1 == rows {
          firstOffsets[a * n + b] = Int16(first)
        } else {
          broken[Int32(a * n + b)] = shared
        }
        total += rows
      }
    }
    self.starts = starts
    self.lengths = lengths
    self.firstOffsets = firstOffsets
    self.broken = broken
    count = total
  }

  /// The row of the pair of places in a year; `nil` if there is none.
  @inline(__always)
  func row(_ a: Int, _ b: Int, _ offset: Int) -> Int? {
    let pair = a * system.states.count + b
    let start = Int(starts[pair])
    guard start >= 0 else { return nil }
    let first = Int(firstOffsets[pair])
    if first >= 0 {
      let rank = offset - first
      return rank >= 0 && rank < Int(lengths[pair]) ? start + rank : nil
    }
    return rank(a, b, offset).map { start + $0 }
  }

  private func rank(_ a: Int, _ b: Int, _ offset: Int) -> Int? {
    guard let shared = broken[Int32(a * system.states.count + b)] else { return nil }
    let word = offset >> 6
    let bit = UInt64(1) << UInt64(offset & 63)
    guard shared[word] & bit != 0 else { return nil }
    return shared[..<word].reduce(0) { $0 + $1.nonzeroBitCount } + (shared[word] & (bit - 1)).nonzeroBitCount
  }

  /// The row of two states in a year, in the order given; `nil` if the panel has none.
  @inline(__always)
  func row(_ first: UInt16, _ second: UInt16, year: Int) -> Int? {
    guard system.years.contains(year), let a = system.place(of: first), let b = system.place(of: second), a != b
    else { return nil }
    return row(a, b, year - system.years.lowerBound)
  }

  /// Calls `body` with the places of each pair that has rows, in order, and its rows.
  func forEachPair(_ body: (_ a: Int, _ b: Int, _ rows: Range<Int>) -> Void) {
    let n = system.states.count
    for a in 0..<n {
      for b in 0..<n where starts[a * n + b] >= 0 {
        let start = Int(starts[a * n + b])
        body(a, b, start..<(start + Int(lengths[a * n + b])))
      }
    }
  }

  /// Calls `body` with each offset of a year that a pair with rows shares, in order.
  @inline(__always)
  func forEachJointOffset(_ a: Int, _ b: Int, _ body: (Int) -> Void) {
    let pair = a * system.states.count + b
    let first = Int(firstOffsets[pair])
    if first >= 0 {
      for offset in first..<(first + Int(lengths[pair])) { body(offset) }
      return
    }
    for (word, bits) in (broken[Int32(pair)] ?? []).enumerated() {
      var joint = bits
      while joint != 0 {
        body(word * 64 + joint.trailingZeroBitCount)
        joint &= joint - 1
      }
    }
  }
}
