import Record
import Statistics

/// Joint draws of the level of one pair over its rows.
public enum LevelDraws {
  /// Draws by the chain of means, deviations and neighbour correlations: x_t given x_{t−1} is normal.
  ///
  /// The stream is the pair's, so the draws of a pair do not depend on what else is drawn. The parameters of the fit are taken as known.
  /// - Returns: `count` paths, each as long as `rows`.
  public static func paths(_ levels: RelationshipLevels, rows: Range<Int>, count: Int, seed: UInt64) -> [[Double]] {
    guard let first = rows.first else { return Array(repeating: [], count: count) }
    let pair = UInt64(levels.firsts[first]) << 16 | UInt64(levels.seconds[first])
    var random = Xoshiro256(seed: seed, stream: pair)
    return (0..<count).map { _ in
      var path: [Double] = []
      path.reserveCapacity(rows.count)
      var z = 0.0
      for row in rows {
        let link: Double = row == first ? 0 : levels.link(row)
        z = link * z + (1 - link * link).squareRoot() * random.normal()
        path.append(levels.mean(row) + levels.deviation(row) * z)
      }
      return path
    }
  }
}
