/// Which session each position and item belongs to, and the votes cast outside their item's home session.
struct SessionMap: Sendable {
  let count: Int
  /// Index of each position's session.
  let ofPosition: [Int]
  /// Index of the session with most votes on each item.
  let home: [Int]
  /// The votes outside their item's home session, by item and session.
  let abroad: [PackedVotes.Group]
  /// The same, packed for the likelihood.
  let foreign: PackedVotes
  /// Session of each of these groups, and the home session of its item.
  let away: [(session: Int, home: Int)]
  /// Positions less items at home in each session.
  let surplus: [Double]

  init(_ votes: OrganisedVotes) {
    let sessions = votes.sessions
    let index = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    let ofPosition = votes.positions.map { index[Int($0.session)] ?? 0 }
    var home: [Int] = []
    var groups: [PackedVotes.Group] = []
    var away: [(session: Int, home: Int)] = []
    var surplus = [Double](repeating: 0, count: sessions.count)
    for item in votes.items.indices {
      let b = (0...3).map { Int(votes.itemBounds[4 * item + $0]) }
      var tally = [Int](repeating: 0, count: sessions.count)
      for i in b[0]..<b[3] { tally[ofPosition[Int(votes.positionOf[i])]] += 1 }
      let most = tally.indices.max { tally[$0] < tally[$1] } ?? 0
      home.append(most)
      surplus[most] -= 1
      guard tally[most] < b[3] - b[0] else { continue }
      var abroad: [Int: PackedVotes.Group] = [:]
      for vote in 0..<3 {
        for position in votes.positionOf[b[vote]..<b[vote + 1]] where ofPosition[Int(position)] != most {
          abroad[ofPosition[Int(position)], default: .init()].add(vote, item: Int32(item), owner: position)
        }
      }
      for (session, group) in abroad.sorted(by: { $0.key < $1.key }) {
        groups.append(group)
        away.append((session, most))
      }
    }
    for session in ofPosition { surplus[session] += 1 }
    count = sessions.count
    self.ofPosition = ofPosition
    self.home = home
    abroad = groups
    foreign = PackedVotes(groups)
    self.away = away
    self.surplus = surplus
  }
}
