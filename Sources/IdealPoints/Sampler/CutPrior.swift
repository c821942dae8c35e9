/// Prior of an item's cut points: flat in location, half-normal with deviation 3 in the distance of the two.
///
/// Nothing ties the cuts to the origin, so a shift of a session's positions with its items leaves the posterior as it is.
enum CutPrior {
  private static let deviation: Double = 3
  /// Widest distance allowed.
  static let widest: Double = 15

  /// Minus the second derivative of the log density with respect to the distance.
  static let information: Double = 1 / (deviation * deviation)

  static func contains(_ p: ItemParameters) -> Bool { p.lower <= p.upper && p.upper - p.lower < widest }

  /// Log density up to a constant.
  static func value(_ p: ItemParameters) -> Double {
    let width = p.upper - p.lower
    return -0.5 * width * width * information
  }

  /// Derivative of the log density with respect to the distance.
  static func first(_ width: Double) -> Double { -width * information }
}
