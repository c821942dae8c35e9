import StateSystem

/// A state's name on a day, for sentences.
func stateName(_ id: StateID, on day: Day?) -> String {
  State[id].map { state in day.map { state.name(on: $0) } ?? state.name } ?? "state \(id)"
}

extension Duty {
  /// `each owes the other; if the adversary is the one named; against Japan`.
  public func described(in coding: TreatyCoding, on day: Day?) -> String {
    var parts = [direction(in: coding, on: day)]
    if let conditions {
      parts.append("condition: \(conditions)")
    } else if !triggers.isEmpty {
      parts.append("if " + triggers.map(\.words).joined(separator: " and "))
    }
    let against = targets.map { stateName($0, on: day) } + [targetDescribed].compactMap { $0 }
    if !against.isEmpty { parts.append("against " + against.joined(separator: " and ")) }
    if let summary { parts.append(summary.withoutFullStop) }
    if presence == .implied { parts.append("implied only") }
    if !phases.isEmpty { parts.append("in phase \(phases.map(String.init).joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }

  /// Who owes whom.
  public func direction(in coding: TreatyCoding, on day: Day?) -> String {
    let parties = Set(coding.parties.map(\.state)).sorted()
    let isPair = parties.count + coding.otherParties.count == 2
    func names(_ states: [StateID]) -> String { states.map { stateName($0, on: day) }.joined(separator: ", ") }
    if obligors.isEmpty, beneficiaries.isEmpty { return isPair ? "each owes the other" : "each owes every other" }
    let owing = obligors.isEmpty ? "every party" : names(obligors)
    if !beneficiaries.isEmpty { return "\(owing) to \(names(beneficiaries))" }
    let rest = parties.filter { !obligors.contains($0) }
    return isPair && !rest.isEmpty ? "\(owing) to \(names(rest))" : "\(owing) to the other parties"
  }
}

extension TreatyCoding {
  /// The adversaries named in any duty.
  func targetWords(on day: Day?) -> String {
    var words: [String] = []
    for duty in duties where duty.presence != .absent {
      for text in duty.targets.map({ stateName($0, on: day) }) + [duty.targetDescribed].compactMap({ $0 })
      where !words.contains(text) { words.append(text) }
    }
    return words.joined(separator: ", ")
  }
}

extension TreatyCoding.Term {
  /// `30 years, then by 5 years at a time`.
  public var words: String {
    var text = months.map(Self.length) ?? (untilDone ? "until its purpose is fulfilled" : "no length fixed")
    if let renewalMonths {
      text += ", then \(renewsByItself ? "renewed of itself" : "renewable") by \(Self.length(renewalMonths))"
    } else if renewsByItself {
      text += ", renewed of itself"
    }
    if renounceable { text += ", may be given up before" }
    if let described { text += " (\(described))" }
    return text
  }

  /// `20 years`, `18 months`.
  static func length(_ months: Int) -> String {
    months.isMultiple(of: 12) ? (months == 12 ? "1 year" : "\(months / 12) years") : "\(months) months"
  }
}

extension CodedTreaty.Secrecy {
  public var words: String {
    switch self {
    case .open: "public"
    case .annex: "public, with a secret annex or articles"
    case .secret: "secret"
    }
  }
}

extension Feature {
  /// The level and the clause in our words.
  public var detail: String {
    var text = summary?.withoutFullStop ?? label
    if !phases.isEmpty { text += " (phase \(phases.map(String.init).joined(separator: ", ")))" }
    return text
  }
}

extension TreatyDifference.Change {
  /// As printed.
  public var words: String {
    switch self {
    case .absent: "in neither"
    case .unknown: "not comparable"
    default: rawValue
    }
  }
}
