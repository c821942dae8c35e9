/// What a row of a panel is.
public enum PanelUnit: String, Sendable, Codable, CaseIterable {
  case stateYear = "state-year"
  /// Two states without order, the smaller number first.
  case dyadYear = "dyad-year"
  /// An ordered pair of states.
  case directedDyadYear = "directed-dyad-year"
  /// Two partners, the smaller number first, and a third power.
  case triadYear = "triad-year"
  /// A leader in office on at least one day of the year.
  case leaderYear = "leader-year"
}
