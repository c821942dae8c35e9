/// A sentence of a brief with the findings that carry it; a sentence without covered findings is never written.
public struct Statement: Hashable, Sendable, Codable {
  public let text: String
  /// Roles of the findings, ids of treaties or tests.
  public let basis: [String]

  public init(_ text: String, basis: [String]) {
    self.text = text
    self.basis = basis
  }
}
