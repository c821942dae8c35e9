import Evidence

/// The values a figure is compared with.
struct ComparisonClass: Sendable {
  /// What the values are, for example "all dyads with at least 20 common roll calls".
  let name: String
  /// In no order; finite.
  let values: [Double]
  /// The states of each dyad and the pair that is placed, where the place is to be held against node permutations.
  var dyadic: (dyads: ClassDyads, a: UInt16, b: UInt16)?

  init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }

  /// The class with the states of each dyad and the pair that is placed.
  func among(_ dyads: ClassDyads, placing a: UInt16, _ b: UInt16) -> ComparisonClass {
    var own = self
    own.dyadic = (dyads, a, b)
    return own
  }

  /// Where an estimate stands; `nil` in an empty class. Same definition as `Percentile(of:inSorted:comparison:)`, without sorting.
  ///
  /// - Complexity: O(n) in one pass, about 10 µs for the dyads of a session; a class is placed a few times only, so sorting it
  ///   would cost more than it saves.
  func place(_ estimate: Estimate) -> Percentile? {
    guard !values.isEmpty else { return nil }
    let value = estimate.value
    let low = estimate.interval?.low ?? value
    let high = estimate.interval?.high ?? value
    var below = 0
    var atOrBelow = 0
    var belowLow = 0
    var atOrBelowHigh = 0
    for x in values {
      below &+= x < value ? 1 : 0
      atOrBelow &+= x <= value ? 1 : 0
      belowLow &+= x < low ? 1 : 0
      atOrBelowHigh &+= x <= high ? 1 : 0
    }
    let size = Double(values.count)
    let place = Percentile(
      comparison: name, value: (Double(below) + Double(atOrBelow)) / 2 / size, low: Double(belowLow) / size,
      high: Double(atOrBelowHigh) / size, classSize: values.count)
    guard let dyadic, let nodes = NodePermutation(values, dyadic.dyads) else { return place }
    return place.among(nodes.place(of: value, dyadic.a, dyadic.b, place))
  }
}

extension ComparisonClass {
  /// The unit's own earlier values and the present one; `nil` when there are no earlier ones.
  static func history(_ name: String, earlier: [Double], present: Double) -> ComparisonClass? {
    earlier.isEmpty ? nil : ComparisonClass(name, earlier + [present])
  }
}
