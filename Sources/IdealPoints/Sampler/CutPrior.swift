/// Prior of an item's cut points.
struct CutPrior: Sendable {
  /// Standard deviation of the half-normal in the distance of the two; `nil` for none.
  private let deviation: Double?
  /// Both lie within plus and minus this; `nil` for no bound.
  let bound: Double?

  /// Flat in location, half-normal with deviation 3 in the distance.
  ///
  /// Nothing ties the cuts to the origin, so a shift of a session's positions with its items leaves the posterior as it is.
  static let randomWalk = CutPrior(deviation: 3, bound: nil)
  /// Flat on −7 < lower < upper < 7, as in the published code.
  static let published = CutPrior(deviation: nil, bound: 7)

  /// Widest distance allowed.
  var widest: Double { bound.map { 2 * $0 } ?? 15 }

  /// Minus the second derivative of the log density with respect to the distance.
  var information: Double { deviation.map { 1 / ($0 * $0) } ?? 0 }

  func contains(_ p: ItemParameters) -> Bool {
    guard p.lower <= p.upper, p.upper - p.lower < widest else { return false }
    return bound.map { p.lower > -$0 && p.upper < $0 } ?? true
  }

  /// Log density up to a constant, where `contains` holds.
  func value(_ p: ItemParameters) -> Double {
    let width = p.upper - p.lower
    return -0.5 * width * width * information
  }

  /// Derivative of the log density with respect to the distance.
  func first(_ width: Double) -> Double { -width * information }
}
