import Evidence
import Partnership
import StateSystem

/// Figures over time of a brief that becomes an insight, each bound to its measure, where the last year is covered.
struct BriefCurves {
  private let assessment: Assessment
  private let names: Names
  private let vocabulary: MeasureVocabulary

  init(_ assessment: Assessment, _ vocabulary: MeasureVocabulary) {
    self.assessment = assessment
    self.vocabulary = vocabulary
    names = Names(assessment.question)
  }

  /// Those of a panel.
  func text(_ panel: Panel) -> String {
    switch panel {
    case .exchange:
      return curve(
        "Trade with \(names.third) over trade with the partner, by year",
        [("pressure.a", names.a), ("pressure.b", names.b)])
    case .conduct:
      return curve(
        "Level of the relationship as known at the end of each year",
        [
          ("relationship.partners", names.pair), ("relationship.a-third", "\(names.a) and \(names.third)"),
          ("relationship.b-third", "\(names.b) and \(names.third)"),
        ])
    case .commitments, .convergence: return ""
    }
  }

  /// One figure with a line for each finding that is covered; nothing where none is.
  private func curve(_ caption: String, _ lines: [(role: String, label: String)]) -> String {
    let found = lines.compactMap { line -> (request: MeasureRequest, label: String)? in
      guard let finding = assessment.finding(line.role), finding.value != nil,
        vocabulary[finding.request.measure] != nil
      else { return nil }
      return (finding.request, line.label.leadingCapital)
    }
    guard let measure = found.first?.request.measure else { return "" }
    let arguments = Set(found.flatMap(\.request.arguments.keys)).subtracting(["year"]).sorted().map { name in
      let values = found.map { $0.request.arguments[name] ?? "" }
      return "\(name)=\(Set(values).count == 1 ? values[0] : values.joined(separator: "|"))"
    }
    let years = assessment.question.seriesRange
    let labels = found.map(\.label).joined(separator: "|")
    return "![\(BriefInsight.plain(caption))](figure:\(measure) \(arguments.joined(separator: " ")) "
      + "year=\(years.lowerBound)..\(years.upperBound) labels=\"\(labels)\")\n\n"
  }
}
