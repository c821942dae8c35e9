import Evidence
import Partnership
import StateSystem

/// What the record says of one claim.
public struct ClaimOutcome: Hashable, Sendable, Codable {
  public let number: Int
  public let label: String?
  public let identity: String
  public let text: String
  public let place: SourcePlace
  /// Where the expectation stands, to which a failure points.
  public let expectationPlace: SourcePlace
  public let request: MeasureRequest?
  /// What the claim says, in words.
  public let expected: String
  public let verdict: Verdict
  /// The verdict the author declares.
  public let declared: Verdict
  public let declaredAt: Day?
  /// The measured value in words, or why there is none.
  public let measured: String
  public let value: Double?
  public let low: Double?
  public let high: Double?
  public let level: Double?
  public let n: Int?
  public let unit: Unit
  /// Share of the declared codings under which the claim holds, and how many are covered.
  public let multiverseShare: Double?
  public let multiverseSize: Int?
  /// The same quantity from other records, reporters and codings.
  public let alternatives: [Alternative]
  public let method: String?
  public let sources: [Source]
  public let notes: [String]
  public let origin: Finding.Origin?

  /// The same quantity as another record or coding has it.
  public struct Alternative: Hashable, Sendable, Codable {
    public enum Dimension: String, Hashable, Sendable, Codable {
      case reporter, coding
    }

    public let dimension: Dimension
    public let label: String
    public let measured: String
    public let value: Double?
    /// `nil` when it has no value.
    public let holds: Bool?
  }

  /// Whether the verdict is the one the author declares.
  public var passes: Bool { verdict == declared }

  /// Whether nothing can be said for want of data.
  public var isUnanswered: Bool { verdict == .noData && declared != .noData }
}

/// What the record says of an insight.
public struct CheckReport: Hashable, Sendable, Codable {
  public let file: String
  public let title: String
  public let outcomes: [ClaimOutcome]
  public let issues: [InsightIssue]
  /// Datasets installed when it was checked.
  public let vintages: [Vintage]
  /// Why the data are not fresh, when that is required.
  public let stale: [String]

  public var failures: [ClaimOutcome] { outcomes.filter { !$0.passes && !$0.isUnanswered } }
  public var unanswered: [ClaimOutcome] { outcomes.filter(\.isUnanswered) }
  public var errors: [InsightIssue] { issues.filter { $0.severity == .error } }
  public var warnings: [InsightIssue] { issues.filter { $0.severity == .warning } }

  /// 1 when a claim fails or the document is faulty, else 2 when data are missing or stale, else 0.
  public var exitCode: Int32 {
    !failures.isEmpty || !errors.isEmpty ? 1 : !unanswered.isEmpty || !stale.isEmpty ? 2 : 0
  }

  /// How many claims have each verdict.
  public var tally: [(verdict: Verdict, count: Int)] {
    Verdict.allCases.map { verdict in (verdict, outcomes.count { $0.verdict == verdict }) }.filter { $0.count > 0 }
  }
}
