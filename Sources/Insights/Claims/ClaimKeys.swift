import Partnership

/// The words of a claim that are not arguments of its measure.
enum ClaimKey: String, CaseIterable, Sendable {
  case about, within, equals, moreThan = "more-than", atLeast = "at-least", lessThan = "less-than", atMost = "at-most"
  case between, rank, top, holds, before, after
  case roseSince = "rose-since", fellSince = "fell-since", highestSince = "highest-since", lowestSince = "lowest-since"
  case firstSince = "first-since"
  case read, interval, reporter, verdict, declaredAt = "declared-at", id, because

  /// Whether the key states what the claim expects.
  var isExpectation: Bool {
    switch self {
    case .within, .read, .interval, .reporter, .verdict, .declaredAt, .id, .because: false
    default: true
    }
  }
}

extension Verdict {
  /// The word by which a claim declares a verdict.
  public var key: String {
    switch self {
    case .supported: "supported"
    case .contradicted: "contradicted"
    case .reporterDependent: "reporter-dependent"
    case .codingDependent: "coding-dependent"
    case .noPublicCoding: "no-public-coding"
    case .noData: "no-data"
    }
  }

  init?(key: String) {
    guard let found = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = found
  }
}
