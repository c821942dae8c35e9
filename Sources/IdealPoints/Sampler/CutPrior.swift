/// Prior of an item's cut points.
enum CutPrior: Sendable {
  /// Flat on −7 < lower < upper < 7, as in the published code.
  case bounded
  /// Flat in location, half-normal with deviation 3 in the distance of the two: nothing ties the cuts to the origin, so a shift
  /// of a session's positions with its items leaves the posterior as it is.
  case floating

  /// Deviation of the half-normal, and the widest distance allowed.
  private static let deviation: Double = 3
  private static let widest: Double = 15

  func contains(_ p: ItemParameters) -> Bool {
    switch self {
    case .bounded: p.isInSupport
    case .floating: p.lower <= p.upper && p.upper - p.lower < Self.widest
    }
  }

  /// Log density up to a constant.
  func value(_ p: ItemParameters) -> Double {
    switch self {
    case .bounded: 0
    case .floating: 0.5 * (p.upper - p.lower) * widthFirst(p.upper - p.lower)
    }
  }

  /// First derivative of the log density with respect to the distance.
  func widthFirst(_ width: Double) -> Double { -width * widthInformation }

  /// Minus the second derivative.
  var widthInformation: Double {
    switch self {
    case .bounded: 0
    case .floating: 1 / (Self.deviation * Self.deviation)
    }
  }

  /// How far an upper cut may lie above a lower cut at `lower`.
  func highest(above lower: Double) -> Double {
    switch self {
    case .bounded: ItemParameters.bound
    case .floating: lower + Self.widest
    }
  }

  /// How far a lower cut may lie below an upper cut at `upper`.
  func lowest(below upper: Double) -> Double {
    switch self {
    case .bounded: -ItemParameters.bound
    case .floating: upper - Self.widest
    }
  }
}
