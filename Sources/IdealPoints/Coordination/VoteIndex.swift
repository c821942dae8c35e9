/// Who voted how on each roll call of a fit, and on each item, with positions in the joint draws.
struct VoteIndex: Sendable {
  struct Cast: Sendable {
    let state: UInt16
    let position: Int32
    let vote: UInt8
  }

  struct RollCall: Sendable {
    let id: Int32
    let item: Int
    /// In order of state.
    let casts: [Cast]

    func cast(of state: UInt16) -> Cast? {
      var low = 0
      var high = casts.count
      while low < high {
        let middle = (low + high) / 2
        if casts[middle].state < state { low = middle + 1 } else { high = middle }
      }
      return low < casts.count && casts[low].state == state ? casts[low] : nil
    }
  }

  /// Roll calls that are part of the fit.
  let rollCalls: [RollCall]
  let indexOfID: [Int32: Int]
  /// Indices of each item's roll calls.
  let ofItem: [[Int]]

  /// Whether states other than the two differ on an item.
  func isContested(_ item: Int, without a: UInt16, _ b: UInt16) -> Bool {
    var first: UInt8?
    for call in ofItem[item] {
      for cast in rollCalls[call].casts where cast.state != a && cast.state != b {
        if let first, first != cast.vote { return true }
        first = cast.vote
      }
    }
    return false
  }

  init(_ data: VoteData, _ votes: OrganisedVotes, selection: VoteSelection) {
    var positionOf: [OrganisedVotes.Position: Int32] = [:]
    for (p, position) in votes.positions.enumerated() { positionOf[position] = Int32(p) }
    var casts = [[Cast]](repeating: [], count: data.rollCalls.count)
    for observation in data.observations where votes.itemOfRollCall[Int(observation.rollCall)] >= 0 {
      let rollCall = data.rollCalls[Int(observation.rollCall)]
      guard selection.keeps(rollCall), selection.keeps(observation, on: rollCall),
        let vote = selection.coded(observation.vote),
        let position = positionOf[.init(state: observation.state, session: rollCall.session)]
      else { continue }
      casts[Int(observation.rollCall)].append(Cast(state: observation.state, position: position, vote: vote))
    }
    var rollCalls: [RollCall] = []
    var indexOfID: [Int32: Int] = [:]
    var ofItem = [[Int]](repeating: [], count: votes.items.count)
    for (i, rollCall) in data.rollCalls.enumerated() where !casts[i].isEmpty {
      let item = Int(votes.itemOfRollCall[i])
      indexOfID[rollCall.id] = rollCalls.count
      ofItem[item].append(rollCalls.count)
      rollCalls.append(RollCall(id: rollCall.id, item: item, casts: casts[i].sorted { $0.state < $1.state }))
    }
    self.rollCalls = rollCalls
    self.indexOfID = indexOfID
    self.ofItem = ofItem
  }
}
