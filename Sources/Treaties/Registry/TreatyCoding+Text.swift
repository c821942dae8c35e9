import StateSystem

extension TreatyCoding {
  /// The starter's reading of the clauses. A provision our coder did not list is not said to be absent.
  init(_ coded: CodedTreaty) {
    let isTimed = coded.termMonths != nil || coded.renewal != nil || coded.renewalMonths != nil
    self.init(
      id: coded.id, coder: .text, source: coded.sources.first?.source ?? coded.id,
      parties: coded.parties.map {
        Party(state: $0.state, entered: $0.entered ?? coded.signed, left: $0.left, ending: nil)
      },
      otherParties: coded.otherParties.map { [$0] } ?? [], duties: coded.obligations.compactMap(Duty.init),
      features: coded.provisions.compactMap(Feature.init),
      term: isTimed
        ? Term(
          months: coded.termMonths, untilDone: false, renewalMonths: coded.renewalMonths,
          renewsByItself: coded.renewalMonths != nil, renounceable: false, described: coded.renewal) : nil,
      secrecy: coded.secrecy, isAsymmetric: coded.obligations.contains { $0.obligor != .everyParty }, ending: nil,
      values: [:])
  }
}

extension Duty {
  /// The obligation as the text has it; `nil` where the text says nothing of it.
  init?(_ obligation: Obligation) {
    guard let presence = obligation.presence(by: "text"), presence != .absent else { return nil }
    self.init(
      kind: obligation.kind, obligors: obligation.obligor.listed, beneficiaries: obligation.beneficiary.listed,
      triggers: [], conditions: obligation.conditions, targets: obligation.target?.states ?? [],
      targetDescribed: obligation.target?.described, clause: obligation.clause, summary: obligation.summary,
      presence: presence, phases: [])
  }
}

extension Obligation.Side {
  /// The states named; empty for every party.
  var listed: [StateID] { if case .states(let states) = self { states } else { [] } }
}

extension Feature {
  /// The provision as the text has it; `nil` where the text is said to lack it.
  init?(_ provision: Provision) {
    guard provision.readings.first(where: { $0.coder == "text" })?.presence != .absent else { return nil }
    self.init(
      kind: Kind(provision.kind), code: 1, label: Kind(provision.kind).words, clause: provision.clause,
      summary: provision.summary, phases: [])
  }
}

extension Feature.Kind {
  init(_ kind: Provision.Kind) {
    self =
      switch kind {
      case .noHostileAlliance: .noHostileAlliance
      case .nonInterference: .nonInterference
      case .territorialIntegrity: .territorialIntegrity
      case .notAgainstThird: .notAgainstThird
      case .antiHegemony: .antiHegemony
      case .noSeparatePeace: .noSeparatePeace
      case .peacefulSettlement: .peacefulSettlement
      case .borderSettlement: .borderSettlement
      case .confidenceBuilding: .confidenceBuilding
      case .armsReduction: .armsReduction
      case .armsLimitation: .armsLimitation
      case .verification: .verification
      case .noFirstUse: .noFirstUse
      case .detargeting: .detargeting
      case .militaryCooperation: .militaryCooperation
      case .militaryAid: .militaryAid
      case .basing: .basing
      case .armsSales: .armsSales
      case .intelligenceSharing: .intelligenceSharing
      case .counterTerrorism: .counterTerrorism
      case .economicCooperation: .nonMilitaryCooperation
      case .economicAid: .economicAid
      case .trade: .trade
      case .culturalExchange: .culturalExchange
      case .humanRights: .humanRights
      case .institution: .organisation
      case .enlargement: .enlargement
      case .recognition: .recognition
      case .oneChina: .oneChina
      case .democraticConditions: .democraticConditions
      }
  }
}

extension RegisteredTreaty {
  /// A treaty of the starter that ATOP does not have.
  init(_ coded: CodedTreaty, atop: TreatyCoding?) {
    self.init(
      id: coded.id, title: coded.title, dates: coded.dates,
      codings: [atop, TreatyCoding(coded)].compactMap { $0 }, coded: coded, links: coded.links)
  }
}
