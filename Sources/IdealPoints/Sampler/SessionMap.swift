/// Which session each position and item belongs to, and the votes cast outside their item's home session.
struct SessionMap: Sendable {
  let count: Int
  /// Index of each position's session.
  let ofPosition: [Int]
  /// Index of the session with most votes on each item.
  let home: [Int]
  /// Items with votes outside their home session.
  let wanderers: [Int]
  /// Positions of those votes, item by item, then by vote.
  let foreign: [Int32]
  /// Bounds in `foreign`: four a wanderer, start of yes, abstain, no, and the end.
  let foreignBounds: [Int32]
  /// Positions less items at home in each session.
  let surplus: [Double]

  init(_ votes: OrganisedVotes) {
    let sessions = votes.sessions
    let index = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    let ofPosition = votes.positions.map { index[Int($0.session)] ?? 0 }
    var home: [Int] = []
    var wanderers: [Int] = []
    var foreign: [Int32] = []
    var bounds: [Int32] = []
    var surplus = [Double](repeating: 0, count: sessions.count)
    for item in votes.items.indices {
      let b = (0...3).map { Int(votes.itemBounds[4 * item + $0]) }
      var tally = [Int](repeating: 0, count: sessions.count)
      for i in b[0]..<b[3] { tally[ofPosition[Int(votes.positionOf[i])]] += 1 }
      let most = tally.indices.max { tally[$0] < tally[$1] } ?? 0
      home.append(most)
      surplus[most] -= 1
      guard tally[most] < b[3] - b[0] else { continue }
      wanderers.append(item)
      for k in 0..<3 {
        bounds.append(Int32(foreign.count))
        foreign += votes.positionOf[b[k]..<b[k + 1]].filter { ofPosition[Int($0)] != most }
      }
      bounds.append(Int32(foreign.count))
    }
    for session in ofPosition { surplus[session] += 1 }
    count = sessions.count
    self.ofPosition = ofPosition
    self.home = home
    self.wanderers = wanderers
    self.foreign = foreign
    foreignBounds = bounds
    self.surplus = surplus
  }
}
