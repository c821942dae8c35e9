import StateSystem

/// An entry of the bibliography; items refer to it by key.
public struct CitedSource: Hashable, Sendable, Codable, Identifiable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case article
    case book
    case dataset
    /// A law, declaration or other paper of a government or organisation.
    case document
    case press
    case reference
    case treatyText
    case webPage
  }

  /// Short key in kebab case, such as `miller-2002`.
  public let id: String
  public let kind: Kind
  public let authors: [String]
  public let title: String
  /// Journal, newspaper, organisation or publisher.
  public let publisher: String
  public let date: DateExpression?
  public let url: String?
  public let doi: String?
  /// How it was read, or a caveat.
  public let note: String?
}
