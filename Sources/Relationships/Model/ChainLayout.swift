/// Where the years of each chain (a pair of states) lie among the cells: one cell a year from its first to its last, without holes.
public struct ChainLayout: Sendable {
  /// First cell of each chain, and the end.
  public let starts: [Int]
  /// Offset of the year of each chain's first cell.
  public let firstTimes: [Int]
  /// Years in all.
  public let times: Int

  public init(lengths: [Int], firstTimes: [Int], times: Int) {
    var starts = [0]
    starts.reserveCapacity(lengths.count + 1)
    for length in lengths { starts.append((starts.last ?? 0) + length) }
    self.starts = starts
    self.firstTimes = firstTimes
    self.times = times
  }

  public var chains: Int { starts.count - 1 }
  public var cells: Int { starts.last ?? 0 }

  /// Chains in pieces of fixed size, so that sums are added in one order on any number of cores.
  var pieces: [Range<Int>] {
    stride(from: 0, to: chains, by: Self.pieceSize).map { $0..<min($0 + Self.pieceSize, chains) }
  }

  private static let pieceSize = 512
}
