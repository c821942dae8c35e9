import Evidence
import Partnership
import Treaties

extension ClaimChecker {
  /// Share of the codings in which a claim has to hold; at most the rest of it contradicts.
  static let requiredShare = Multiverse.requiredShare

  struct Judged {
    var verdict: Verdict
    var alternatives: [ClaimOutcome.Alternative] = []
    var share: Double?
    var size: Int?
    /// The reading that is shown instead of the plain one.
    var shown: Reading?
    var measuredWords: String?
    var citedSources: [Source]?
  }

  func judge(_ claim: Claim, _ request: MeasureRequest, _ main: Reading) -> Judged {
    let variations = Variations(vocabulary: vocabulary, casework: casework)
    let cited = citedAlternatives(claim, request, variations)
    if case .state(let state) = claim.reporter {
      let own = cited.filter { $0.figure.states.first == state }
      return reported(claim, own, others: main)
    }
    let bases = variations.reporters(of: claim, request).map { ($0, read($0.request, claim.expectation)) }
    let codings = variations.codings(of: claim, request).map { ($0, read($0.request, claim.expectation)) }
    var judged = Judged(verdict: .noData)
    judged.alternatives =
      bases.map { alternative(.reporter, $0.label, $1, claim) }
      + (claim.reporter == .record ? [] : cited.map(\.alternative))
      + codings.map { alternative(.coding, $0.label, $1, claim) }
    if codings.count > 1 {
      let answers = codings.compactMap(\.1.holds)
      judged.size = answers.count
      judged.share = answers.isEmpty ? nil : Double(answers.count { $0 }) / Double(answers.count)
      if !answers.isEmpty, 2 * answers.count < codings.count {
        judged.measuredWords =
          "only \(answers.count) of \(codings.count) codings are covered; name one, such as \(codings[0].0.label), or install the datasets"
        return judged
      }
    }
    if main.holds == nil, let other = (codings + bases).first(where: { $0.1.holds != nil }) {
      // The plain request is undefined because coders differ; the codings themselves are shown.
      judged.shown = other.1
      judged.measuredWords = codings.filter { $0.1.holds != nil }
        .map { "\($0.label): \(Self.words($1, claim.expectation))" }.joined(separator: "; ")
    }
    let reporters = [main.holds] + judged.alternatives.filter { $0.dimension == .reporter }.map(\.holds)
    judged.verdict = Self.verdict(reporters: reporters.compactMap { $0 }, share: judged.share)
    return judged
  }

  /// The verdict from the answers of the reporters and the share of codings that hold.
  static func verdict(reporters: [Bool], share: Double?) -> Verdict {
    let holding = reporters.count { $0 }
    if reporters.isEmpty, share == nil { return .noData }
    if holding > 0, holding < reporters.count { return .reporterDependent }
    guard let share else { return holding > 0 ? .supported : .contradicted }
    if share >= requiredShare { return .supported }
    // The contrary has to pass the same bar.
    return share <= 1 - requiredShare + 1e-12 ? .contradicted : .codingDependent
  }

  private func alternative(
    _ dimension: ClaimOutcome.Alternative.Dimension, _ label: String, _ reading: Reading, _ claim: Claim
  ) -> ClaimOutcome.Alternative {
    ClaimOutcome.Alternative(
      dimension: dimension, label: label, measured: Self.words(reading, claim.expectation),
      value: reading.measured.value?.value, holds: reading.holds)
  }

  private func citedAlternatives(_ claim: Claim, _ request: MeasureRequest, _ variations: Variations)
    -> [(figure: CitedFigure, alternative: ClaimOutcome.Alternative)]
  {
    guard claim.expectation.read == .value else { return [] }
    return variations.cited(request).compactMap { figure in
      let value = MeasuredValue(value: figure.value, low: figure.value, high: figure.value, unit: figure.unit)
      let answers = claim.expectation.conditions.map { $0.holds(for: value, throughout: false) }
      guard answers.allSatisfy({ $0 != nil }) else { return nil }
      return (
        figure,
        ClaimOutcome.Alternative(
          dimension: .reporter, label: figure.reporter, measured: Wording.value(figure.value, figure.unit),
          value: figure.value, holds: answers.allSatisfy { $0 == true })
      )
    }
  }

  /// A claim about the statistics of one state: its cited figures alone decide, and what the record says is shown beside them.
  private func reported(
    _ claim: Claim, _ own: [(figure: CitedFigure, alternative: ClaimOutcome.Alternative)], others: Reading
  ) -> Judged {
    var judged = Judged(verdict: .noData)
    judged.alternatives = own.map(\.alternative)
    if others.holds != nil {
      judged.alternatives.append(alternative(.reporter, "computed from the datasets", others, claim))
    }
    let answers = own.compactMap(\.alternative.holds)
    guard let first = own.first else {
      judged.measuredWords =
        "no figure reported by this state is cited for \(claim.request?.description ?? "this measure")"
      judged.citedSources = []
      return judged
    }
    judged.verdict = Self.verdict(reporters: answers, share: nil)
    judged.measuredWords = own.map { "\($0.alternative.measured) (\($0.figure.reporter))" }.joined(separator: ", ")
    judged.citedSources = own.flatMap { casework.sources(for: $0.figure) }
    let value = first.figure.value
    judged.shown = Reading(
      finding: others.finding,
      measured: .covered(MeasuredValue(value: value, low: value, high: value, unit: first.figure.unit)),
      holds: first.alternative.holds)
    return judged
  }
}

extension Casework {
  /// The source of a cited figure as a source of evidence.
  func sources(for figure: CitedFigure) -> [Source] {
    [
      Source(
        dataset: figure.source.source, version: source(figure.source.source)?.date?.description ?? "",
        rows: figure.source.at.map { "\(figure.id), \($0)" } ?? figure.id)
    ]
  }
}
