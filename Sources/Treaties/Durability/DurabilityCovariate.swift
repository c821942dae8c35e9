/// A condition under which treaties may last longer or shorter, after Leeds and Savun (2007).
///
/// Source: doi:10.1111/j.1468-2508.2007.00612.x; `docs/methods/treaties.md` says where the definitions here differ.
public enum DurabilityCovariate: String, Hashable, Sendable, Codable, CaseIterable {
  /// A member's share of world capabilities is more than a tenth above or below what it was at signature.
  case capabilityChange = "capability-change"
  /// A member's Polity score is three or more points from what it was at signature.
  case institutionsChange = "institutions-change"
  /// Share of the members with a Polity score of 6 or more.
  case democracy
  /// A member joined an alliance without its partner in the two years before.
  case outsideAlliance = "outside-alliance"
  /// The treaty provides for economic or cultural cooperation.
  case nonMilitaryCooperation = "non-military-cooperation"
  /// One member is a major power and the other is not.
  case asymmetry
  /// A member has a strategic rival outside the treaty.
  case externalThreat = "external-threat"
  /// The treaty has a term of fixed length.
  case fixedTerm = "fixed-term"
  /// The term, or a renewal of it, runs out in the year.
  case termDue = "term-due"

  public static let capabilityChangeShare = 0.1
  public static let polityChangePoints = 3
  public static let democracyPoint = 6
  public static let outsideAllianceYears = 2

  /// The part of the record it is made from; `nil` for the treaty itself.
  public var part: String? {
    switch self {
    case .capabilityChange: "capabilities"
    case .institutionsChange, .democracy: "polity"
    case .asymmetry: "majors"
    case .externalThreat: "rivalries"
    case .outsideAlliance, .nonMilitaryCooperation, .fixedTerm, .termDue: nil
    }
  }

  public var words: String {
    switch self {
    case .capabilityChange: "change in capabilities"
    case .institutionsChange: "change in political institutions"
    case .democracy: "democratic members"
    case .outsideAlliance: "new outside alliance"
    case .nonMilitaryCooperation: "non-military cooperation"
    case .asymmetry: "major and minor power"
    case .externalThreat: "rival outside the treaty"
    case .fixedTerm: "fixed term"
    case .termDue: "term runs out this year"
    }
  }
}
