import Evidence
import StateSystem

/// Whether two states vote together beyond what their positions predict.
///
/// Formula: mean over roll calls of 1(votes equal) − Σ_k p_a(k) p_b(k), where p is predicted without the pair's own votes on the
/// resolution family at hand. Range [−1, 1]; positive: they act together beyond like-mindedness; zero: like-mindedness is all
/// there is. Missing data: roll calls on which either did not vote, or on which all votes were equal, are left out.
/// Not for: sets chosen after seeing the votes.
public struct Coordination: Hashable, Sendable, Codable {
  public let dyad: String
  public let set: String
  /// Share of equal votes.
  public let observed: Double
  /// Share predicted.
  public let expected: Double
  /// Observed less expected, with its 95 % interval; n counts roll calls.
  public let difference: Estimate
  /// Resolution families the roll calls belong to.
  public let families: Int
  /// Standard error over posterior draws alone.
  public let posteriorError: Double
  /// Standard error over resolution families alone (jackknife).
  public let familyError: Double
  /// Two-sided p-value of no coordination, from the t distribution with families − 1 degrees of freedom.
  public let pValue: Double
  /// Share of families whose importance weights have k-hat above 0.7.
  public let unreliableShare: Double
  /// Place among all dyads with at least 20 common roll calls in the set.
  public let percentile: Percentile?
}

/// The coordination of every dyad with enough common roll calls in a set.
public struct CoordinationClass: Sendable {
  public struct Member: Hashable, Sendable {
    public let first: UInt16
    public let second: UInt16
    public let rollCalls: Int
    public let observed: Double
    public let expected: Double
    public var difference: Double { observed - expected }
  }

  public let set: String
  /// Fewest common roll calls of a member.
  public static let fewest = 20
  /// In order of first, then second state.
  public let members: [Member]
  /// Differences in ascending order.
  public let ascending: [Double]

  init(set: String, members: [Member]) {
    self.set = set
    self.members = members
    ascending = members.map(\.difference).sorted()
  }
}
