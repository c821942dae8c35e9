extension IdealPointOptions {
  /// Name under which a fit with these options is kept: `ideal-points`, with what differs from the default after it.
  public var datasetName: String {
    var parts = ["ideal-points"]
    if selection.importantOnly { parts.append("important") }
    if let issues = selection.issues { parts += issues.codes }
    if !selection.without.isEmpty { parts += ["without"] + selection.without.codes }
    if let sessions = selection.sessions { parts.append("s\(sessions.lowerBound)-\(sessions.upperBound)") }
    if selection.abstention != .category { parts.append("abstain-\(selection.abstention.name)") }
    if prior == .published { parts.append("published") }
    if isCorrected { parts.append("corrected") }
    if dimensions > 1 { parts.append("\(dimensions)d") }
    return parts.joined(separator: "-")
  }

  private var isCorrected: Bool { prior == .published && publishedSampler == .corrected }

  /// The settings in a canonical spelling.
  public var settings: String {
    "\(prior.rawValue) prior, \(isCorrected ? "corrected sampler, " : "")\(chains) chains of \(draws) draws after \(warmup), seed \(seed), anchor \(anchor)"
  }
}

extension IssueSet {
  private static let letters = ["me", "nu", "di", "hr", "co", "ec"]

  /// The source's letters of the issues in the set.
  public var codes: [String] {
    Self.letters.enumerated().compactMap { rawValue & (1 << UInt8($0)) != 0 ? $1 : nil }
  }
}
