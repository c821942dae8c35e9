/// What the place of a pair in a class of dyads is worth when dyads that share a state are not independent.
///
/// *Node permutation*: the labels of all states are permuted, so that the pair stands where two states drawn at random stand; `p` is the share of relabellings in which the figure of the pair is
/// reached or passed, the one observed counted. `withFirst` and `withSecond` keep the label of one of the two and permute the others: a state that scores high with everyone passes `p` and not
/// these. *Interval*: of the percentile, joining the interval of the figure itself with the variation over states, by leaving one state out at a time.
/// Range [0, 1]; a small p: few pairs reach it. p near 1: few pairs are as low.
/// Source: Hubert (1987), Assignment Methods in Combinatorial Data Analysis; Snijders and Borgatti (1999), Connections 22(2), 161-170; joined intervals: Zou and Donner
/// (2008), doi:10.1002/sim.3095. Not for: a class that was chosen after seeing the figure.
public struct DyadicPlace: Hashable, Sendable, Codable {
  /// States in the class.
  public let states: Int
  public let permutations: Int
  public let seed: UInt64
  public let p: Double
  /// `nil` where the state has too few dyads in the class.
  public let withFirst: Double?
  public let withSecond: Double?
  /// Ends of the 95 % interval of the percentile.
  public let low: Double
  public let high: Double

  public init(
    states: Int, permutations: Int, seed: UInt64, p: Double, withFirst: Double?, withSecond: Double?, low: Double,
    high: Double
  ) {
    self.states = states
    self.permutations = permutations
    self.seed = seed
    self.p = p
    self.withFirst = withFirst
    self.withSecond = withSecond
    self.low = low
    self.high = high
  }
}
