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

extension [ItemParameters] {
  /// Slope, lower cut, minus slope and minus upper cut of each, over and over.
  var flat: [Double] {
    [Double](unsafeUninitializedCapacity: 4 * count) { numbers, filled in
      for (j, item) in enumerated() {
        numbers[4 * j] = item.slope
        numbers[4 * j + 1] = item.lower
        numbers[4 * j + 2] = -item.slope
        numbers[4 * j + 3] = -item.upper
      }
      filled = 4 * count
    }
  }
}
