/// A rule that reduces several disputes of a dyad-year to fewer: only those survive that score highest.
///
/// In the manner of the `whittle_conflicts` functions of peacesciencer (Miller 2021). The standard order is onset, fatality,
/// hostility, smallest duration, largest duration, reciprocation, first month, and number.
public enum WhittleRule: String, Sendable, Codable, CaseIterable {
  /// A dispute that begins in the year before one that goes on.
  case onset
  /// The highest fatality level of the dispute; a missing level lies between none (0) and 1.
  case fatality
  /// The highest hostility level of the dispute.
  case hostility
  /// The longest by the smallest estimate of days.
  case duration
  /// The longest by the largest estimate of days.
  case maximumDuration = "max-duration"
  /// Reciprocated before unreciprocated.
  case reciprocation
  /// The lowest month of beginning.
  case startMonth = "start-month"
  /// The lowest dispute number, which always decides.
  case number

  public static let standard: [WhittleRule] = allCases
}
