import Record
import Statistics

/// Joint draws of the level of one pair over its rows.
public enum LevelDraws {
  private struct Step {
    var link: Double
    /// Standard deviation of what is new in a year.
    var fresh: Double
    var mean: Double
    var deviation: Double
  }

  /// Draws by the chain of means, deviations and neighbour correlations: x_t given x_{t−1} is normal.
  ///
  /// The stream is the pair's, so the draws of a pair do not depend on what else is drawn. The parameters of the fit are taken as known.
  /// - Returns: `count` paths, each as long as `rows`.
  public static func paths(_ levels: RelationshipLevels, rows: Range<Int>, count: Int, seed: UInt64) -> [[Double]] {
    guard let first = rows.first else { return Array(repeating: [], count: count) }
    let pair = UInt64(levels.firsts[first]) << 16 | UInt64(levels.seconds[first])
    var random = Xoshiro256(seed: seed, stream: pair)
    let steps = rows.map { row -> Step in
      let link: Double = row == first ? 0 : levels.link(row)
      return Step(
        link: link, fresh: (1 - link * link).squareRoot(), mean: levels.mean(row), deviation: levels.deviation(row))
    }
    return (0..<count).map { _ in
      var z = 0.0
      return steps.map { step in
        z = step.link * z + step.fresh * random.normal()
        return step.mean + step.deviation * z
      }
    }
  }
}
