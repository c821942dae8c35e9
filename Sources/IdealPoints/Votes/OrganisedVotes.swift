/// The votes of one fit, organised as Bailey, Strezhnev and Voeten (2017) do, and indexed both ways.
///
/// Filters in order: paragraph and amendment votes after 1989, state 560 in session 48, session 19, state 511, then the selection.
/// Matched roll calls share one item, named by the earliest; items on which all votes are equal are left out, once.
/// A position is a state in a session; positions are ordered by state, then session.
/// Source: doi:10.1177/0022002715595700. Complexity: O(n log n) for n observations.
public struct OrganisedVotes: Sendable {
  public struct Position: Hashable, Sendable, Codable {
    public let state: UInt16
    public let session: Int16
  }

  public let positions: [Position]
  /// Roll-call id of the earliest roll call of each item's family.
  public let items: [Int32]
  /// Observations sorted by position, then vote: the item of each; then `padding` zeros.
  let itemOf: [Int32]
  /// Observations sorted by item, then vote: the position of each; then `padding` zeros.
  let positionOf: [Int32]
  /// Bounds of each position's votes in `itemOf`: start of yes, abstain, no, and the end, four a position.
  let positionBounds: [Int32]
  /// Bounds of each item's votes in `positionOf`, four an item.
  let itemBounds: [Int32]
  /// Start of each state's positions, and the end.
  let stateStarts: [Int]
  /// The votes of each position, packed for the likelihood.
  let packed: PackedVotes
  /// Item index of each roll call of the input; −1 where it is not in the fit.
  let itemOfRollCall: [Int32]

  /// The likelihood reads indices eight at a time, past the last one.
  static let padding = 7

  public var observationCount: Int { itemOf.count - Self.padding }
  public func votes(at position: Int) -> Int {
    Int(positionBounds[4 * position + 3] - positionBounds[4 * position])
  }
  var sessions: [Int] { Array(Set(positions.map { Int($0.session) })).sorted() }

  public init(_ data: VoteData, selection: VoteSelection = .all) throws(IdealPointError) {
    let kept = try Self.filtered(data, selection)
    let links = Self.links(data.matches)
    var itemKeys: [Int32] = []
    var linkOf = [Int32](repeating: -1, count: data.rollCalls.count)
    for (i, rollCall) in data.rollCalls.enumerated() {
      linkOf[i] = Self.follow(rollCall.id, links)
    }
    var seen: [Int32: UInt8] = [:]
    for observation in kept {
      seen[linkOf[Int(observation.rollCall)], default: 0] |= 1 << observation.vote
    }
    itemKeys = seen.compactMap { $0.value.nonzeroBitCount > 1 ? $0.key : nil }.sorted()
    guard !itemKeys.isEmpty else { throw .noContestedRollCalls(observations: kept.count) }
    let indexOfItem = Dictionary(uniqueKeysWithValues: itemKeys.enumerated().map { ($1, Int32($0)) })
    itemOfRollCall = linkOf.map { indexOfItem[$0] ?? -1 }

    var cells: [(position: Position, item: Int32, vote: UInt8)] = []
    cells.reserveCapacity(kept.count)
    for observation in kept {
      let rollCall = Int(observation.rollCall)
      guard itemOfRollCall[rollCall] >= 0 else { continue }
      cells.append(
        (
          Position(state: observation.state, session: data.rollCalls[rollCall].session), itemOfRollCall[rollCall],
          observation.vote
        ))
    }
    func order(_ c: (position: Position, item: Int32, vote: UInt8)) -> UInt64 {
      UInt64(c.position.state) << 48 | UInt64(UInt16(bitPattern: c.position.session)) << 32 | UInt64(c.vote) << 24
        | UInt64(c.item)
    }
    cells.sort { order($0) < order($1) }
    let table = Self.byPosition(cells)
    items = itemKeys
    positions = table.positions
    positionBounds = table.bounds
    stateStarts = table.stateStarts
    itemOf = cells.map(\.item) + [Int32](repeating: 0, count: Self.padding)
    (positionOf, itemBounds) = Self.byItem(cells, table.indexOfCell, items: itemKeys.count)
    packed = PackedVotes(itemOf: itemOf, bounds: positionBounds)
  }

  private static func filtered(
    _ data: VoteData, _ selection: VoteSelection
  ) throws(IdealPointError) -> [VoteData.Observation] {
    let keep = data.rollCalls.map(selection.keeps)
    var kept: [VoteData.Observation] = []
    kept.reserveCapacity(data.observations.count)
    for (row, observation) in data.observations.enumerated() {
      let index = Int(observation.rollCall)
      guard data.rollCalls.indices.contains(index) else { throw .unknownRollCall(row: row, index: index) }
      guard (1...3).contains(observation.vote) else { throw .unknownVote(row: row, vote: observation.vote) }
      guard keep[index], selection.keeps(observation, on: data.rollCalls[index]) else { continue }
      guard let vote = selection.coded(observation.vote) else { continue }
      kept.append(.init(state: observation.state, rollCall: observation.rollCall, vote: vote))
    }
    return kept
  }

  /// The earliest partner of each later roll call, in descending order of the later one.
  private static func links(_ matches: [(first: Int32, second: Int32)]) -> [Int32: Int32] {
    var earliest: [Int32: Int32] = [:]
    for match in matches { earliest[match.second] = min(earliest[match.second] ?? match.first, match.first) }
    return earliest
  }

  /// Follows partners downwards: from the largest later id down, everything on it moves to its earliest partner.
  private static func follow(_ id: Int32, _ links: [Int32: Int32]) -> Int32 {
    var current = id
    while let next = links[current], next < current { current = next }
    return current
  }

  private static func byPosition(
    _ cells: [(position: Position, item: Int32, vote: UInt8)]
  ) -> (positions: [Position], bounds: [Int32], stateStarts: [Int], indexOfCell: [Int32]) {
    var positions: [Position] = []
    var bounds: [Int32] = []
    var stateStarts: [Int] = []
    var indexOfCell: [Int32] = []
    indexOfCell.reserveCapacity(cells.count)
    var tally: [Int32] = [0, 0, 0]
    func close() {
      guard !positions.isEmpty else { return }
      let end = Int32(indexOfCell.count)
      let start = end - tally[0] - tally[1] - tally[2]
      bounds += [start, start + tally[0], start + tally[0] + tally[1], end]
    }
    for cell in cells {
      if positions.last != cell.position {
        close()
        if positions.last?.state != cell.position.state { stateStarts.append(positions.count) }
        positions.append(cell.position)
        tally = [0, 0, 0]
      }
      tally[Int(cell.vote) - 1] += 1
      indexOfCell.append(Int32(positions.count - 1))
    }
    close()
    stateStarts.append(positions.count)
    return (positions, bounds, stateStarts, indexOfCell)
  }

  private static func byItem(
    _ cells: [(position: Position, item: Int32, vote: UInt8)], _ positionOfCell: [Int32], items: Int
  ) -> ([Int32], [Int32]) {
    var counts = [Int](repeating: 0, count: 3 * items + 1)
    for cell in cells { counts[3 * Int(cell.item) + Int(cell.vote)] += 1 }
    for i in 1..<counts.count { counts[i] += counts[i - 1] }
    var bounds: [Int32] = []
    for item in 0..<items { bounds += (0...3).map { Int32(counts[3 * item + $0]) } }
    var next = counts
    var positionOf = [Int32](repeating: 0, count: cells.count + padding)
    for (i, cell) in cells.enumerated() {
      let bin = 3 * Int(cell.item) + Int(cell.vote) - 1
      positionOf[next[bin]] = positionOfCell[i]
      next[bin] += 1
    }
    return (positionOf, bounds)
  }
}
