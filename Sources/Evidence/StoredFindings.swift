/// Answers measure requests from findings computed before.
public struct StoredFindings: Evaluator {
  private let findings: [MeasureRequest: Finding]
  private let origin: Finding.Origin

  public init(_ findings: some Sequence<Finding>, origin: Finding.Origin) {
    self.findings = Dictionary(findings.map { ($0.request, $0) }, uniquingKeysWith: { first, _ in first })
    self.origin = origin
  }

  public var count: Int { findings.count }

  public func finding(for request: MeasureRequest) -> Finding {
    if let stored = findings[request] { return stored.from(origin) }
    return Finding(
      request, panel: .conduct, unit: .count,
      result: .notCovered(
        Reason(
          .notInstalled, "the starter does not carry this figure; install the datasets with `entente data add`")),
      origin: origin)
  }
}

/// Asks a first evaluator, and a second one where the first says that the dataset is not installed.
public struct FallbackEvaluator: Evaluator {
  private let first: any Evaluator
  private let second: any Evaluator

  public init(_ first: any Evaluator, else second: any Evaluator) {
    self.first = first
    self.second = second
  }

  public func finding(for request: MeasureRequest) -> Finding {
    let finding = first.finding(for: request)
    guard finding.result.reason?.kind == .notInstalled else { return finding }
    let fallback = second.finding(for: request)
    return fallback.result.reason?.kind == .notInstalled ? finding : fallback
  }
}
