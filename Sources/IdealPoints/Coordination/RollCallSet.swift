import StateSystem

/// A named set of roll calls over which a pair is compared.
public struct RollCallSet: Hashable, Sendable {
  public let name: String
  /// Roll-call ids in ascending order.
  public let ids: [Int32]

  public init(name: String, ids: some Sequence<Int32>) {
    self.name = name
    self.ids = Set(ids).sorted()
  }

  /// Both sets' roll calls.
  public func intersection(_ other: RollCallSet) -> RollCallSet {
    RollCallSet(name: "\(name), \(other.name)", ids: Set(ids).intersection(other.ids))
  }

  /// How a third power voted, as rungs of the cost ladder use it.
  public enum Stakes: String, Hashable, Sendable, Codable, CaseIterable {
    /// The third power voted no.
    case opposed
    /// The third power voted yes or abstained.
    case notOpposed = "not-opposed"
    /// The State Department had flagged the vote as important.
    case flagged
    /// The third power voted no with at most four others.
    case nearlyAlone = "nearly-alone"
  }

  /// Most "no" votes, the third power's included, at which it counts as nearly alone.
  public static let nearlyAlone = 5
}

extension VoteData {
  /// Every roll call of a range of calendar years, optionally of one issue.
  public func rollCalls(years: ClosedRange<Int>, issue: IssueSet? = nil) -> RollCallSet {
    let kept = rollCalls.filter { rollCall in
      guard years.contains(Int(rollCall.year)) else { return false }
      return issue.map { !rollCall.issues.isDisjoint(with: $0) } ?? true
    }
    return RollCallSet(name: "\(years.lowerBound)-\(years.upperBound)", ids: kept.map(\.id))
  }

  /// Roll calls on which the third power voted so; a roll call on which it did not vote belongs to none but `flagged`.
  public func rollCalls(_ stakes: RollCallSet.Stakes, third: StateID) -> RollCallSet {
    var opposition = [Int](repeating: 0, count: rollCalls.count)
    var own = [UInt8](repeating: 0, count: rollCalls.count)
    for observation in observations where rollCalls.indices.contains(Int(observation.rollCall)) {
      if observation.vote == 3 { opposition[Int(observation.rollCall)] += 1 }
      if observation.state == third.cow { own[Int(observation.rollCall)] = observation.vote }
    }
    let kept = rollCalls.indices.filter { i in
      switch stakes {
      case .opposed: own[i] == 3
      case .notOpposed: own[i] == 1 || own[i] == 2
      case .flagged: rollCalls[i].important == true
      case .nearlyAlone: own[i] == 3 && opposition[i] <= RollCallSet.nearlyAlone
      }
    }
    return RollCallSet(name: "\(stakes.rawValue) by \(third)", ids: kept.map { rollCalls[$0].id })
  }
}
