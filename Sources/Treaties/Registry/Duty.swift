import StateSystem

/// One obligation as one coder finds it: who owes what to whom, when it binds, and against whom.
public struct Duty: Hashable, Sendable, Codable {
  /// What must be the case before the obligation binds.
  public enum Trigger: String, Hashable, Sendable, Codable, CaseIterable {
    /// The adversary is the one named.
    case adversary
    /// The conflict is in the place named.
    case location
    /// The conflict is the one under way or named.
    case conflict
    /// There are at least so many adversaries.
    case adversaries
    /// A demand has been refused.
    case demand
    /// The partner did not provoke the attack.
    case noProvocation
    /// The partner has been attacked.
    case attack
    /// The partner asks for it.
    case request

    /// As printed after "if".
    public var words: String {
      switch self {
      case .adversary: "the adversary is the one named"
      case .location: "the conflict is in the place named"
      case .conflict: "the conflict is the one named"
      case .adversaries: "there are several adversaries"
      case .demand: "a demand has been refused"
      case .noProvocation: "the attack was not provoked"
      case .attack: "the partner has been attacked"
      case .request: "the partner asks for it"
      }
    }
  }

  public let kind: Obligation.Kind
  /// Who owes it; empty for every party.
  public let obligors: [StateID]
  /// To whom; empty for every other party.
  public let beneficiaries: [StateID]
  public let triggers: [Trigger]
  /// The triggers in words, where a text is summarised.
  public let conditions: String?
  /// States named as adversary.
  public let targets: [StateID]
  public let targetDescribed: String?
  public let clause: String?
  public let summary: String?
  public let presence: Presence
  /// In which phases of the treaty it holds; empty for all.
  public let phases: [Int]

  /// Whether it binds only under conditions.
  public var isConditional: Bool {
    !triggers.isEmpty || conditions != nil || !targets.isEmpty || targetDescribed != nil
  }
}

extension Obligation.Kind {
  /// As printed.
  public var words: String {
    switch self {
    case .defense: "defence"
    case .offense: "offence"
    case .neutrality: "neutrality"
    case .nonaggression: "non-aggression"
    case .consultation: "consultation"
    }
  }
}
