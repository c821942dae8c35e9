import StateSystem

extension RegisteredTreaty {
  /// Where the codes of ATOP and the clause text do not agree, a sentence each; empty unless both are there.
  ///
  /// Only obligations are compared in both directions: our coder reads every text for the five kinds. Of the other
  /// provisions, those the text has and ATOP lacks are named.
  public var disagreements: [String] {
    guard let atop = coding(by: .atop), let text = coding(by: .text) else { return [] }
    var sentences: [String] = []
    for kind in Obligation.Kind.allCases {
      let (coded, written) = (atop.duties(kind), text.duties(kind))
      if coded.isEmpty, let duty = written.first {
        let place = duty.clause.map { " (\($0)" + (duty.summary.map { ": \($0.withoutFullStop))" } ?? ")") } ?? ""
        sentences.append(
          "\(id): ATOP codes no \(kind.words), but the text has it\(duty.presence == .implied ? " by implication" : "")\(place)."
            + (kind == .consultation ? " " + ATOPCodes.consultationRule : ""))
      } else if !coded.isEmpty, written.isEmpty {
        sentences.append("\(id): ATOP codes \(kind.words); our reading of the text does not find it.")
      } else if !coded.isEmpty, written.allSatisfy({ $0.presence == .implied }), let duty = written.first {
        let place = duty.clause.map { " (\($0)" + (duty.summary.map { ": \($0.withoutFullStop))" } ?? ")") } ?? ""
        sentences.append("\(id): ATOP codes \(kind.words); the text only implies it\(place).")
      }
    }
    let missed = text.features.filter { $0.kind.isCodedByATOP && atop.feature($0.kind) == nil }
    if !missed.isEmpty {
      let list = missed.map { $0.kind.words + ($0.clause.map { " (\($0))" } ?? "") }.joined(separator: ", ")
      sentences.append("\(id): in the text and not in ATOP's codes: \(list).")
    }
    return sentences
  }
}

extension Feature.Kind {
  /// Whether ATOP has a column for it.
  var isCodedByATOP: Bool {
    self == .armsReduction || self == .armsIncrease || ATOPCodes.columns.contains { $0.kind == self }
  }
}

extension String {
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
