import CProbit

/// Votes in groups, yes and no apart from abstentions, so that the likelihood fills its lanes across groups.
///
/// The layout is that of `probit_votes`: six runs of indices, each padded because they are read eight at a time.
struct PackedVotes: Sendable {
  private var cells: [Int32] = []
  private var starts: [Int] = []
  /// Votes before each group, and all of them.
  private var before: [Int] = [0]

  /// A group under construction: votes of positions on items.
  struct Group {
    var sides: [(cut: Int32, owner: Int32)] = []
    var gaps: [(item: Int32, owner: Int32)] = []

    /// - Parameter vote: 0 yes, 1 abstain, 2 no.
    mutating func add(_ vote: Int, item: Int32, owner: Int32) {
      if vote == 1 { gaps.append((item, owner)) } else { sides.append((2 * item + (vote == 2 ? 1 : 0), owner)) }
    }

    /// Item, position and vote of each.
    var votes: [(item: Int32, owner: Int32, vote: Int)] {
      sides.map { ($0.cut / 2, $0.owner, $0.cut % 2 == 0 ? 0 : 2) } + gaps.map { ($0.item, $0.owner, 1) }
    }
  }

  init(_ groups: [Group]) {
    let sides = groups.flatMap(\.sides)
    let gaps = groups.flatMap(\.gaps)
    append(sides.map(\.cut))
    append(sides.map(\.owner))
    append(Self.bounds(groups.map(\.sides.count)))
    append(gaps.map(\.item))
    append(gaps.map(\.owner))
    append(Self.bounds(groups.map(\.gaps.count)))
    for group in groups { before.append((before.last ?? 0) + group.sides.count + group.gaps.count) }
  }

  /// One group a position, from its votes: the item of each, and four bounds a position.
  init(itemOf: [Int32], bounds: [Int32]) {
    self.init(
      (0..<(bounds.count / 4)).map { p in
        var group = Group()
        for vote in 0..<3 {
          for i in bounds[4 * p + vote]..<bounds[4 * p + vote + 1] {
            group.add(vote, item: itemOf[Int(i)], owner: Int32(p))
          }
        }
        return group
      })
  }

  var groups: Int { before.count - 1 }
  var count: Int { before.last ?? 0 }

  /// Votes in the fullest run of `longest` groups.
  func most(in longest: Int) -> Int {
    (0..<groups).reduce(0) { max($0, before[min($1 + longest, groups)] - before[$1]) }
  }

  private static func bounds(_ counts: [Int]) -> [Int32] {
    var total: Int32 = 0
    return [0]
      + counts.map { count in
        total += Int32(count)
        return total
      }
  }

  private mutating func append(_ run: [Int32]) {
    starts.append(cells.count)
    cells += run
    cells += [Int32](repeating: 0, count: OrganisedVotes.padding)
  }

  /// Calls `body` with pointers that stand still for the time of the call.
  func withVotes<R>(_ tables: probit_tables, halfWay: Bool, _ body: (probit_votes) -> R?) -> R? {
    cells.withUnsafeBufferPointer { cells in
      guard let base = cells.baseAddress else { return nil }
      return body(
        probit_votes(
          tables: tables, side_cut: base + starts[0], side_owner: base + starts[1], side_bounds: base + starts[2],
          gap_item: base + starts[3], gap_owner: base + starts[4], gap_bounds: base + starts[5],
          half_way: halfWay ? 1 : 0))
    }
  }
}
