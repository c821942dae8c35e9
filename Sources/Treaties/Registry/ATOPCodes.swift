/// What the columns of the ATOP files say, as far as the codebook's categories are used here.
///
/// A code whose category is not told apart is printed with its number rather than guessed.
/// Source: Leeds et al. (2002), doi:10.1080/03050620213653, and the ATOP codebook.
enum ATOPCodes {
  struct Column: Sendable {
    let name: String
    let kind: Feature.Kind
    /// Words by code; other positive codes print their number.
    let labels: [Int: String]
  }

  static let columns: [Column] = [
    Column(name: "noothall", kind: .noHostileAlliance, labels: [1: "no alliance against the other"]),
    Column(name: "notaiden", kind: .noAidToEnemies, labels: [:]),
    Column(name: "seppeace", kind: .noSeparatePeace, labels: [1: "no separate peace"]),
    Column(name: "interv", kind: .nonInterference, labels: [1: "no interference in internal affairs"]),
    Column(name: "dipaid", kind: .diplomaticAid, labels: [1: "diplomatic support"]),
    Column(name: "terrres", kind: .territoryOrResources, labels: [1: "use of territory or resources"]),
    Column(name: "thirdcom", kind: .thirdPartyCommitments, labels: [1: "commitments towards a third party"]),
    Column(
      name: "milcon", kind: .militaryContact,
      labels: [1: "contact in wartime", 2: "regular contact in peacetime", 3: "common defence policy"]),
    Column(name: "intcom", kind: .integratedCommand, labels: [1: "integrated command in peace and war"]),
    Column(name: "subord", kind: .subordination, labels: [1: "in wartime", 2: "in peacetime too"]),
    Column(
      name: "organ1", kind: .organisation,
      labels: [1: "regular meetings", 2: "a named organisation", 3: "an organisation with permanent staff"]),
    Column(
      name: "organ2", kind: .secondOrganisation,
      labels: [1: "regular meetings", 2: "a named organisation", 3: "an organisation with permanent staff"]),
    Column(
      name: "milaid", kind: .militaryAid,
      labels: [
        1: "general or unspecified", 2: "grants or loans", 3: "training or technology",
        4: "grants or loans, and training or technology",
      ]),
    Column(
      name: "base", kind: .basing,
      labels: [1: "joint bases", 2: "troops on neutral territory", 3: "troops of one in the territory of another"]),
    Column(name: "contrib", kind: .contributions, labels: [1: "contributions fixed"]),
    Column(name: "compag", kind: .companionAgreement, labels: [1: "military", 2: "economic"]),
    Column(name: "conmen", kind: .confidenceBuilding, labels: [1: "confidence-building measures"]),
    Column(name: "conwtin", kind: .peacefulSettlement, labels: [1: "promised in general"]),
    Column(name: "medarb", kind: .arbitration, labels: [1: "mediation or arbitration"]),
    Column(name: "conres", kind: .conflictResolution, labels: [:]),
    Column(name: "acqterr", kind: .territorialAcquisition, labels: [:]),
    Column(name: "divgains", kind: .divisionOfGains, labels: [1: "division of gains"]),
    Column(name: "demwith", kind: .demilitarisation, labels: [1: "demilitarisation or withdrawal"]),
    Column(name: "nomicoop", kind: .nonMilitaryCooperation, labels: [1: "economic or cultural cooperation"]),
    Column(name: "ecaid", kind: .economicAid, labels: [1: "general or unspecified", 3: "trade concessions"]),
    Column(name: "agprois", kind: .furtherAgreements, labels: [1: "military", 2: "economic", 5: "on several issues"]),
    Column(name: "reflnun", kind: .leagueOrUnitedNations, labels: [1: "the League", 2: "the United Nations"]),
    Column(name: "refothio", kind: .otherOrganisations, labels: [1: "other organisations"]),
    Column(name: "natrefal", kind: .otherAlliances, labels: [:]),
    Column(name: "proadd", kind: .openToOthers, labels: [:]),
  ]

  /// Features of one row of values; codes that are missing or 0 are left out.
  static func features(_ value: (String) -> Double?, phases: [Int] = []) -> [Feature] {
    var features: [Feature] = []
    for column in columns {
      guard let number = value(column.name), number > 0 else { continue }
      let code = Int(number)
      features.append(
        Feature(
          kind: column.kind, code: code, label: column.labels[code] ?? "code \(code) of \(column.name)", clause: nil,
          summary: nil, phases: phases))
    }
    switch value("armred") {
    case 1: features.append(arms(.armsReduction, 1, "reduction of arms", phases))
    case 2: features.append(arms(.armsIncrease, 2, "increase of arms", phases))
    default: break
    }
    return features
  }

  private static func arms(_ kind: Feature.Kind, _ code: Int, _ label: String, _ phases: [Int]) -> Feature {
    Feature(kind: kind, code: code, label: label, clause: nil, summary: nil, phases: phases)
  }

  /// Columns that say when an obligation of a kind binds.
  static func triggerColumns(_ kind: Obligation.Kind) -> [(column: String, trigger: Duty.Trigger)] {
    switch kind {
    case .defense:
      [
        ("defcoadv", .adversary), ("defcoloc", .location), ("defcocon", .conflict), ("defconum", .adversaries),
        ("defcodem", .demand), ("defconpr", .noProvocation),
      ]
    case .offense:
      [
        ("offcoadv", .adversary), ("offcoloc", .location), ("offcocon", .conflict), ("offconum", .adversaries),
        ("offcodem", .demand),
      ]
    case .neutrality:
      [
        ("neucoadv", .adversary), ("neucoloc", .location), ("neucocon", .conflict), ("neuconum", .adversaries),
        ("neucodem", .demand), ("neuconpr", .noProvocation), ("neucoatt", .attack),
      ]
    case .consultation:
      [("concoadv", .adversary), ("concoloc", .location), ("concocon", .conflict), ("concoreq", .request)]
    case .nonaggression: []
    }
  }

  /// Why ATOP may find no consultation where a text has an article on it.
  static let consultationRule =
    "ATOP counts consultation only when it is promised for crises that could become military and aims at coordination; a "
    + "general promise to consult on questions of common interest does not count."
}
