/// One figure to be drawn: a value with an optional interval, or the reason why there is none.
///
/// A missing value is never drawn as zero: it is a gap in a line and words in a row. Values that are not finite count as absent.
public enum Reading: Hashable, Sendable {
  case value(Double, low: Double? = nil, high: Double? = nil)
  case absent(String)

  /// The value, when there is one.
  public var value: Double? {
    if case .value(let value, _, _) = self, value.isFinite { value } else { nil }
  }

  /// The lower and upper end of the interval, in order, when both are given and finite.
  public var interval: ClosedRange<Double>? {
    guard case .value(let value, let low?, let high?) = self, value.isFinite, low.isFinite, high.isFinite else {
      return nil
    }
    return min(low, high)...max(low, high)
  }

  /// The reason of absence in words, when there is no value.
  public var reason: String? {
    switch self {
    case .absent(let reason): reason.isEmpty ? "no data" : reason
    case .value(let value, _, _): value.isFinite ? nil : "not a finite number"
    }
  }

  /// The reading on a logarithmic axis, where only positive numbers have a place.
  var positive: Reading {
    guard let value else { return self }
    guard value > 0 else { return .absent("\(Digits.exact(value)) has no place on a logarithmic axis") }
    return interval.map { $0.lowerBound > 0 } ?? true ? self : .value(value)
  }

  /// The value and both ends of the interval, as far as they exist.
  var extent: [Double] {
    guard let value else { return [] }
    guard let interval else { return [value] }
    return [value, interval.lowerBound, interval.upperBound]
  }
}
