/// The parameters of an item: latent vote = slope · position + noise; yes below `lower`, no above `upper`, abstain between.
public struct ItemParameters: Hashable, Sendable, Codable {
  public var slope: Double
  public var lower: Double
  public var upper: Double

  public init(slope: Double, lower: Double, upper: Double) {
    self.slope = slope
    self.lower = lower
    self.upper = upper
  }
}
