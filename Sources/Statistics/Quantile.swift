/// The sample quantile of type 7 (the default of R, numpy and Stan): linear between the order statistics around (n − 1)p.
///
/// - Parameter ascending: values in ascending order.
/// - Returns: `nil` for an empty sample or p outside [0, 1].
/// Source: Hyndman and Fan (1996), doi:10.2307/2684934.
public func quantile<Value: BinaryFloatingPoint>(_ p: Double, ofSorted ascending: [Value]) -> Double? {
  guard !ascending.isEmpty, p >= 0, p <= 1 else { return nil }
  let position: Double = Double(ascending.count - 1) * p
  let below = Int(position)
  let low = Double(ascending[below])
  guard below + 1 < ascending.count else { return low }
  let high = Double(ascending[below + 1])
  let share: Double = position - Double(below)
  return low == high ? low : low + share * (high - low)
}
