/// Something wrong with an insight as a document, with its place.
public struct InsightIssue: Hashable, Sendable, Codable, CustomStringConvertible {
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The insight cannot be checked or published as it is.
    case error
    /// It can, but a reader should know.
    case warning
  }

  public let severity: Severity
  public let place: SourcePlace
  /// What was found and what was expected.
  public let problem: String
  /// The next step.
  public let advice: String?

  public init(_ severity: Severity, at place: SourcePlace, _ problem: String, advice: String? = nil) {
    self.severity = severity
    self.place = place
    self.problem = problem
    self.advice = advice
  }

  public var description: String {
    "\(place): \(severity.rawValue): \(problem)" + (advice.map { "; \($0)" } ?? "")
  }
}
