/// A provision other than the five obligations, at the level a coder finds it.
public struct Feature: Hashable, Sendable, Codable {
  public let kind: Kind
  /// The coder's own code; 0 is never stored, absent features are left out.
  public let code: Int
  /// What the code means, in words.
  public let label: String
  /// Where in the text, such as "Art. 3".
  public let clause: String?
  /// The clause in our words.
  public let summary: String?
  /// In which phases of the treaty it holds; empty for all.
  public let phases: [Int]

  /// What a provision is about, in the order in which treaties are read.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    // Exclusions: what the parties will not do.
    case noHostileAlliance, noAidToEnemies, noSeparatePeace, nonInterference, territorialIntegrity, notAgainstThird,
      antiHegemony, noFirstUse, detargeting
    // Help short of arms.
    case diplomaticAid, territoryOrResources, thirdPartyCommitments
    // Military cooperation in peacetime.
    case militaryContact, integratedCommand, subordination, organisation, secondOrganisation, militaryAid, basing,
      contributions, militaryCooperation, armsSales, intelligenceSharing, counterTerrorism, companionAgreement
    // Arms and confidence.
    case armsReduction, armsIncrease, armsLimitation, confidenceBuilding, verification
    // Disputes and territory.
    case peacefulSettlement, arbitration, conflictResolution, borderSettlement, territorialAcquisition,
      divisionOfGains, demilitarisation, recognition, oneChina
    // Beyond the military.
    case nonMilitaryCooperation, economicAid, trade, culturalExchange, humanRights, democraticConditions,
      furtherAgreements
    // Relation to other engagements.
    case leagueOrUnitedNations, otherOrganisations, otherAlliances, openToOthers, enlargement
  }
}

extension Feature.Kind {
  /// The heading under which it is listed.
  public var group: String {
    switch self {
    case .noHostileAlliance, .noAidToEnemies, .noSeparatePeace, .nonInterference, .territorialIntegrity,
      .notAgainstThird, .antiHegemony, .noFirstUse, .detargeting:
      "Exclusions"
    case .diplomaticAid, .territoryOrResources, .thirdPartyCommitments: "Help short of arms"
    case .militaryContact, .integratedCommand, .subordination, .organisation, .secondOrganisation, .militaryAid,
      .basing, .contributions, .militaryCooperation, .armsSales, .intelligenceSharing, .counterTerrorism,
      .companionAgreement:
      "Military institutions and aid"
    case .armsReduction, .armsIncrease, .armsLimitation, .confidenceBuilding, .verification: "Arms and confidence"
    case .peacefulSettlement, .arbitration, .conflictResolution, .borderSettlement, .territorialAcquisition,
      .divisionOfGains, .demilitarisation, .recognition, .oneChina:
      "Disputes and territory"
    case .nonMilitaryCooperation, .economicAid, .trade, .culturalExchange, .humanRights, .democraticConditions,
      .furtherAgreements:
      "Beyond the military"
    case .leagueOrUnitedNations, .otherOrganisations, .otherAlliances, .openToOthers, .enlargement:
      "Other engagements"
    }
  }

  /// As printed.
  public var words: String {
    switch self {
    case .noHostileAlliance: "no alliance against the other"
    case .noAidToEnemies: "no aid to the other's enemies"
    case .noSeparatePeace: "no separate peace"
    case .nonInterference: "no interference in internal affairs"
    case .territorialIntegrity: "territorial integrity"
    case .notAgainstThird: "not directed against a third state"
    case .antiHegemony: "against hegemony"
    case .noFirstUse: "no first use of nuclear weapons"
    case .detargeting: "missiles not aimed at each other"
    case .diplomaticAid: "diplomatic support"
    case .territoryOrResources: "use of territory or resources"
    case .thirdPartyCommitments: "commitments towards a third party"
    case .militaryContact: "military contact"
    case .integratedCommand: "integrated command"
    case .subordination: "subordination of forces"
    case .organisation: "organisation"
    case .secondOrganisation: "second organisation"
    case .militaryAid: "military aid"
    case .basing: "bases and troops abroad"
    case .contributions: "contributions of troops or money fixed"
    case .militaryCooperation: "military cooperation"
    case .armsSales: "arms sales"
    case .intelligenceSharing: "intelligence"
    case .counterTerrorism: "against terrorism"
    case .companionAgreement: "companion agreement"
    case .armsReduction: "reduction of arms"
    case .armsIncrease: "increase of arms"
    case .armsLimitation: "limitation of arms"
    case .confidenceBuilding: "confidence building"
    case .verification: "verification"
    case .peacefulSettlement: "peaceful settlement of disputes"
    case .arbitration: "mediation or arbitration"
    case .conflictResolution: "an existing dispute settled"
    case .borderSettlement: "border"
    case .territorialAcquisition: "acquisition of territory"
    case .divisionOfGains: "division of gains"
    case .demilitarisation: "demilitarisation or withdrawal"
    case .recognition: "recognition"
    case .oneChina: "one China"
    case .nonMilitaryCooperation: "non-military cooperation"
    case .economicAid: "economic aid"
    case .trade: "trade"
    case .culturalExchange: "cultural exchange"
    case .humanRights: "human rights"
    case .democraticConditions: "democratic conditions"
    case .furtherAgreements: "further agreements promised"
    case .leagueOrUnitedNations: "refers to the League or the United Nations"
    case .otherOrganisations: "refers to other organisations"
    case .otherAlliances: "clause on other alliances"
    case .openToOthers: "open to new members"
    case .enlargement: "enlargement"
    }
  }

  /// Whether a higher code of the registry means more of it, so that a change can be called weaker or stronger.
  public var isOrdered: Bool { [.militaryContact, .organisation, .secondOrganisation].contains(self) }
}
