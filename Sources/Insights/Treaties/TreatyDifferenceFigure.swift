import Charts
import StateSystem
import Treaties

extension TreatyDifference {
  /// The comparison as a figure: obligations and provisions, what each coder finds on either side, and the change.
  ///
  /// - Parameter onlyObligations: leaves out provisions other than obligations, adversary and term.
  public func figure(onlyObligations: Bool = false) -> Figure {
    let lines = present.filter { !onlyObligations || $0.group == "Obligations" || $0.group == "Term" }
    let coders = Set(lines.flatMap { $0.before + $0.after }.map(\.coder))
    return ChangeChart(
      text: FigureText(
        title: "What became of each promise", subtitle: "\(titleBefore), and \(titleAfter)",
        source: coders.contains(.atop)
          ? "ATOP" + (coders.contains(.text) ? " and the texts as summarised in the starter" : "")
          : "the texts as summarised in the starter",
        notes: warnings),
      before: "\(before), \(yearBefore)", after: "\(after), \(yearAfter)",
      rows: lines.map { line in
        ChangeChart.Row(
          group: line.group, line.item, before: line.before.map(Self.finding), after: line.after.map(Self.finding),
          shape: line.change.shape, change: line.change.words, note: line.note)
      }
    ).figure
  }

  private static func finding(_ finding: Finding) -> ChangeChart.Finding {
    let detail = (finding.clause.map { "\($0): " } ?? "") + finding.detail
    return ChangeChart.Finding(
      by: finding.coder == .atop ? "ATOP" : "text",
      finding.presence == .present ? .present : finding.presence == .implied ? .implied : .absent, detail: detail)
  }
}

extension TreatyDifference.Line {
  /// Why, and what other coders would say.
  public var note: String {
    let others = otherwise.map { "by \($0.coder.words) \($0.change.words)" }
    return ([explanation] + others).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension TreatyDifference.Change {
  var shape: ChangeChart.Shape {
    switch self {
    case .kept: .same
    case .dropped: .gone
    case .added: .new
    case .weakened: .less
    case .strengthened: .more
    case .changed: .other
    case .absent, .unknown: .none
    }
  }
}
