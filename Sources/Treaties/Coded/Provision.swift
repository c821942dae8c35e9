/// A clause other than the five obligations: what else the parties agreed.
public struct Provision: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Not to join an alliance or bloc directed against the other party.
    case noHostileAlliance
    /// Not to interfere in each other's internal affairs.
    case nonInterference
    /// Respect for sovereignty and territorial integrity.
    case territorialIntegrity
    /// A statement that the instrument is not directed against a third state.
    case notAgainstThird
    /// A position taken against hegemony, blocs or the predominance of one power.
    case antiHegemony
    case noSeparatePeace
    case peacefulSettlement
    case borderSettlement
    case confidenceBuilding
    case armsReduction
    case armsLimitation
    case verification
    case noFirstUse
    case detargeting
    case militaryCooperation
    case militaryAid
    case basing
    case armsSales
    case intelligenceSharing
    case counterTerrorism
    case economicCooperation
    case economicAid
    case trade
    case culturalExchange
    case humanRights
    case institution
    case enlargement
    case recognition
    /// A position on Taiwan or on the unity of a party.
    case oneChina
    case democraticConditions
  }

  public let kind: Kind
  /// Where in the text, such as "Art. 3".
  public let clause: String?
  /// The clause in our words.
  public let summary: String
  public let readings: [Reading]
}

/// What a pledge, treaty or test is about.
public enum Theme: String, Hashable, Sendable, Codable, CaseIterable {
  case alliance
  case antiHegemony
  case armsControl
  case armsTrade
  case borders
  case economy
  case ideology
  case missileDefence
  case multipolarity
  case nuclearWeapons
  case partnership
  case regionalSecurity
  case sovereignty
  case taiwan
  case terrorism
  case trade
  case unitedNations
  case nato
  case centralAsia
}
