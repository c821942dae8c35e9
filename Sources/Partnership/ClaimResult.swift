import Evidence
import Treaties

/// What the record says of an assertion.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
  case supported
  case contradicted
  /// Supported on the records of one reporter and not on those of another.
  case reporterDependent
  /// Supported under one coding and not under another.
  case codingDependent
  case noPublicCoding
  case noData

  public var words: String {
    switch self {
    case .supported: "supported"
    case .contradicted: "contradicted"
    case .reporterDependent: "depends on the reporter"
    case .codingDependent: "depends on the coding"
    case .noPublicCoding: "no public coding"
    case .noData: "no data"
    }
  }
}

/// A cited figure beside what we measure and what other sources report of the same thing.
public struct ClaimResult: Hashable, Sendable, Codable {
  /// Largest relative difference at which a measured figure supports a cited one; ranks must be equal.
  public static let tolerance = 0.1
  public static let declaredAt = "2026-11-23"

  public let claim: CitedFigure
  /// Measures of the same quantity, one a reporter or basis.
  public let measured: [Finding]
  /// Other cited figures for the same measure.
  public let reported: [CitedFigure]
  public let verdict: Verdict

  package init(_ claim: CitedFigure, reported: [CitedFigure], evaluator: any Evaluator) {
    self.claim = claim
    self.reported = reported
    measured = claim.measures.map { evaluator.finding(for: $0) }
    let values = measured.compactMap(\.value) + reported.map(\.value)
    let support = values.count { Self.agrees($0, with: claim.value, unit: claim.unit) }
    verdict =
      values.isEmpty
      ? .noData : support == values.count ? .supported : support == 0 ? .contradicted : .reporterDependent
  }

  static func agrees(_ value: Double, with cited: Double, unit: Unit) -> Bool {
    switch unit {
    case .rank, .count, .flag: value == cited
    default: (value - cited).magnitude <= tolerance * cited.magnitude
    }
  }
}
