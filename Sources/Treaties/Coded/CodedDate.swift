import StateSystem

/// A date as one coder gives it, with the evidence; several codings of one event stand side by side.
public struct CodedDate: Hashable, Sendable, Codable {
  public let date: DateExpression
  /// Who says so: `ATOP`, `COW`, `text`, the key of an author.
  public let coder: String
  /// What the coder rests the date on, in our words.
  public let evidence: String?
  public let confidence: Confidence?
  public let sources: [Citation]
}

/// How sure the coder is of an item.
public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable {
  case high, medium, low
}

/// A reference to an entry of the bibliography, with the place in it.
public struct Citation: Hashable, Sendable, Codable {
  /// Key of a `CitedSource`.
  public let source: String
  /// Page, article, row or table.
  public let at: String?
}
