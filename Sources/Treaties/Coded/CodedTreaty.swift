import StateSystem

/// A treaty or other instrument coded by hand: who, when, what was promised, and what each coder says of it.
///
/// Several codings of one date are kept side by side, never merged. Missing: an empty list of end dates means in
/// force when coding closed, an empty list of entry dates means that it counts from signature.
public struct CodedTreaty: Hashable, Sendable, Codable, Identifiable {
  /// What kind of paper it is.
  public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
    case treaty
    case agreement
    case convention
    case protocolText = "protocol"
    case charter
    /// A declaration, joint statement or communiqué: a political commitment.
    case declaration
    case communique
    case statement
    case guidelines
    /// The terms on which a state joins an organisation.
    case accession

    /// Whether the instrument binds in law rather than politically.
    public var isBinding: Bool {
      switch self {
      case .treaty, .agreement, .convention, .protocolText, .charter, .accession: true
      case .declaration, .communique, .statement, .guidelines: false
      }
    }
  }

  /// How much of it was kept from the public.
  public enum Secrecy: String, Hashable, Sendable, Codable, CaseIterable {
    case open
    /// The main text is public, an annex or side agreement is not.
    case annex
    case secret
  }

  public struct Party: Hashable, Sendable, Codable {
    public let state: StateID
    /// When it joined, if later than signature.
    public let entered: DateExpression?
    public let left: DateExpression?
  }

  /// Number in another registry, `ATOP:3200` or `COW:229`.
  public struct Link: Hashable, Sendable, Codable, CustomStringConvertible {
    public enum Registry: String, Hashable, Sendable, Codable, CaseIterable {
      case atop = "ATOP"
      case cow = "COW"
      /// Document symbol of the United Nations.
      case un = "UN"
    }
    public let registry: Registry
    public let number: String
    public var description: String { "\(registry.rawValue):\(number)" }
  }

  /// `entente:` and a short name, such as `entente:1950-sino-soviet`.
  public let id: String
  public let title: String
  public let form: Form
  public let parties: [Party]
  /// Parties that are not listed, in words.
  public let otherParties: String?
  public let place: String?
  public let signed: DateExpression
  public let inForce: [CodedDate]
  /// Signed and never brought into force, by our reading.
  public let neverInForce: Bool
  public let ended: [CodedDate]
  /// When it stopped being acted upon, whatever the paper says.
  public let deFactoEnd: [CodedDate]
  /// Length of the first term in months; `nil` when none is stated.
  public let termMonths: Int?
  public let renewalMonths: Int?
  /// How it is prolonged or given up, in our words.
  public let renewal: String?
  public let secrecy: Secrecy
  public let obligations: [Obligation]
  public let provisions: [Provision]
  public let links: [Link]
  /// Ids of earlier instruments that this one takes the place of.
  public let replaces: [String]
  public let themes: [Theme]
  public let summary: String
  /// Where codings or accounts differ, in our words.
  public let notes: [String]
  public let sources: [Citation]
}

extension CodedTreaty {
  /// Whether the state was ever a party.
  public func hasParty(_ state: StateID) -> Bool { parties.contains { $0.state == state } }

  /// Whether both members of the dyad were parties on the day, as far as their dates of entry and exit tell.
  ///
  /// A date without a day counts from its first possible day to its last.
  public func joins(_ dyad: Dyad, on day: Day) -> Bool {
    [dyad.first, dyad.second].allSatisfy { state in
      parties.contains { party in
        party.state == state
          && (party.entered?.earliest.map { $0 <= day } ?? true) && (party.left?.latest.map { day < $0 } ?? true)
      }
    }
  }

  /// The obligations one party owes another, by our reading of the text.
  public func obligations(from obligor: StateID, to beneficiary: StateID) -> [Obligation] {
    guard obligor != beneficiary, hasParty(obligor), hasParty(beneficiary) else { return [] }
    return obligations.filter { $0.obligor.includes(obligor) && $0.beneficiary.includes(beneficiary) }
  }

  /// The kinds of obligation a coder finds; empty for a coder who says nothing of this treaty.
  public func kinds(by coder: String) -> Set<Obligation.Kind> {
    Set(obligations.filter { [.present, .implied].contains($0.presence(by: coder)) }.map(\.kind))
  }

  /// Obligations on which coders differ, such as the consultation of 1950, which the text has and ATOP has not.
  public var disputedObligations: [Obligation] { obligations.filter(\.isDisputed) }

  /// Numbers in another registry.
  public func numbers(in registry: Link.Registry) -> [String] {
    links.filter { $0.registry == registry }.map(\.number)
  }
}
