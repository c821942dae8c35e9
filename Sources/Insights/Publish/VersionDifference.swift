import Partnership

/// What differs between two checks: of two versions of an insight, or of one insight with two vintages of the data.
///
/// Claims are followed by their label, or by their request where they have none.
public struct VersionDifference: Hashable, Sendable, Codable {
  /// One claim before and after.
  public struct Change: Hashable, Sendable, Codable {
    public let before: ClaimOutcome?
    public let after: ClaimOutcome?

    /// Whether the verdict changed, rather than the wording or the value alone.
    public var changesVerdict: Bool { before?.verdict != after?.verdict }
  }

  public let changes: [Change]

  public init(from old: CheckReport, to new: CheckReport) {
    var before = Self.byIdentity(old.outcomes)
    var changes: [Change] = []
    for outcome in new.outcomes {
      let key = outcome.identity
      guard var queue = before[key], !queue.isEmpty else {
        changes.append(Change(before: nil, after: outcome))
        continue
      }
      let previous = queue.removeFirst()
      before[key] = queue
      if previous.verdict != outcome.verdict || previous.measured != outcome.measured
        || previous.expected != outcome.expected
      {
        changes.append(Change(before: previous, after: outcome))
      }
    }
    let left = before.values.joined().sorted { $0.number < $1.number }
    self.changes = changes + left.map { Change(before: $0, after: nil) }
  }

  private static func byIdentity(_ outcomes: [ClaimOutcome]) -> [String: [ClaimOutcome]] {
    Dictionary(grouping: outcomes) { $0.identity }
  }

  /// A change as a sentence.
  public static func words(_ change: Change) -> String {
    switch (change.before, change.after) {
    case (let before?, let after?):
      let verdict =
        before.verdict == after.verdict ? after.verdict.words : "\(before.verdict.words), now \(after.verdict.words)"
      let value = before.measured == after.measured ? after.measured : "\(before.measured), now \(after.measured)"
      let expected = before.expected == after.expected ? after.expected : "\(before.expected), now \(after.expected)"
      return "\"\(after.text)\" says \(expected); measured \(value); \(verdict)"
    case (nil, let after?): return "new: \"\(after.text)\" says \(after.expected); \(after.verdict.words)"
    case (let before?, nil): return "gone: \"\(before.text)\" said \(before.expected); \(before.verdict.words)"
    case (nil, nil): return ""
    }
  }
}
