import StateSystem

/// One treaty as one coder has it. Codings of one treaty stand side by side and are never merged.
public struct TreatyCoding: Hashable, Sendable, Codable, Identifiable {
  /// Who coded it.
  public enum Coder: String, Hashable, Sendable, Codable, CaseIterable {
    /// Alliance Treaty Obligations and Provisions.
    case atop = "ATOP"
    /// Our reading of the clauses, in the starter.
    case text

    public var words: String { self == .atop ? "ATOP" : "the text" }
  }

  public struct Party: Hashable, Sendable, Codable {
    public let state: StateID
    public let entered: DateExpression?
    public let left: DateExpression?
    /// How its membership ended in the coder's terms.
    public let ending: TreatyEnding?
  }

  /// How long it is to last and what happens then.
  public struct Term: Hashable, Sendable, Codable {
    /// Months of the first term; `nil` when no length is fixed.
    public let months: Int?
    /// Whether it lasts until a task is done or a war is over.
    public let untilDone: Bool
    public let renewalMonths: Int?
    public let renewsByItself: Bool
    /// Whether a party may give it up before the term ends.
    public let renounceable: Bool
    public let described: String?
  }

  /// Number of the treaty with this coder.
  public let id: String
  public let coder: Coder
  /// Version of the coder's data or key of the source.
  public let source: String
  public let parties: [Party]
  /// Members that are no state of the system, by the coder's number or in words.
  public let otherParties: [String]
  public let duties: [Duty]
  public let features: [Feature]
  /// `nil` when the coder does not say.
  public let term: Term?
  public let secrecy: CodedTreaty.Secrecy?
  /// Whether obligations differ between members.
  public let isAsymmetric: Bool
  public let ending: TreatyEnding?
  /// Raw values of the coder by column, for models; empty for a text.
  public let values: [String: Double]

  /// Kinds of obligation the coder finds.
  public var kinds: Set<Obligation.Kind> { Set(duties.filter { $0.presence != .absent }.map(\.kind)) }

  /// Duties of a kind that the coder finds.
  public func duties(_ kind: Obligation.Kind) -> [Duty] { duties.filter { $0.kind == kind && $0.presence != .absent } }

  /// The feature of a kind, if the coder finds it.
  public func feature(_ kind: Feature.Kind) -> Feature? { features.first { $0.kind == kind } }
}

/// How a treaty came to its end.
public enum TreatyEnding: String, Hashable, Sendable, Codable, CaseIterable {
  /// It had not ended when coding closed.
  case inForce
  /// Its term ran out or its purpose was fulfilled.
  case scheduled
  /// A party broke or denounced it before its term.
  case violation
  /// The parties put a new relation in its place.
  case renegotiation
  /// A party ceased to be a state.
  case stateDeath

  public var words: String {
    switch self {
    case .inForce: "in force"
    case .scheduled: "ran out or was fulfilled"
    case .violation: "broken or denounced"
    case .renegotiation: "renegotiated"
    case .stateDeath: "a party ceased to exist"
    }
  }
}
