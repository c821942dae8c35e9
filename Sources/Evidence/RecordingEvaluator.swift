import Synchronization

/// Passes requests on and keeps every finding, so that the results behind a brief can be stored.
public final class RecordingEvaluator: Evaluator {
  private let base: any Evaluator
  private let kept = Mutex<[MeasureRequest: Finding]>([:])

  public init(_ base: any Evaluator) { self.base = base }

  public func finding(for request: MeasureRequest) -> Finding {
    if let known = kept.withLock({ $0[request] }) { return known }
    let finding = base.finding(for: request)
    kept.withLock { $0[request] = finding }
    return finding
  }

  /// All findings asked for, in order of the request's text.
  public var findings: [Finding] {
    kept.withLock { kept in kept.values.sorted { $0.request < $1.request } }
  }
}
