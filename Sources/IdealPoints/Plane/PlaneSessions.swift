import Statistics

/// Which session each position and item belongs to, and the votes cast outside their item's home session, found from either end.
struct PlaneSessions: Sendable {
  struct ForeignVote: Sendable {
    let position: Int32
    let item: Int32
    /// 0 yes, 1 abstain, 2 no.
    let vote: UInt8
    /// Index of the session it was cast in, and of the item's home.
    let session: Int16
    let home: Int16
  }

  let count: Int
  let ofPosition: [Int]
  /// Positions of each session.
  let positions: [[Int]]
  /// Items at home in each session.
  let items: [[Int]]
  private let foreign: [ForeignVote]
  private let castIn: [[Int32]]
  private let homeIn: [[Int32]]

  init(_ votes: OrganisedVotes) {
    let map = SessionMap(votes)
    count = map.count
    ofPosition = map.ofPosition
    var positions = [[Int]](repeating: [], count: map.count)
    for (i, s) in map.ofPosition.enumerated() { positions[s].append(i) }
    var items = [[Int]](repeating: [], count: map.count)
    for (j, s) in map.home.enumerated() { items[s].append(j) }
    var foreign: [ForeignVote] = []
    var castIn = [[Int32]](repeating: [], count: map.count)
    var homeIn = castIn
    for (group, away) in zip(map.abroad, map.away) {
      for cast in group.votes {
        castIn[away.session].append(Int32(foreign.count))
        homeIn[away.home].append(Int32(foreign.count))
        foreign.append(
          ForeignVote(
            position: cast.owner, item: cast.item, vote: UInt8(cast.vote), session: Int16(away.session),
            home: Int16(away.home)))
      }
    }
    self.positions = positions
    self.items = items
    self.foreign = foreign
    self.castIn = castIn
    self.homeIn = homeIn
  }

  /// Calls `body` for votes of which one of position and item, not both, belongs to a session of `range`.
  func forEachVoteAcross(_ range: ClosedRange<Int>, _ body: (ForeignVote) -> Void) {
    for s in range {
      for v in castIn[s] where !range.contains(Int(foreign[Int(v)].home)) { body(foreign[Int(v)]) }
      for v in homeIn[s] where !range.contains(Int(foreign[Int(v)].session)) { body(foreign[Int(v)]) }
    }
  }
}

/// How far moves of sessions reach: by what they do and by how many sessions they move, adapted during the warm-up.
struct SessionReach: Sendable {
  /// Kinds of moves: stretch along either axis, shear along either, shift along either.
  static let kinds = 6
  private static let classes = 8
  private(set) var logScales = [Double](repeating: logarithm(0.02), count: kinds * classes)

  private static func place(_ kind: Int, _ sessions: Int) -> Int {
    kind * classes + min(Int.bitWidth - 1 - sessions.leadingZeroBitCount, classes - 1)
  }

  func scale(_ kind: Int, sessions: Int) -> Double { exponential(logScales[Self.place(kind, sessions)]) }

  /// Towards two proposals accepted in five, in smaller and smaller steps.
  mutating func adapt(_ kind: Int, sessions: Int, accepted: Bool, sweep: Int) {
    let step: Double = 0.3 / (1 + Double(sweep) / 40)
    let place = Self.place(kind, sessions)
    logScales[place] += accepted ? 0.6 * step : -0.4 * step
    logScales[place] = min(max(logScales[place], -9), 1)
  }

  mutating func resume(_ scales: [Double]) { logScales = scales }
}
