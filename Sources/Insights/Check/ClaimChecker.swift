import Evidence
import Partnership
import StateSystem
import Treaties

/// Puts the claims of an insight to the test.
///
/// A claim is supported when all its conditions hold for every reporter it leaves open and under at least 80 % of the codings it leaves open;
/// it depends on the reporter when some reporters support it and some do not, and on the coding when between 20 and 80 % do; otherwise it is
/// contradicted.
///
/// - Complexity: one evaluation a claim, reporter and coding; 20 for a claim about votes that names no coding.
public struct ClaimChecker: Sendable {
  let evaluator: any Evaluator
  let vocabulary: MeasureVocabulary
  let casework: Casework
  let vintages: [Vintage]

  /// - Parameters:
  ///   - evaluator: answers requests of every measure in the vocabulary.
  ///   - vintages: of the datasets installed; empty for the starter.
  public init(
    evaluator: any Evaluator, vocabulary: MeasureVocabulary, casework: Casework, vintages: [Vintage]
  ) {
    self.evaluator = evaluator
    self.vocabulary = vocabulary
    self.casework = casework
    self.vintages = vintages
  }

  /// The verdict on every claim.
  ///
  /// - Parameter requireFresh: figures of the starter, and vintages other than those the insight was written with, count as stale.
  public func check(_ insight: Insight, requireFresh: Bool = false) -> CheckReport {
    let outcomes = insight.claims.map(outcome)
    return CheckReport(
      file: insight.file, title: insight.front.title, outcomes: outcomes, issues: insight.issues, vintages: vintages,
      stale: requireFresh ? stale(insight, outcomes) : [])
  }

  private func stale(_ insight: Insight, _ outcomes: [ClaimOutcome]) -> [String] {
    let old = outcomes.filter { $0.origin == .starter }
    var reasons: [String] = []
    if let first = old.first {
      reasons.append(
        "\(old.count) of \(outcomes.count) claims rest on figures of the starter, the first at \(first.place); install the datasets with `entente data add`"
      )
    }
    for (name, version) in insight.front.vintages.sorted(by: { $0.key < $1.key }) {
      guard let installed = vintages.first(where: { $0.dataset == name }) else {
        reasons.append("\(name) \(version) is named by the insight and not installed")
        continue
      }
      if installed.version != version {
        reasons.append("the insight was written with \(name) \(version), installed is \(installed.version)")
      }
    }
    return reasons
  }

  /// A request with its answer read by the claim's conditions.
  struct Reading {
    let finding: Finding
    let measured: Covered<MeasuredValue>
    let holds: Bool?
  }

  func read(_ request: MeasureRequest, _ expectation: Expectation) -> Reading {
    let finding = evaluator.finding(for: request)
    let measured = expectation.read.read(finding)
    guard let value = measured.value else { return Reading(finding: finding, measured: measured, holds: nil) }
    return Reading(finding: finding, measured: measured, holds: holds(value, request, expectation))
  }

  func outcome(of claim: Claim) -> ClaimOutcome {
    switch claim.basis {
    case .uncoded(let because): uncoded(claim, because)
    case .measure(let request, let unit): outcome(of: claim, request, unit)
    }
  }

  private func uncoded(_ claim: Claim, _ because: String) -> ClaimOutcome {
    ClaimOutcome(
      number: claim.number, label: claim.label, identity: claim.identity, text: claim.text, place: claim.place,
      expectationPlace: claim.expectationPlace, request: nil, expected: "cannot be measured", verdict: .noPublicCoding,
      declared: .noPublicCoding, declaredAt: claim.declaredAt, measured: because, value: nil, low: nil, high: nil,
      level: nil, n: nil, unit: .flag, multiverseShare: nil, multiverseSize: nil, alternatives: [], method: nil,
      sources: [], notes: [], origin: nil)
  }

  private func outcome(of claim: Claim, _ request: MeasureRequest, _ unit: Unit) -> ClaimOutcome {
    let main = read(request, claim.expectation)
    let judged = judge(claim, request, main)
    let shown = judged.shown ?? main
    let value = shown.measured.value
    let cited = judged.citedSources
    return ClaimOutcome(
      number: claim.number, label: claim.label, identity: claim.identity, text: claim.text, place: claim.place,
      expectationPlace: claim.expectationPlace, request: request, expected: claim.expectation.words(unit),
      verdict: judged.verdict, declared: claim.declaredVerdict ?? .supported, declaredAt: claim.declaredAt,
      measured: judged.measuredWords ?? Self.words(shown, claim.expectation), value: value?.value,
      low: value.flatMap { $0.low < $0.high ? $0.low : nil }, high: value.flatMap { $0.low < $0.high ? $0.high : nil },
      level: claim.expectation.read == .value ? shown.finding.estimate?.interval?.level : nil,
      n: shown.finding.estimate?.n, unit: value?.unit ?? unit, multiverseShare: judged.share,
      multiverseSize: judged.size, alternatives: judged.alternatives,
      method: cited == nil ? shown.finding.estimate?.method : "figures as reported",
      sources: cited ?? shown.finding.estimate?.sources ?? [], notes: shown.finding.notes,
      origin: cited == nil && shown.finding.estimate != nil ? shown.finding.origin : nil)
  }

  /// The measured value with its interval in words, or why there is none.
  static func words(_ reading: Reading, _ expectation: Expectation) -> String {
    guard let value = reading.measured.value else {
      return reading.measured.reason?.detail ?? "no value"
    }
    if value.unit == .day { return Wording.span(value.low, value.high) }
    let text = Wording.value(value.value, value.unit) + expectation.read.suffix
    guard value.low < value.high, expectation.read == .value else { return text }
    return "\(text) (\(Wording.value(value.low, value.unit)) to \(Wording.value(value.high, value.unit)))"
  }
}
