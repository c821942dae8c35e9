/// Where a value stands in a comparison class.
///
/// Formula: the share of the class below the value, ties counted half. The interval runs from the share strictly below the
/// low end of the value's interval to the share at or below its high end; for a value without interval the ends are the shares
/// strictly below and at or below the value, so that ties stay visible. Range [0, 1]; higher means more of the class lies below.
/// Missing data: members of the class that are not covered are left out and not counted in `classSize`.
/// Not for: classes chosen after seeing the value.
public struct Percentile: Hashable, Sendable, Codable {
  /// What the value is compared with, for example "all dyads with at least 20 common roll calls".
  public let comparison: String
  public let value: Double
  public let low: Double
  public let high: Double
  /// Members of the class that are covered, the unit itself included.
  public let classSize: Int
  /// What the place is worth when dyads that share a state are not independent; `nil` where it was not asked for.
  public let dyadic: DyadicPlace?

  public init(
    comparison: String, value: Double, low: Double, high: Double, classSize: Int, dyadic: DyadicPlace? = nil
  ) {
    self.dyadic = dyadic
    self.comparison = comparison
    self.value = value
    self.low = low
    self.high = high
    self.classSize = classSize
  }

  /// The same place with what it is worth among dyads.
  public func among(_ dyadic: DyadicPlace) -> Percentile {
    Percentile(comparison: comparison, value: value, low: low, high: high, classSize: classSize, dyadic: dyadic)
  }

  /// Places `estimate` in a class given in ascending order.
  ///
  /// - Returns: `nil` for an empty class.
  /// - Complexity: O(log n).
  public init?(of estimate: Estimate, inSorted ascending: [Double], comparison: String) {
    guard !ascending.isEmpty else { return nil }
    let size = Double(ascending.count)
    func below(_ x: Double) -> Int { ascending.partitionPoint { $0 >= x } }
    func atOrBelow(_ x: Double) -> Int { ascending.partitionPoint { $0 > x } }
    let strict = below(estimate.value)
    let weak = atOrBelow(estimate.value)
    self.init(
      comparison: comparison,
      value: (Double(strict) + Double(weak)) / 2 / size,
      low: Double(below(estimate.interval?.low ?? estimate.value)) / size,
      high: Double(atOrBelow(estimate.interval?.high ?? estimate.value)) / size,
      classSize: ascending.count)
  }
}

extension Array {
  /// The first index at which `belongs` holds, for an array in which it is false and then true.
  package func partitionPoint(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
