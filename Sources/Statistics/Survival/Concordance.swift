/// How often the one with the higher risk has the event first.
///
/// Formula: over comparable pairs (one has the event while the other is at risk and goes on), (concordant + tied risks / 2) / pairs.
/// Range: 0...1; ½ is chance. The error is the infinitesimal jackknife over rows or clusters.
/// Missing: pairs with both events at the same time are not comparable. Complexity: O(n log n).
/// Source: Harrell et al. (1982), doi:10.1001/jama.1982.03320430047030; as `concordance` of R's survival.
/// Not for: calibration; a model can rank well and be wrong about every probability.
public struct Concordance: Sendable, Hashable {
  public let value: Double
  public let error: Double
  public let concordant: Int
  public let discordant: Int
  public let tied: Int

  public init(_ fit: CoxFit, clusters: ErrorKind.Grouping? = nil) {
    self.init(
      fit.pass.sets, risk: fit.linearPredictors, clusters: clusters?.codes)
  }

  /// - Parameter risk: higher for rows that should have the event sooner.
  public init(_ times: EventTimes, cause: UInt8 = 1, risk: [Double], clusters: [Int32]? = nil) throws(SurvivalError) {
    guard risk.count == times.rows else { throw .lengths(what: "the risks", found: risk.count, expected: times.rows) }
    self.init(try RiskSets(times, cause: cause), risk: risk, clusters: clusters)
  }

  init(_ sets: RiskSets, risk: [Double], clusters: [Int32]?) {
    let n = risk.count
    let ranks = Self.ranks(risk)
    var pairs = PairCounts(rows: n)
    for stratum in sets.strata { pairs.add(stratum, sets, ranks: ranks.codes, levels: ranks.levels) }
    (concordant, discordant, tied) = (pairs.concordant, pairs.discordant, pairs.tied)
    let total = Double(concordant + discordant + tied)
    let value: Double = (Double(concordant) + 0.5 * Double(tied)) / total
    self.value = value
    let count = clusters.map { Int($0.max() ?? 0) + 1 } ?? n
    var sums = [Double](repeating: 0, count: count)
    for i in 0..<n {
      let own = pairs.own[i]
      let all = Double(own.concordant + own.discordant + own.tied)
      let change: Double = (Double(own.concordant) + 0.5 * Double(own.tied) - value * all) / total
      sums[clusters.map { Int($0[i]) } ?? i] += change
    }
    error = sums.reduce(0.0) { $0 + $1 * $1 }.squareRoot()
  }

  private static func ranks(_ risk: [Double]) -> (codes: [Int], levels: Int) {
    let order = risk.indices.sorted { risk[$0] < risk[$1] }
    var codes = [Int](repeating: 0, count: risk.count)
    var level = -1
    var last = -Double.infinity
    for i in order {
      if level < 0 || risk[i] != last { level += 1 }
      last = risk[i]
      codes[i] = level
    }
    return (codes, level + 1)
  }
}

/// Comparable pairs in all and of each row.
private struct PairCounts {
  typealias Counts = (concordant: Int, discordant: Int, tied: Int)
  var concordant = 0
  var discordant = 0
  var tied = 0
  var own: [Counts]

  init(rows: Int) { own = Array(repeating: (0, 0, 0), count: rows) }

  mutating func add(_ stratum: RiskSets.Stratum, _ sets: RiskSets, ranks: [Int], levels: Int) {
    asFirst(stratum, sets, ranks, levels)
    asLater(stratum, sets, ranks, levels)
  }

  /// Each event against those at risk who go on beyond its time.
  private mutating func asFirst(_ stratum: RiskSets.Stratum, _ sets: RiskSets, _ ranks: [Int], _ levels: Int) {
    var tree = CountTree(levels)
    var out: [(row: Int, below: Int, same: Int, above: Int)] = []
    sets.descend(
      stratum, enter: { tree.add(ranks[$0], 1) }, leave: { tree.add(ranks[$0], -1) },
      event: { k in
        for row in stratum.deaths[k] { tree.add(ranks[Int(row)], -1) }
        for row in stratum.deaths[k] {
          let rank = ranks[Int(row)]
          let below = tree.count(below: rank)
          let upTo = tree.count(below: rank + 1)
          out.append((Int(row), below, upTo - below, tree.total - upTo))
        }
        for row in stratum.deaths[k] { tree.add(ranks[Int(row)], 1) }
      })
    for pair in out {
      concordant += pair.below
      discordant += pair.above
      tied += pair.same
      own[pair.row].concordant += pair.below
      own[pair.row].discordant += pair.above
      own[pair.row].tied += pair.same
    }
  }

  /// Each row against the events that come while it is at risk and goes on: those before its end less those before its start.
  private mutating func asLater(_ stratum: RiskSets.Stratum, _ sets: RiskSets, _ ranks: [Int], _ levels: Int) {
    var queries: [(time: Double, isBefore: Bool, row: Int, sign: Int)] = []
    for row in stratum.byStop {
      let i = Int(row)
      // An event ends before other events at its time, everything else after them.
      queries.append((sets.times.stops[i], sets.times.causes[i] == sets.cause, i, 1))
      if let starts = sets.times.starts { queries.append((starts[i], false, i, -1)) }
    }
    queries.sort { ($0.time, $0.isBefore ? 0 : 1, $0.row, $0.sign) < ($1.time, $1.isBefore ? 0 : 1, $1.row, $1.sign) }
    var tree = CountTree(levels)
    var k = 0
    for query in queries {
      while k < stratum.times.count,
        stratum.times[k] < query.time || (stratum.times[k] == query.time && !query.isBefore)
      {
        for row in stratum.deaths[k] { tree.add(ranks[Int(row)], 1) }
        k += 1
      }
      let rank = ranks[query.row]
      let below = tree.count(below: rank)
      let upTo = tree.count(below: rank + 1)
      own[query.row].discordant += query.sign * below
      own[query.row].tied += query.sign * (upTo - below)
      own[query.row].concordant += query.sign * (tree.total - upTo)
    }
  }
}

/// Counts by rank with sums from below in O(log n).
private struct CountTree {
  private var cells: [Int]
  private(set) var total = 0

  init(_ levels: Int) { cells = Array(repeating: 0, count: levels + 1) }

  mutating func add(_ rank: Int, _ count: Int) {
    total += count
    var i = rank + 1
    while i < cells.count {
      cells[i] += count
      i += i & -i
    }
  }

  func count(below rank: Int) -> Int {
    var total = 0
    var i = rank
    while i > 0 {
      total += cells[i]
      i -= i & -i
    }
    return total
  }
}
