import StateSystem
import Yams

enum KnownCaseFileKey: String, FieldName { case bibliography, declared_at, coder, statement, known_cases, comparisons }

enum KnownCaseKey: String, FieldName {
  case id, partners, third, period, outcome, holds_to, fails_at, why, confidence, sources, case_file
}

enum ComparisonKey: String, FieldName { case stronger, weaker, at, why }

extension Reader {
  func knownCases(_ root: Entry) -> (KnownCases?, [CitedSource]) {
    guard let fields = Fields<KnownCaseFileKey>(root, log: log) else { return (nil, []) }
    let bibliography = fields.list(.bibliography).compactMap(source)
    let declaredAt = fields.required(.declared_at).flatMap(day)
    let coder = fields.text(.coder)
    let statement = fields.text(.statement)
    let cases = fields.nonEmptyList(.known_cases).compactMap(knownCase)
    let comparisons = fields.list(.comparisons).compactMap(comparison)
    guard let declaredAt, let coder, let statement else { return (nil, bibliography) }
    return (
      KnownCases(declaredAt: declaredAt, coder: coder, statement: statement, cases: cases, comparisons: comparisons),
      bibliography
    )
  }

  private func knownCase(_ entry: Entry) -> KnownCase? {
    guard let fields = Fields<KnownCaseKey>(entry, log: log) else { return nil }
    let id = self.id(fields, .id, of: .knownCase)
    let period = fields.date(.period)
    let day = period?.latest ?? period?.earliest
    let partners = states(fields.nonEmptyList(.partners), on: day)
    let third = fields.required(.third).flatMap { state($0, on: day) }
    let expected = expectation(fields)
    let why = fields.text(.why)
    let confidence = fields.choice(.confidence, of: Confidence.self)
    let sources = citations(fields, .sources)
    let caseFile = fields.optional(.case_file).flatMap { references([$0], to: .caseFile).first }
    if fields.optional(.partners) != nil, partners.count != 2 {
      fields.fault("found \(partners.count) known partners, expected two", at: .partners)
    }
    if let third, partners.contains(third) { fields.fault("the third power is also a partner", at: .third) }
    guard let id, let period, let third, let expected, let why, let confidence else { return nil }
    return KnownCase(
      id: id, partners: partners, third: third, period: period, expected: expected, why: why, confidence: confidence,
      sources: sources, caseFile: caseFile)
  }

  private func expectation(_ fields: Fields<KnownCaseKey>) -> KnownCase.Expectation? {
    let holdsTo = fields.optionalChoice(.holds_to, of: KnownCase.Step.self)
    let failsAt = fields.optionalChoice(.fails_at, of: KnownCase.Step.self)
    guard let outcome = fields.choice(.outcome, of: KnownCase.Outcome.self) else { return nil }
    let needs: Set<KnownCaseKey> =
      switch outcome {
      case .held: [.holds_to]
      case .parted: [.fails_at]
      case .mixed: [.holds_to, .fails_at]
      }
    for key in [KnownCaseKey.holds_to, .fails_at] where needs.contains(key) != (fields.optional(key) != nil) {
      fields.fault(
        needs.contains(key)
          ? "the key \"\(key.rawValue)\" is missing"
          : "found \"\(key.rawValue)\", which says nothing when the outcome is \(outcome.rawValue)", at: key)
    }
    if let holdsTo, let failsAt, holdsTo >= failsAt {
      fields.fault(
        "holds to \(holdsTo.rawValue) but fails at \(failsAt.rawValue), which is not above it", at: .fails_at)
    }
    return KnownCase.Expectation(outcome: outcome, holdsTo: holdsTo, failsAt: failsAt)
  }

  private func comparison(_ entry: Entry) -> KnownCases.Comparison? {
    guard let fields = Fields<ComparisonKey>(entry, log: log) else { return nil }
    let stronger = fields.required(.stronger).flatMap { references([$0], to: .knownCase).first }
    let weaker = fields.required(.weaker).flatMap { references([$0], to: .knownCase).first }
    let at = fields.optionalChoice(.at, of: KnownCase.Step.self)
    let why = fields.text(.why)
    if let stronger, stronger == weaker { fields.fault("a case is compared with itself", at: .weaker) }
    guard let stronger, let weaker, let why else { return nil }
    return KnownCases.Comparison(stronger: stronger, weaker: weaker, at: at, why: why)
  }
}
