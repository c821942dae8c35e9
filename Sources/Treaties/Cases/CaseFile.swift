import StateSystem

/// A partnership coded by hand: what the partners pledged, the acts of a third power that put the pledges to the
/// test, and how each partner answered.
///
/// Every item has a date, a source and a degree of confidence. Not for: counting items as a measure of importance; a
/// case file holds what its coder found.
public struct CaseFile: Hashable, Sendable, Codable, Identifiable {
  public let id: String
  public let title: String
  public let partners: [StateID]
  public let third: StateID
  /// The span the coder looked at.
  public let period: DateExpression
  public let coder: String
  /// The day the rules of coding were fixed, before the answers were counted.
  public let declaredAt: Day
  public let summary: String
  public let pledges: [Pledge]
  public let tests: [Test]
  public let deFactoEnds: [DeFactoEnd]
  public let corrections: [Correction]
}

extension CaseFile {
  /// Something a partner promised or declared.
  public struct Pledge: Hashable, Sendable, Codable, Identifiable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      case treaty
      case agreement
      case statement
      case membership
      case summit
      case message
      case supply
      case exercise
    }

    public let id: String
    public let date: DateExpression
    public let kind: Kind
    public let states: [StateID]
    /// Kinds of obligation the pledge holds; empty for a statement of aims.
    public let obligations: [Obligation.Kind]
    public let themes: [Theme]
    /// The coded treaty that holds the pledge.
    public let treaty: String?
    public let summary: String
    public let confidence: Confidence
    public let sources: [Citation]
  }

  /// An act of the third power that put pledges to the test.
  public struct Test: Hashable, Sendable, Codable, Identifiable {
    public let id: String
    public let date: DateExpression
    /// What the third power did.
    public let act: String
    public let themes: [Theme]
    /// Ids of the pledges put to the test.
    public let pledges: [String]
    public let summary: String
    public let confidence: Confidence
    public let sources: [Citation]
    public let responses: [Response]
  }

  /// How one partner answered a test.
  public struct Response: Hashable, Sendable, Codable {
    public let state: StateID
    public let conduct: Conduct
    public let date: DateExpression
    /// Who coded it, when not the coder of the file.
    public let coder: String?
    public let summary: String
    public let confidence: Confidence
    public let sources: [Citation]
  }

  /// What a partner did when put to the test, from standing together to siding with the third power.
  public enum Conduct: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable, Comparable {
    case resistJointly
    case resistSeparately
    case protest
    /// Consults the partner in public and then acts alone.
    case consultForShow
    case acquiesce
    case accommodate
    case cooperateWithThird

    /// Order of the list: earlier is nearer to the partner.
    public static func < (a: Conduct, b: Conduct) -> Bool { a.order < b.order }
    var order: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
  }

  /// One coder's answer to when a pledge stopped being acted upon.
  public struct DeFactoEnd: Hashable, Sendable, Codable {
    /// Id of the coded treaty.
    public let treaty: String
    public let coded: CodedDate
  }

  /// A statement of a source that the record contradicts.
  public struct Correction: Hashable, Sendable, Codable, Identifiable {
    public let id: String
    /// What the source says, in our words.
    public let claim: String
    public let claimedBy: Citation
    /// What the record says.
    public let record: String
    public let sources: [Citation]
  }
}
