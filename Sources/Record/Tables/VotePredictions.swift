/// How each state was predicted to vote on each contested roll call, without its own votes on the resolution family at hand.
///
/// For every vote cast: the predicted probabilities of yes and no, and how they move with the parameters of the item (which all states
/// share) and with the state's own position. A prediction is the posterior mean over draws weighted by one over the likelihood of the state's own
/// votes on the family; the loadings are covariances with whitened parameters, so that the joint prediction of two states is
/// (m_a m_b + l_a · l_b) / (1 + w_a · w_b), with both states' votes held out. Scores are in units of `1 / scale`.
/// Roll calls are in ascending order of id; the votes of a roll call in ascending order of state.
public struct VotePredictions: RecordTable {
  public static let tableName = "vote_predictions"
  public static let layout = 1
  /// Stored integer of a score of 1.
  public static let scale = 20_000.0

  public let ids: [Int32]
  public let sessions: [Int16]
  /// Earliest roll call of the resolution family.
  public let families: [Int32]
  /// Start of each roll call's votes, and the end.
  public let starts: [Int32]
  public let states: [UInt16]
  /// 1 yes, 2 abstain, 3 no, as the fit coded them.
  public let votes: [UInt8]
  /// 1 where the weights that hold the state out are unreliable (Pareto k-hat above 0.7).
  public let unreliable: [UInt8]
  /// Item parameters and own dimensions that scores load on: two numbers.
  public let loadings: [UInt8]
  /// Yes, then no: the probability, its loadings on the item, its loadings on the own position, vote by vote.
  public let scores: [Int16]
  /// Loadings of the weights on the item, vote by vote.
  public let weights: [Int16]
  /// Dataset and SHA-256 of the votes the fit was made from.
  public let origin: TextColumn

  public var itemLoadings: Int { loadings.count == 2 ? Int(loadings[0]) : 0 }
  public var ownLoadings: Int { loadings.count == 2 ? Int(loadings[1]) : 0 }
  /// Scores of one vote.
  public var width: Int { 2 * (1 + itemLoadings + ownLoadings) }
  public var count: Int { ids.count }

  public init(columns c: ColumnSet) throws(RecordError) {
    let name = Self.tableName
    ids = try c.int32("id", in: name)
    sessions = try c.int16("session", in: name)
    families = try c.int32("family", in: name)
    starts = try c.int32("start", in: name)
    states = try c.uint16("state", in: name)
    votes = try c.uint8("vote", in: name)
    unreliable = try c.uint8("unreliable", in: name)
    loadings = try c.uint8("loadings", in: name)
    scores = try c.int16("score", in: name)
    weights = try c.int16("weight", in: name)
    origin = try c.text("origin", in: name)
    try Self.check(ids.count, [("session", sessions.count), ("family", families.count)])
    try Self.check(ids.count + 1, [("start", starts.count)])
    try Self.check(states.count, [("vote", votes.count), ("unreliable", unreliable.count)])
    try Self.check(2, [("loadings", loadings.count), ("origin", origin.count)])
    try Self.check(states.count * width, [("score", scores.count)])
    try Self.check(states.count * itemLoadings, [("weight", weights.count)])
    let ascends = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    guard ascends, starts.first == 0, starts.last.map(Int.init) == states.count else {
      throw .order(table: name, row: 0, detail: "the starts do not ascend from 0 to the number of votes")
    }
  }

  public var columns: ColumnSet {
    ColumnSet([
      ("id", .int32(ids)), ("session", .int16(sessions)), ("family", .int32(families)), ("start", .int32(starts)),
      ("state", .uint16(states)), ("vote", .uint8(votes)), ("unreliable", .uint8(unreliable)),
      ("loadings", .uint8(loadings)), ("score", .int16(scores)), ("weight", .int16(weights)),
      ("origin", .text(origin)),
    ])
  }
}
